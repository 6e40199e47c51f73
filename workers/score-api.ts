import type { RunRecord, ScoreCard, Selection, UnscoredReason } from '../src/core/contracts.ts';
import { AppError } from '../src/core/errors.ts';
import type { Sample } from '../src/core/packs/pack.ts';
import type { PackPart } from '../src/core/packs/pack-part.ts';
import { scorableOutput } from '../src/core/run/scorable-output.ts';
import { scoreOutput } from '../src/core/run/score-run.ts';
import {
  createScoringSession,
  type MeasureSoFar,
  type ScoredColumns,
  type ScoringSession,
} from '../src/core/run/scoring-session.ts';
import { estimateSlices, type SliceEstimates, type SliceInput } from '../src/core/run/slices.ts';
import { bindScorers, type ChosenResources } from '../src/core/scorers/bind-scorers.ts';

export interface ScoreApi {
  /** `chosen` is for scorers that need a vocabulary or encoded texts. */
  open(
    id: string,
    pack: PackPart,
    scorerIds: readonly string[],
    selection: Selection,
    chosen?: ChosenResources,
  ): Promise<void>;
  add(id: string, record: RunRecord): Promise<void>;
  soFar(id: string): Promise<readonly MeasureSoFar[]>;
  finish(id: string, unanswered: UnscoredReason): Promise<readonly ScoredColumns[]>;
  close(id: string): void;
  slices(input: SliceInput): readonly SliceEstimates[];
  /** One record by itself, for a sample looked at before its run is scored; scorer id -> card. */
  one(
    sample: Sample,
    scorerIds: readonly string[],
    record: RunRecord,
  ): Promise<Readonly<Record<string, ScoreCard>>>;
}

/** Scoring sessions by name, so that one worker serves a run and a look at another run's results. */
export function createScoreApi(): ScoreApi {
  // Calls arrive while a session is still being opened: they wait for it, in order.
  const sessions = new Map<string, Promise<ScoringSession>>();
  const session = (id: string): Promise<ScoringSession> =>
    sessions.get(id) ?? Promise.reject(new AppError('defect', `no scoring session is called ${id}`));
  return {
    open: async (id, pack, scorerIds, selection, chosen) => {
      const opening = bindScorers(scorerIds, chosen).then((scorers) =>
        createScoringSession(pack, scorers, selection),
      );
      sessions.set(id, opening);
      await opening;
    },
    add: async (id, record) => (await session(id)).add(record),
    soFar: async (id) => (await session(id)).soFar(),
    finish: async (id, unanswered) => (await session(id)).finish(unanswered),
    close: (id) => void sessions.delete(id),
    slices: estimateSlices,
    one: async (sample, scorerIds, record) => {
      const output = scorableOutput(record);
      const scorers = await bindScorers(scorerIds);
      return Object.fromEntries(scorers.map((scorer) => [scorer.id, scoreOutput(scorer, sample, output)]));
    },
  };
}
