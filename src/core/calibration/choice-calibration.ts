import type { Evidence } from '../evidence.ts';
import { brierBinary, brierMultiClass, type ChoiceForecast } from './brier.ts';
import { RELIABLE_ANSWERS, type ConfidentAnswer } from './confident-answers.ts';
import { type CalibrationBin, expectedCalibrationError, reliabilityBins } from './reliability-bins.ts';
import {
  areaUnderRiskCoverage,
  coverageAccuracyArea,
  type RiskCoveragePoint,
  riskCoverage,
  selectiveAccuracyAtTenth,
} from './selective.ts';

export interface ChoiceCalibration {
  readonly n: number;
  /** Questions whose choices were not ranked, or whose first place is shared. */
  readonly withoutConfidence: number;
  /** False under 300 answers: calibration errors of so few are mostly chance. */
  readonly reliable: boolean;
  readonly meanConfidence: number;
  readonly accuracy: number;
  readonly ece: number;
  /** |accuracy - mean confidence|: one bin. */
  readonly eceOneBin: number;
  readonly brier: number;
  readonly brierMultiClass: number;
  readonly coverageAccuracyArea: number;
  readonly areaUnderRiskCoverage: number;
  readonly accuracyOfSurestTenth: number;
  readonly bins: readonly CalibrationBin[];
  readonly riskCoverage: readonly RiskCoveragePoint[];
}

type ChoiceEvidence = Extract<Evidence, { kind: 'choice' }>;

/** Of ranked choices; null when no question has probabilities. */
export function choiceCalibration(evidence: readonly Evidence[]): ChoiceCalibration | null {
  const choices = evidence.filter((item): item is ChoiceEvidence => item.kind === 'choice');
  const answers: ConfidentAnswer[] = [];
  const forecasts: ChoiceForecast[] = [];
  for (const { picked, correct, probabilities } of choices) {
    const confidence = probabilities?.find(({ id }) => id === picked)?.probability;
    if (probabilities === undefined || confidence === undefined) continue;
    answers.push({ confidence, right: picked === correct });
    forecasts.push({
      probabilities: probabilities.map(({ probability }) => probability),
      right: probabilities.findIndex(({ id }) => id === correct),
    });
  }
  const n = answers.length;
  if (n === 0) return null;
  const meanConfidence = answers.reduce((sum, { confidence }) => sum + confidence, 0) / n;
  const accuracy = answers.filter(({ right }) => right).length / n;
  return {
    n,
    withoutConfidence: choices.length - n,
    reliable: n >= RELIABLE_ANSWERS,
    meanConfidence,
    accuracy,
    ece: expectedCalibrationError(answers) ?? 0,
    eceOneBin: Math.abs(accuracy - meanConfidence),
    brier: brierBinary(answers) ?? 0,
    brierMultiClass: brierMultiClass(forecasts) ?? 0,
    coverageAccuracyArea: coverageAccuracyArea(answers) ?? 0,
    areaUnderRiskCoverage: areaUnderRiskCoverage(answers) ?? 0,
    accuracyOfSurestTenth: selectiveAccuracyAtTenth(answers) ?? 0,
    bins: reliabilityBins(answers),
    riskCoverage: riskCoverage(answers),
  };
}
