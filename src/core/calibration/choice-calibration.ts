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

/** One question: how sure of the picked choice, whether it is right, and the shares of all choices where they are known. */
interface RankedAnswer {
  readonly confidence: number;
  readonly right: boolean;
  /** Empty where the model only said how sure it is. */
  readonly probabilities: readonly number[];
  /** Position of the right choice. */
  readonly correct: number;
}

interface Grouped {
  readonly answer: RankedAnswer;
  /** Patient or question that it shares with others. */
  readonly cluster: string;
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

/** With its 95 % percentile bootstrap interval over clusters: patients where samples share one, else questions. */
export interface CalibrationFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ChoiceCalibration {
  /** Where the confidence is from: the shares of ranked choices, or the model's own word. */
  readonly source: 'ranked' | 'stated';
  readonly n: number;
  /** Questions whose choices were not ranked or whose first place is shared; or whose confidence could not be read. */
  readonly withoutConfidence: number;
  /** False under 300 questions (or patients): calibration errors of so few are mostly chance. */
  readonly reliable: boolean;
  /** Null where a figure needs the shares of all choices and there are none. */
  readonly figures: Readonly<Record<CalibrationFigureId, CalibrationFigure | null>>;
  readonly bins: readonly CalibrationBin[];
  readonly riskCoverage: readonly RiskCoveragePoint[];
}

type ChoiceEvidence = Extract<Evidence, { kind: 'choice' }>;

function rankedAnswer({ picked, correct, probabilities }: ChoiceEvidence): RankedAnswer | null {
  const confidence = probabilities?.find(({ id }) => id === picked)?.probability;
  if (probabilities === undefined || confidence === undefined) return null;
  return {
    confidence,
    right: picked === correct,
    probabilities: probabilities.map(({ probability }) => probability),
    correct: probabilities.findIndex(({ id }) => id === correct),
  };
}

/** An answer that could not be read is neither right nor wrong, so its confidence says nothing. */
function statedAnswer({ picked, correct, stated }: ChoiceEvidence): RankedAnswer | null {
  if (stated === undefined || stated === null || picked === null) return null;
  return { confidence: stated, right: picked === correct, probabilities: [], correct: -1 };
}

/** Of ranked choices, or of what the model said where it was asked; null when no question has a confidence. */
export function choiceCalibration(
  evidence: readonly Evidence[],
  /** Belongs to the evidence, one by one; left out: every answer stands alone. */
  clusters: readonly string[] = evidence.map((_, at) => String(at)),
): ChoiceCalibration | null {
  const choices = evidence.flatMap((item, at) =>
    item.kind === 'choice' ? [{ item, cluster: clusters[at] ?? String(at) }] : [],
  );
  const asked = choices.some(({ item }) => item.stated !== undefined);
  const grouped = choices.flatMap(({ item, cluster }): Grouped[] => {
    const answer = asked ? statedAnswer(item) : rankedAnswer(item);
    return answer === null ? [] : [{ answer, cluster }];
  });
  const answers = grouped.map(({ answer }) => answer);
  const groups = clustersOf(grouped);
  const n = answers.length;
  if (n === 0) return null;
  return {
    source: asked ? 'stated' : 'ranked',
    n,
    withoutConfidence: choices.length - n,
    reliable: groups.length >= RELIABLE_ANSWERS,
    figures: figuresOf(answers, groups),
    bins: reliabilityBins(answers),
    riskCoverage: riskCoverage(answers),
  };
}

/** Resamples shrink with the number of answers, so that a page never waits for seconds; the seed is fixed. */
const MOST_RESAMPLES = 500;
const LEAST_RESAMPLES = 100;
const DRAWN_ANSWERS = 1_000_000;

function clustersOf(grouped: readonly Grouped[]): readonly (readonly RankedAnswer[])[] {
  const found = new Map<string, RankedAnswer[]>();
  for (const { answer, cluster } of grouped) {
    const own = found.get(cluster);
    if (own === undefined) found.set(cluster, [answer]);
    else own.push(answer);
  }
  return [...found.values()];
}

function figuresOf(
  answers: readonly RankedAnswer[],
  clusters: readonly (readonly RankedAnswer[])[],
): ChoiceCalibration['figures'] {
  const rng = seededRng(1);
  const wanted = Math.ceil(DRAWN_ANSWERS / answers.length);
  const resamples = Array.from({ length: Math.max(LEAST_RESAMPLES, Math.min(MOST_RESAMPLES, wanted)) }, () =>
    clusters.flatMap(() => clusters[Math.floor(rng.next() * clusters.length)] ?? []),
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
    'brier-all-choices': answers.some(({ probabilities }) => probabilities.length === 0)
      ? null
      : figure(FIGURES['brier-all-choices']),
    'surest-tenth': figure(FIGURES['surest-tenth']),
    'risk-coverage-area': figure(FIGURES['risk-coverage-area']),
  };
}
