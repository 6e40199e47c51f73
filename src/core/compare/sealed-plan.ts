/**
 * A non-inferiority plan: margin, endpoint, n and missing-data rule, fixed before the first record. The seal shows that
 * the plan was not changed since it was made; when it was made is the plan's own statement.
 */
import * as v from 'valibot';
import { canonicalJson } from '../canonical-json.ts';
import type { MeasureSpec } from '../contracts.ts';
import { createSha256 } from '../digest.ts';
import { AppError } from '../errors.ts';
import { type NonInferiority, nonInferiority } from '../stats/paired/non-inferiority.ts';
import { type PairedOptions, pairedDifference } from '../stats/paired/paired-difference.ts';
import { scoreDifference } from '../stats/paired/score-difference.ts';
import { type ComparedRun, assertSamePack } from './compare-runs.ts';
import { type SharedSample, columnOfMetric, scoredPairs, sharedSamples } from './pair-scores.ts';

const time = v.pipe(v.string(), v.isoTimestamp('must be an ISO time such as 2026-01-31T12:00:00.000Z'));
const words = v.pipe(v.string(), v.minLength(1, 'must not be empty'), v.maxLength(2_000, 'is too long'));

const SealedPlanSchema = v.strictObject({
  kind: v.literal('non-inferiority-plan', 'must be "non-inferiority-plan"'),
  schemaVersion: v.literal(1, 'must be 1'),
  packSha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')),
  /** The one metric that decides, e.g. "choice.accuracy". */
  metric: words,
  margin: v.pipe(v.number(), v.gtValue(0, 'must be above 0')),
  /** Scored pairs that the verdict needs. */
  samples: v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(2, 'must be at least 2')),
  /** Pairs without both scores: left out, or counted as badly for B as can be. */
  missing: v.picklist(['exclude', 'worst-case'], 'must be "exclude" or "worst-case"'),
  sealedAt: time,
  /** Not under the seal: what was changed afterwards, and why, stands beside the verdict. */
  amendments: v.optional(v.array(v.strictObject({ at: time, what: words, why: words })), []),
  seal: v.optional(v.string()),
});

export type SealedPlan = v.InferOutput<typeof SealedPlanSchema>;

/** SHA-256 over the canonical plan without its seal and its amendments. */
export function planSeal({ seal: _seal, amendments: _amendments, ...plan }: SealedPlan): string {
  return createSha256().update(canonicalJson(plan)).digestHex();
}

/** The plan with its seal: from here on any other margin, metric or rule no longer fits it. */
export function sealPlan(plan: SealedPlan): SealedPlan {
  return { ...plan, seal: planSeal(plan) };
}

/** Refuses a plan whose seal is missing or does not fit; the message gives the seal of what stands there now. */
export function readSealedPlan(value: unknown, file: string): SealedPlan {
  const parsed = v.safeParse(SealedPlanSchema, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    throw new AppError('input/schema', `${file}: ${path === null ? 'the plan' : path} ${issue.message}`, {
      file,
    });
  }
  const plan = parsed.output;
  const expected = planSeal(plan);
  if (plan.seal === expected) return plan;
  const problem =
    plan.seal === undefined
      ? `has no seal; to fix it before the first record, add "seal": "${expected}"`
      : 'was changed after it was sealed; list changes under "amendments" instead';
  throw new AppError('input/seal-mismatch', `${file}: the plan ${problem}`, { file, expected });
}

export interface PlannedVerdict extends NonInferiority {
  readonly plan: SealedPlan;
  /** Confirmatory only when the plan is older than every record of both runs and was not amended. */
  readonly standing: 'confirmatory' | 'exploratory';
  readonly reasons: readonly string[];
}

/** `firstRecordAt`: the earliest record of either run, ISO time; null when there is none. */
export function plannedVerdict(
  plan: SealedPlan,
  a: ComparedRun,
  b: ComparedRun,
  firstRecordAt: string | null,
  options: PairedOptions,
): PlannedVerdict {
  assertSamePack(a, b);
  if (plan.packSha256 !== a.header.pack.sha256)
    throw new AppError('input/seal-mismatch', 'the plan is for another pack, or for another version of it', {
      expected: plan.packSha256,
      actual: a.header.pack.sha256,
    });
  const measure = measureOf(a, plan.metric);
  const [first, second] = [columnOfMetric(a.scored, plan.metric), columnOfMetric(b.scored, plan.metric)];
  if (measure === null || first === null || second === null) {
    throw new AppError('input/unknown-id', `no metric is called "${plan.metric}" here`, { id: plan.metric });
  }
  const { samples } = sharedSamples(first, second);
  const pairs = scoredPairs(plan.missing === 'exclude' ? samples : filledAgainstB(samples, measure));
  const verdict = nonInferiority(
    (measure.kind === 'binary' ? scoreDifference(pairs, options) : null) ??
      pairedDifference(pairs, measure, options),
    measure.better,
    {
      margin: plan.margin,
      plannedN: plan.samples,
    },
  );
  const late = firstRecordAt !== null && Date.parse(plan.sealedAt) >= Date.parse(firstRecordAt);
  const reasons = [
    ...(late
      ? [`the plan says it was sealed at ${plan.sealedAt}, after the first record (${firstRecordAt})`]
      : []),
    ...(plan.amendments.length > 0 ? [`amendments to the plan: ${plan.amendments.length}`] : []),
  ];
  return { ...verdict, plan, standing: reasons.length === 0 ? 'confirmatory' : 'exploratory', reasons };
}

function measureOf(run: ComparedRun, metric: string): MeasureSpec | null {
  return (
    run.scored.tables.flatMap((table) => table.columns).find((one) => one.metric === metric)?.measure ?? null
  );
}

/** What B lacks counts as worst, what A lacks as best: a verdict for B then holds whatever is missing. */
function filledAgainstB(samples: readonly SharedSample[], { kind, better }: MeasureSpec): SharedSample[] {
  if (kind === 'count')
    throw new AppError('input/option', 'a count has no worst value: the plan must say "missing": "exclude"');
  const [worst, best] = better === 'higher' ? [0, 1] : [1, 0];
  return samples.map((sample) => ({ ...sample, a: sample.a ?? best, b: sample.b ?? worst }));
}
