import type { Evidence } from '../evidence.ts';
import { quantileOfSorted } from '../stats/quantile.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { brierBinary, brierMultiClass } from './brier.ts';
import { RELIABLE_ANSWERS } from './confident-answers.ts';
import { type CalibrationBin, expectedCalibrationError, reliabilityBins } from './reliability-bins.ts';
import {
  areaUnderRiskCoverage,
  type RiskCoveragePoint,
  riskCoverage,
  selectiveAccuracyAtTenth,
} from './selective.ts';

/** One question: the share of the picked choice, whether it is right, and the shares of all choices. */
interface RankedAnswer {
  readonly confidence: number;
  readonly right: boolean;
  readonly probabilities: readonly number[];
  /** Position of the right choice. */
  readonly correct: number;
}

const FIGURES = {
  'mean-confidence': (answers) =>
    answers.reduce((sum, { confidence }) => sum + confidence, 0) / answers.length,
  accuracy: (answers) => answers.filter(({ right }) => right).length / answers.length,
  ece: (answers) => expectedCalibrationError(answers) ?? 0,
  /** |accuracy - mean confidence|. */
  'ece-one-bin': (answers) => expectedCalibrationError(answers, 1) ?? 0,
  brier: (answers) => brierBinary(answers) ?? 0,
  'brier-all-choices': (answers) =>
    brierMultiClass(answers.map(({ probabilities, correct }) => ({ probabilities, right: correct }))) ?? 0,
  'surest-tenth': (answers) => selectiveAccuracyAtTenth(answers) ?? 0,
  'risk-coverage-area': (answers) => areaUnderRiskCoverage(answers) ?? 0,
} as const satisfies Readonly<Record<string, (answers: readonly RankedAnswer[]) => number>>;

export type CalibrationFigureId = keyof typeof FIGURES;

/** With its 95 % percentile bootstrap interval over questions. */
export interface CalibrationFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ChoiceCalibration {
  readonly n: number;
  /** Questions whose choices were not ranked, or whose first place is shared. */
  readonly withoutConfidence: number;
  /** False under 300 answers: calibration errors of so few are mostly chance. */
  readonly reliable: boolean;
  readonly figures: Readonly<Record<CalibrationFigureId, CalibrationFigure>>;
  readonly bins: readonly CalibrationBin[];
  readonly riskCoverage: readonly RiskCoveragePoint[];
}

type ChoiceEvidence = Extract<Evidence, { kind: 'choice' }>;

/** Of ranked choices; null when no question has probabilities. */
export function choiceCalibration(evidence: readonly Evidence[]): ChoiceCalibration | null {
  const choices = evidence.filter((item): item is ChoiceEvidence => item.kind === 'choice');
  const answers = choices.flatMap(({ picked, correct, probabilities }): RankedAnswer[] => {
    const confidence = probabilities?.find(({ id }) => id === picked)?.probability;
    if (probabilities === undefined || confidence === undefined) return [];
    return [
      {
        confidence,
        right: picked === correct,
        probabilities: probabilities.map(({ probability }) => probability),
        correct: probabilities.findIndex(({ id }) => id === correct),
      },
    ];
  });
  const n = answers.length;
  if (n === 0) return null;
  return {
    n,
    withoutConfidence: choices.length - n,
    reliable: n >= RELIABLE_ANSWERS,
    figures: figuresOf(answers),
    bins: reliabilityBins(answers),
    riskCoverage: riskCoverage(answers),
  };
}

/** Resamples shrink with the number of answers, so that a page never waits for seconds; the seed is fixed. */
const MOST_RESAMPLES = 500;
const LEAST_RESAMPLES = 100;
const DRAWN_ANSWERS = 1_000_000;

function figuresOf(answers: readonly RankedAnswer[]): ChoiceCalibration['figures'] {
  const rng = seededRng(1);
  const wanted = Math.ceil(DRAWN_ANSWERS / answers.length);
  const resamples = Array.from({ length: Math.max(LEAST_RESAMPLES, Math.min(MOST_RESAMPLES, wanted)) }, () =>
    answers.flatMap(() => answers[Math.floor(rng.next() * answers.length)] ?? []),
  );
  const figure = (of: (answers: readonly RankedAnswer[]) => number): CalibrationFigure => {
    const drawn = resamples.map(of).sort((a, b) => a - b);
    return { value: of(answers), low: quantileOfSorted(drawn, 0.025), high: quantileOfSorted(drawn, 0.975) };
  };
  return {
    'mean-confidence': figure(FIGURES['mean-confidence']),
    accuracy: figure(FIGURES.accuracy),
    ece: figure(FIGURES.ece),
    'ece-one-bin': figure(FIGURES['ece-one-bin']),
    brier: figure(FIGURES.brier),
    'brier-all-choices': figure(FIGURES['brier-all-choices']),
    'surest-tenth': figure(FIGURES['surest-tenth']),
    'risk-coverage-area': figure(FIGURES['risk-coverage-area']),
  };
}
