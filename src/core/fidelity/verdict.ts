/**
 * Whether a device computes a number format faithfully. Rounding weights to fewer bits moves probabilities by itself, so
 * each class of format has thresholds of its own. They stand well above what sound backends were measured to differ by
 * and well below what a broken kernel gives (docs/fidelity.md has both): they tell a device that computes wrongly from
 * one that computes, and say nothing about whether the format is good enough for a task.
 */
import type { FidelityReport } from './fidelity-report.ts';

export interface FidelityThresholds {
  /** Mean divergence per position, in nats, at most. */
  readonly kl: number;
  /** Share of positions with the reference's most likely token, at least. */
  readonly topOne: number;
}

const THRESHOLDS = {
  exact: { kl: 1e-4, topOne: 0.995 },
  half: { kl: 5e-3, topOne: 0.98 },
  eight: { kl: 0.05, topOne: 0.93 },
  four: { kl: 0.5, topOne: 0.75 },
} as const satisfies Record<string, FidelityThresholds>;

const ORDER = ['exact', 'half', 'eight', 'four'] as const;
type FormatClass = (typeof ORDER)[number];

function classOf(dtype: string): FormatClass {
  if (dtype === 'fp32' || dtype.startsWith('q0f32')) return 'exact';
  if (dtype === 'fp16' || dtype.startsWith('q0f16')) return 'half';
  return /8/.test(dtype.replace(/f16|f32/g, '')) ? 'eight' : 'four';
}

/** By the coarser of the two formats, or by arithmetic alone where both sides hold the same rounded weights. */
export function thresholdsFor(dtype: string, referenceDtype: string): FidelityThresholds {
  const [a, b] = [classOf(dtype), classOf(referenceDtype)];
  if (dtype === referenceDtype) return a === 'exact' ? THRESHOLDS.exact : THRESHOLDS.half;
  return THRESHOLDS[ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b];
}

/** What missed its threshold, in words; empty when the device passed. */
export function fidelityFailures(report: FidelityReport, thresholds: FidelityThresholds): readonly string[] {
  const failures: string[] = [];
  const { kl, topOne, repeatable } = report;
  if (kl.value === null || topOne.value === null) return ['nothing could be compared'];
  if (!(kl.value <= thresholds.kl))
    failures.push(`divergence ${kl.value.toPrecision(2)} nats a token, at most ${thresholds.kl} is expected`);
  if (!(topOne.value >= thresholds.topOne)) {
    failures.push(
      `${(topOne.value * 100).toFixed(1)} % of tokens have the same first choice, at least ${thresholds.topOne * 100} % is expected`,
    );
  }
  if (repeatable !== null && repeatable.value !== 1)
    failures.push('the same prompt asked twice gave two texts');
  return failures;
}
