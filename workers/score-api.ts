import type { RunRecord, ScoreCard, Selection, UnscoredReason } from '../src/core/contracts.ts';
import { AppError } from '../src/core/errors.ts';
import type { Pack, Sample } from '../src/core/packs/pack.ts';
import { scorableOutput } from '../src/core/run/scorable-output.ts';
import { scoreOutput } from '../src/core/run/score-run.ts';
import {
  createScoringSession,
  type MeasureSoFar,
  type ScoredColumns,
  type ScoringSession,
} from '../src/core/run/scoring-session.ts';
import { estimateSlices, type SliceEstimates, type SliceInput } from '../src/core/run/slices.ts';
import { scorerById } from '../src/core/scorers/registry.ts';

export interface ScoreApi {
  open(id: string, pack: Pack, scorerIds: readonly string[], selection: Selection): void;
  add(id: string, record: RunRecord): void;
  soFar(id: string): readonly MeasureSoFar[];
  finish(id: string, unanswered: UnscoredReason): readonly ScoredColumns[];
  close(id: string): void;
  slices(input: SliceInput): readonly SliceEstimates[];
  /** One record by itself, for a sample looked at before its run is scored; scorer id -> card. */
  one(sample: Sample, scorerIds: readonly string[], record: RunRecord): Readonly<Record<string, ScoreCard>>;
}

/** Scoring sessions by name, so that one worker serves a run and a look at another run's results. */
export function createScoreApi(): ScoreApi {
  const sessions = new Map<string, ScoringSession>();
  const session = (id: string): ScoringSession => {
    const found = sessions.get(id);
    if (found === undefined) throw new AppError('defect', `no scoring session is called ${id}`);
    return found;
  };
  return {
    open: (id, pack, scorerIds, selection) => {
      sessions.set(id, createScoringSession(pack, scorerIds.map(scorerById), selection));
    },
    add: (id, record) => session(id).add(record),
    soFar: (id) => session(id).soFar(),
    finish: (id, unanswered) => session(id).finish(unanswered),
    close: (id) => void sessions.delete(id),
    slices: estimateSlices,
    one: (sample, scorerIds, record) => {
      const output = scorableOutput(record);
      return Object.fromEntries(scorerIds.map((id) => [id, scoreOutput(scorerById(id), sample, output)]));
    },
  };
}
