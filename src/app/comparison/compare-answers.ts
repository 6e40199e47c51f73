/**
 * What the comparison worker says. Nothing of it is stored. What decides a verdict is checked field by field; the
 * statistics beside it, which are only shown, are held to plain values.
 */
import * as v from 'valibot';
import type { ComparisonReport } from '../../core/compare/comparison-report.ts';
import type { RunCosts } from '../../core/compare/run-costs.ts';
import type { RunRepeats } from '../../core/compare/run-repeats.ts';
import type { TimedIntervals } from '../../core/compare/run-intervals.ts';
import type { PlannedVerdict } from '../../core/compare/sealed-plan.ts';
import type { RunAgreement } from '../../core/results-import/run-agreement.ts';
import type { RankingReport } from '../../core/stats/ranking/ranking-report.ts';
import { EstimateSchema, MeasureSpecSchema } from '../../storage/record-schemas.ts';
import { answerOf } from '../checked-answer.ts';
import { PlainValueSchema } from '../plain-value.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const nullableNumber = v.nullable(v.number());
const text = v.string();
const plainFields = v.record(text, PlainValueSchema);

const verdict = v.object({
  kind: v.picklist(['better', 'worse', 'leaning-better', 'leaning-worse', 'not-shown', 'same', 'nothing']),
  value: nullableNumber,
  low: nullableNumber,
  high: nullableNumber,
  method: text,
  unreliable: v.nullable(text),
  p: nullableNumber,
});

const difference = v.looseObject({
  value: nullableNumber,
  low: nullableNumber,
  high: nullableNumber,
  level: v.number(),
  method: v.picklist(['cluster-t', 't', 'tango-score', 'percentile-bootstrap', 'none']),
  n: count,
});

const metric = v.intersect([
  v.looseObject({
    metric: text,
    measure: MeasureSpecSchema,
    a: EstimateSchema,
    b: EstimateSchema,
    difference,
    direction: v.picklist(['better', 'worse', 'equal', 'unknown']),
    clear: v.boolean(),
  }),
  plainFields,
]);

const comparison = v.object({
  settings: v.array(plainFields),
  likeForLike: v.boolean(),
  samples: v.object({ shared: count, onlyInA: count, onlyInB: count }),
  metrics: v.array(metric),
  disagreement: v.nullable(v.object({ better: v.array(text), worse: v.array(text), clear: v.boolean() })),
});

const column = v.array(nullableNumber);

export const comparisonAnswer = answerOf(
  v.object({
    comparisons: v.array(
      v.object({
        a: text,
        b: text,
        comparison,
        verdicts: v.record(text, verdict),
        slices: v.array(
          v.object({
            field: text,
            value: text,
            samples: count,
            metrics: v.array(v.object({ metric: text, measure: MeasureSpecSchema, difference })),
          }),
        ),
        samples: v.object({
          ids: v.array(text),
          indices: v.array(count),
          columns: v.record(text, v.object({ a: column, b: column })),
        }),
      }),
    ),
    tests: count,
    ranking: v.nullable(plainFields),
  }) as unknown as v.GenericSchema<unknown, ComparisonReport>, // what is plain there has types of its own
  'the comparison',
);

export const costsAnswer: (said: unknown) => RunCosts = answerOf(
  v.object({
    seconds: EstimateSchema,
    firstToken: EstimateSchema,
    tokensPerSecond: EstimateSchema,
    calls: EstimateSchema,
    peakMemory: v.object({ pageBytes: nullableNumber, wasmBytes: nullableNumber }),
    modelBytes: nullableNumber,
  }),
  'what the runs cost',
);

export const intervalsAnswer = answerOf(
  plainFields as unknown as v.GenericSchema<unknown, TimedIntervals>, // statistics that are only shown
  'the intervals of one mean',
);

export const repeatsAnswer = answerOf(
  v.array(plainFields) as unknown as v.GenericSchema<unknown, readonly RunRepeats[]>, // statistics that are only shown
  'what several answers say',
);

export const agreementAnswer = answerOf(
  plainFields as unknown as v.GenericSchema<unknown, RunAgreement>, // statistics that are only shown
  'the agreement of the runs',
);

export const rankingAnswer = answerOf(
  plainFields as unknown as v.GenericSchema<unknown, RankingReport>, // statistics that are only shown
  'the ranking of the runs',
);

export const verdictAnswer = answerOf(
  v.object({
    verdict: v.picklist(['superior', 'non-inferior', 'inferior', 'inconclusive']),
    words: text,
    plan: plainFields,
    standing: v.picklist(['confirmatory', 'exploratory']),
    reasons: v.array(text),
  }) as unknown as v.GenericSchema<unknown, PlannedVerdict>, // the plan went there checked
  'the verdict on the plan',
);
