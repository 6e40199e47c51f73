/** What the scoring worker says: it becomes the tables of a run, so it must be readable again in a year. */
import * as v from 'valibot';
import type { ScoreCard, UnscoredReason } from '../../core/contracts.ts';
import type { MeasureSoFar, ScoredColumns } from '../../core/run/scoring-session.ts';
import type { SliceEstimates } from '../../core/run/slices.ts';
import {
  EstimateSchema,
  EvidenceSchema,
  MeasureSpecSchema,
  UnscoredReasonSchema,
} from '../../storage/record-schemas.ts';
import { answerOf } from '../checked-answer.ts';

const estimates = v.record(v.string(), EstimateSchema);
const cell: v.GenericSchema<unknown, number | UnscoredReason> = v.union([v.number(), UnscoredReasonSchema]);

export const measuresSoFar: (said: unknown) => readonly MeasureSoFar[] = answerOf(
  v.array(
    v.object({ key: v.string(), title: v.string(), measure: MeasureSpecSchema, estimate: EstimateSchema }),
  ),
  'the scores so far',
);

export const scoredColumns: (said: unknown) => readonly ScoredColumns[] = answerOf(
  v.array(
    v.pipe(
      v.object({
        scorerId: v.string(),
        scorerVersion: v.string(),
        keys: v.array(v.string()),
        columns: v.record(v.string(), v.array(cell)),
        estimates,
        evidence: v.map(v.string(), EvidenceSchema),
        settings: v.exactOptional(v.record(v.string(), v.string())),
      }),
      v.check(
        ({ keys, columns }) => Object.values(columns).every(({ length }) => length === keys.length),
        'its columns are not as long as its list of records',
      ),
    ),
  ),
  'the scores of the run',
);

export const sliceEstimates: (said: unknown) => readonly SliceEstimates[] = answerOf(
  v.array(v.object({ field: v.string(), value: v.string(), estimates })),
  'the scores by group',
);

export const scoreCards: (said: unknown) => Readonly<Record<string, ScoreCard>> = answerOf(
  v.record(
    v.string(),
    v.object({
      scores: v.record(
        v.string(),
        v.variant('state', [
          v.object({ state: v.literal('scored'), value: v.number() }),
          v.object({ state: v.literal('unscored'), reason: UnscoredReasonSchema }),
        ]),
      ),
      evidence: v.exactOptional(EvidenceSchema),
    }),
  ),
  'the scores of one sample',
);
