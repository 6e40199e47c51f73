import { describe, expect, it } from 'vitest';
import type { Evidence } from '../evidence.ts';
import golden from './fixtures/golden.json';
import { brierBinary, brierMultiClass } from './brier.ts';
import { choiceCalibration } from './choice-calibration.ts';
import { choiceProbabilities } from './choice-probabilities.ts';
import type { ConfidentAnswer } from './confident-answers.ts';
import { expectedCalibrationError, reliabilityBins } from './reliability-bins.ts';
import {
  areaUnderRiskCoverage,
  coverageAccuracyArea,
  riskCoverage,
  selectiveAccuracy,
  selectiveAccuracyAtTenth,
} from './selective.ts';

const answersOf = (confidence: readonly number[], right: readonly number[]): ConfidentAnswer[] =>
  confidence.map((value, index) => ({ confidence: value, right: right[index] === 1 }));

describe.each(golden.cases)('numpy, $name', ({ confidence, right, ece, brier, area, tenth, digits }) => {
  const answers = answersOf(confidence, right);

  it('gives the same errors and areas', () => {
    expect(expectedCalibrationError(answers)).toBeCloseTo(ece, 10);
    expect(brierBinary(answers)).toBeCloseTo(brier, 10);
    expect(coverageAccuracyArea(answers)).toBeCloseTo(area, digits);
    expect(areaUnderRiskCoverage(answers)).toBeCloseTo(1 - area, digits);
    expect(selectiveAccuracyAtTenth(answers)).toBeCloseTo(tenth, digits);
  });

  it('does not depend on the order of the answers', () => {
    const turned = [...answers].reverse();
    expect(expectedCalibrationError(turned)).toBeCloseTo(ece, 10);
    expect(coverageAccuracyArea(turned)).toBeCloseTo(coverageAccuracyArea(answers) ?? NaN, 12);
  });

  it('puts every answer into one bin, of sizes that differ by one at most', () => {
    const sizes = reliabilityBins(answers).map(({ n }) => n);
    expect(sizes.reduce((sum, n) => sum + n, 0)).toBe(answers.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });
});

describe('Brier over all choices', () => {
  it('is that of numpy', () => {
    const { probabilities, right, brier } = golden.multiClass;
    const forecasts = probabilities.map((row, index) => ({ probabilities: row, right: right[index] ?? -1 }));
    expect(brierMultiClass(forecasts)).toBeCloseTo(brier, 12);
  });
});

describe('selective prediction', () => {
  it('averages within a tie', () => {
    const points = selectiveAccuracy(answersOf([0.9, 0.5, 0.5], [1, 1, 0]));
    expect(points.map(({ accuracy }) => accuracy)).toEqual([1, 0.75, 2 / 3]);
  });

  it('has a point of risk only where the confidence changes, with an interval', () => {
    const points = riskCoverage(answersOf([0.9, 0.5, 0.5, 0.2], [1, 1, 0, 0]));
    expect(points.map(({ n, risk }) => [n, risk])).toEqual([
      [1, 0],
      [3, 1 / 3],
      [4, 0.5],
    ]);
    for (const { low, risk, high } of points) expect(low <= risk && risk <= high).toBe(true);
  });

  it('has nothing to say about nothing', () => {
    expect([
      expectedCalibrationError([]),
      brierBinary([]),
      coverageAccuracyArea([]),
      selectiveAccuracyAtTenth([]),
    ]).toEqual([null, null, null, null]);
    expect(riskCoverage([])).toEqual([]);
  });
});

describe('calibration of ranked choices', () => {
  const score = (id: string, logLikelihood: number) => ({
    id,
    logLikelihood,
    tokens: 1,
    chars: 1,
    bytes: 1,
    isGreedy: false,
  });
  const evidence = (first: number, correct: string): Evidence => ({
    kind: 'choice',
    picked: 'A',
    correct,
    method: 'log-likelihood',
    probabilities: choiceProbabilities([score('A', first), score('B', 0)]),
  });

  it('takes the share of the picked choice as its confidence and warns about few answers', () => {
    const few = choiceCalibration([
      evidence(Math.log(3), 'A'),
      evidence(Math.log(3), 'B'),
      { kind: 'choice', picked: 'A', correct: 'A', method: 'generated' },
    ]);
    expect(few).toMatchObject({ n: 2, withoutConfidence: 1, reliable: false });
    expect(few?.figures['mean-confidence']?.value).toBeCloseTo(0.75, 12);
    expect(few?.figures['ece-one-bin']?.value).toBeCloseTo(0.25, 12);
    expect(few?.figures.accuracy).toEqual({ value: 0.5, low: 0, high: 1 });
    // ((0.25)² + (0.75)²) / 2, twice that over both choices.
    expect(few?.figures.brier?.value).toBeCloseTo(0.3125, 12);
    expect(few?.figures['brier-all-choices']?.value).toBeCloseTo(0.625, 12);
    expect(choiceCalibration(Array.from({ length: 300 }, () => evidence(1, 'A')))?.reliable).toBe(true);
  });

  it('draws answers about one patient together, and counts patients before it warns', () => {
    const one = (at: number): Evidence => ({
      kind: 'choice',
      picked: 'A',
      correct: at % 3 === 0 ? 'B' : 'A',
      method: 'log-likelihood',
      probabilities: [
        { id: 'A', probability: 0.7 },
        { id: 'B', probability: 0.3 },
      ],
    });
    // Ten copies of each of thirty answers say no more than the thirty.
    const copies = Array.from({ length: 300 }, (_, at) => one(Math.floor(at / 10)));
    const clusters = copies.map((_, at) => `patient ${Math.floor(at / 10)}`);
    const apart = choiceCalibration(copies);
    const together = choiceCalibration(copies, clusters);
    const width = (found: typeof apart) =>
      (found?.figures.accuracy?.high ?? 0) - (found?.figures.accuracy?.low ?? 0);
    expect(together?.figures.accuracy?.value).toBe(apart?.figures.accuracy?.value);
    expect(width(together)).toBeGreaterThan(2 * width(apart));
    expect([apart?.reliable, together?.reliable, together?.n]).toEqual([true, false, 300]);
  });

  it('is null without probabilities, and shares belief equally when all choices are impossible', () => {
    expect(choiceCalibration([])).toBeNull();
    expect(
      choiceProbabilities([score('A', -Infinity), score('B', -Infinity)]).map(
        ({ probability }) => probability,
      ),
    ).toEqual([0.5, 0.5]);
  });
});

describe('confidence that the model states', () => {
  const said = (stated: number | null, picked: string | null) => ({
    kind: 'choice' as const,
    method: 'generated' as const,
    picked,
    correct: 'A',
    stated,
  });
  it('is held against what was right, without the figures that need every share', () => {
    const found = choiceCalibration([
      said(0.9, 'A'),
      said(0.9, 'B'),
      said(0.5, 'A'),
      said(null, 'A'),
      said(1, null),
    ]);
    expect(found).toMatchObject({ source: 'stated', n: 3, withoutConfidence: 2, reliable: false });
    expect(found?.figures['mean-confidence']?.value).toBeCloseTo(2.3 / 3, 12);
    // (0.1^2 + 0.9^2 + 0.5^2) / 3
    expect(found?.figures.brier?.value).toBeCloseTo((0.01 + 0.81 + 0.25) / 3, 12);
    expect(found?.figures['brier-all-choices']).toBeNull();
  });
  it('is nothing when it was never asked and nothing was ranked', () => {
    expect(
      choiceCalibration([{ kind: 'choice', method: 'generated', picked: 'A', correct: 'A' }]),
    ).toBeNull();
  });
});
