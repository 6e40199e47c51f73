/** Scoring off the page's thread: scorers, bootstrap intervals. What is computed is in core. */
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import type { RunRecord, Selection, UnscoredReason } from '../src/core/contracts.ts';
import { AppError } from '../src/core/errors.ts';
import type { Pack } from '../src/core/packs/pack.ts';
import {
  createScoringSession,
  type MeasureSoFar,
  type ScoredColumns,
  type ScoringSession,
} from '../src/core/run/scoring-session.ts';
import { estimateSlices, type SliceEstimates, type SliceInput } from '../src/core/run/slices.ts';
import { scorerById } from '../src/core/scorers/registry.ts';

const sessions = new Map<string, ScoringSession>();

function session(id: string): ScoringSession {
  const found = sessions.get(id);
  if (found === undefined) throw new AppError('defect', `no scoring session is called ${id}`);
  return found;
}

const api = {
  open(id: string, pack: Pack, scorerIds: readonly string[], selection: Selection): void {
    sessions.set(id, createScoringSession(pack, scorerIds.map(scorerById), selection));
  },
  add(id: string, record: RunRecord): void {
    session(id).add(record);
  },
  soFar(id: string): readonly MeasureSoFar[] {
    return session(id).soFar();
  },
  finish(id: string, unanswered: UnscoredReason): readonly ScoredColumns[] {
    return session(id).finish(unanswered);
  },
  close(id: string): void {
    sessions.delete(id);
  },
  slices(input: SliceInput): readonly SliceEstimates[] {
    return estimateSlices(input);
  },
};

export type ScoreApi = typeof api;

Comlink.expose(api);
