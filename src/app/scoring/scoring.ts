/**
 * Scoring as the rest of the app uses it: a session a run, in a worker that is started when first needed and
 * replaced should it die. A scorer that fails must not stop the run it scores: errors wait for finish().
 */
import type { RunRecord, ScoreCard, Selection, UnscoredReason } from '../../core/contracts.ts';
import { toAppError, type AppError } from '../../core/errors.ts';
import type { Sample } from '../../core/packs/pack.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import type { MeasureSoFar, ScoredColumns } from '../../core/run/scoring-session.ts';
import type { SliceEstimates, SliceInput } from '../../core/run/slices.ts';
import type { ChosenResources } from '../../core/scorers/bind-scorers.ts';
import type { ScoreApi } from '../../../workers/score-api.ts';

export interface RunScoring {
  /** Returns at once; the record is scored in the worker. */
  add(record: RunRecord): void;
  /** Null while the worker is still busy with an earlier question, or once it failed. */
  soFar(): Promise<readonly MeasureSoFar[] | null>;
  /** Throws what any step before it threw. */
  finish(unanswered: UnscoredReason): Promise<readonly ScoredColumns[]>;
  close(): void;
}

export interface Scoring {
  /** `chosen`: a vocabulary or encoded texts, for the scorers that use them. */
  open(
    pack: PackPart,
    scorerIds: readonly string[],
    selection: Selection,
    chosen?: ChosenResources,
  ): RunScoring;
  slices(input: SliceInput): Promise<readonly SliceEstimates[]>;
  /** One record by itself; scorer id -> card. */
  one(
    sample: Sample,
    scorerIds: readonly string[],
    record: RunRecord,
  ): Promise<Readonly<Record<string, ScoreCard>>>;
}

/** The worker's functions, however they are reached: tests give an object of the same thread. */
export type ScoreConnection = {
  readonly [Name in keyof ScoreApi]: (
    ...args: Parameters<ScoreApi[Name]>
  ) => Promise<Awaited<ReturnType<ScoreApi[Name]>>>;
};

export function createScoring(connect: () => ScoreConnection): Scoring {
  let connection: ScoreConnection | null = null;
  let opened = 0;
  const api = () => (connection ??= connect());

  return {
    open: (pack, scorerIds, selection, chosen) => {
      opened += 1;
      const id = `scoring-${opened}`;
      const worker = api();
      let failure: AppError | null = null;
      let asking = false;
      const attempt = (work: Promise<void>) => {
        work.catch((thrown: unknown) => {
          failure ??= toAppError(thrown);
          // The next session starts with a fresh worker.
          if (connection === worker) connection = null;
        });
      };
      attempt(worker.open(id, pack, scorerIds, selection, chosen));
      return {
        add: (record) => attempt(worker.add(id, record)),
        soFar: async () => {
          if (asking || failure !== null) return null;
          asking = true;
          try {
            return await worker.soFar(id);
          } catch (thrown) {
            failure ??= toAppError(thrown);
            return null;
          } finally {
            asking = false;
          }
        },
        finish: async (unanswered) => {
          try {
            const columns = await worker.finish(id, unanswered);
            if (failure === null) return columns;
          } catch (thrown) {
            failure ??= toAppError(thrown);
          }
          throw failure;
        },
        close: () => attempt(worker.close(id)),
      };
    },
    slices: (input) => api().slices(input),
    one: (sample, scorerIds, record) => api().one(sample, scorerIds, record),
  };
}
