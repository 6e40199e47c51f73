import { clipInterval } from '../interval.ts';
import { normalQuantile } from '../normal.ts';
import { type AgreementValue, FEW_ITEMS } from './agreement-value.ts';
import { type NotApplicable, notApplicable } from './not-applicable.ts';

export interface Share {
  readonly count: number;
  readonly n: number;
}

export interface JudgeCounts {
  /** Judged items without a reference, and how many the judge called positive. */
  readonly judged: Share;
  /** Calibration items that are truly positive, and how many of them the judge called positive. */
  readonly sensitivity: Share;
  /** Calibration items that are truly negative, and how many of them the judge called negative. */
  readonly specificity: Share;
}

export interface CorrectedRate extends AgreementValue {
  /** What the judge said, uncorrected. */
  readonly apparent: number;
  readonly sensitivity: number;
  readonly specificity: number;
}

/**
 * A judge's positive rate corrected for its errors, (p + spec - 1)/(sens + spec - 1) within [0, 1] (Rogan and Gladen,
 * Am J Epidemiol 107:71, 1978). The interval carries the sampling error of p, sensitivity and specificity alike: Lang and
 * Reiczigel, Prev Vet Med 113:13 (2014), with their adjusted counts (z² and z²/2 for p, 2 and 1 for the calibration
 * shares) and shift. Assumes that the calibration items are a fair sample of their class.
 */
export function roganGladen(counts: JudgeCounts, level: number): CorrectedRate | NotApplicable {
  if (counts.sensitivity.n === 0 || counts.specificity.n === 0) return notApplicable('no-calibration');
  if (counts.judged.n === 0) return notApplicable('no-judged-items');
  const apparent = counts.judged.count / counts.judged.n;
  const sensitivity = counts.sensitivity.count / counts.sensitivity.n;
  const specificity = counts.specificity.count / counts.specificity.n;
  if (sensitivity + specificity - 1 <= 1e-12) return notApplicable('uninformative-judge');
  const raw = (apparent + specificity - 1) / (sensitivity + specificity - 1);

  const z = normalQuantile((1 + level) / 2);
  const p = adjusted(counts.judged, z * z);
  const sens = adjusted(counts.sensitivity, 2);
  const spec = adjusted(counts.specificity, 2);
  const youden = sens.share + spec.share - 1;
  if (youden <= 0) return notApplicable('uninformative-judge');
  const centre = (p.share + spec.share - 1) / youden;
  const error =
    Math.sqrt(p.variance + sens.variance * centre ** 2 + spec.variance * (1 - centre) ** 2) / youden;
  const shift = 2 * z * z * (centre * sens.variance - (1 - centre) * spec.variance);
  return {
    kind: 'value',
    value: Math.min(1, Math.max(0, raw)),
    ...clipInterval({ low: centre + shift - z * error, high: centre + shift + z * error }, 0, 1),
    level,
    method: 'lang-reiczigel',
    n: counts.judged.n,
    apparent,
    sensitivity,
    specificity,
    ...(Math.min(counts.sensitivity.n, counts.specificity.n) < FEW_ITEMS
      ? { unreliable: 'few-items' as const }
      : {}),
  };
}

function adjusted({ count, n }: Share, plus: number): { share: number; variance: number } {
  const share = (count + plus / 2) / (n + plus);
  return { share, variance: (share * (1 - share)) / (n + plus) };
}
