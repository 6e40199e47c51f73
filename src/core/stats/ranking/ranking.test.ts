import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../errors.ts';
import { fileOf } from '../../run/fixtures.ts';
import { seededRng } from '../seeded-rng.ts';
import { bordaCounts } from './borda.ts';
import { bradleyTerry } from './bradley-terry.ts';
import { kemenyOrder } from './kemeny.ts';
import { kendallTauB } from './kendall-tau.ts';
import { rankStability } from './rank-stability.ts';
import { rankingReport } from './ranking-report.ts';
import { readScoreMatrix } from './read-matrix.ts';
import { type Gains, type ScoreMatrix, columnOf } from './score-matrix.ts';
import { winRates } from './win-rate.ts';
import { addRounds, isStronglyConnected, roundsOf } from './win-table.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'));
const ranks = read('golden-ranks.json') as {
  matrices: {
    cells: (number | null)[][];
    winRates: number[];
    borda: number[];
    meanRanks: number[];
    kemeny: { disagreements: number; first: number[]; count: number; firstPlaces: number[] };
    leaveOneOut: [number, number][];
    taus: (number | null)[];
  }[];
  ridge: { wins: number[][]; strengths: number[] }[];
};
const bt = read('golden-bt.json') as {
  cases: { source: string; wins: number[][]; strengths: number[] }[];
};
const OPTIONS = { level: 0.95, seed: 1 };

function matrixOf(cells: Gains): ScoreMatrix {
  return {
    models: cells.map((_, i) => `m${i}`),
    benchmarks: (cells[0] ?? []).map((_, i) => ({ id: `b${i}`, better: 'higher' })),
    cells,
  };
}
const fromCsv = (text: string) => readScoreMatrix(fileOf('m.csv', text));
const near = (actual: readonly (number | null)[], expected: readonly number[], digits: number): void => {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? Number.NaN, digits));
};

describe('golden values', () => {
  it('win rates, Borda points and mean ranks agree with SciPy ranks', () => {
    for (const one of ranks.matrices) {
      near(winRates(one.cells), one.winRates, 12);
      const borda = bordaCounts(one.cells);
      near(
        borda.map(({ points }) => points),
        one.borda,
        12,
      );
      near(
        borda.map(({ meanRank }) => meanRank),
        one.meanRanks,
        12,
      );
    }
  });
  it('Kemeny agrees with trying every order', () => {
    for (const one of ranks.matrices) {
      const kemeny = kemenyOrder(one.cells);
      if (kemeny.kind !== 'order') throw new Error('no order');
      expect(kemeny.disagreements).toBe(one.kemeny.disagreements);
      expect(kemeny.optimalOrders).toBe(one.kemeny.count);
      expect(kemeny.firstPlaces).toEqual(one.kemeny.firstPlaces);
      if (one.kemeny.count === 1) expect(kemeny.order).toEqual(one.kemeny.first);
    }
  });
  // A vote of a hundred over the capital of Tennessee, the textbook example of voting rules. electowiki.org,
  // "Kemeny–Young method": Nashville, Chattanooga, Knoxville, Memphis at a distance of 207. electowiki.org, "Borda count",
  // and liquisearch.com/borda_count/an_example: 126, 194, 173, 107.
  it('Kemeny and Borda give the published orders of the Tennessee example', () => {
    const ballots: readonly (readonly [number, readonly number[]])[] = [
      [42, [4, 3, 2, 1]],
      [26, [1, 4, 3, 2]],
      [15, [1, 2, 4, 3]],
      [17, [1, 2, 3, 4]],
    ];
    const columns = ballots.flatMap(([votes, places]) => Array.from({ length: votes }, () => places));
    const cells = [0, 1, 2, 3].map((city) => columns.map((places) => places[city] ?? null));
    const [memphis, nashville, chattanooga, knoxville] = [0, 1, 2, 3];
    expect(kemenyOrder(cells)).toMatchObject({
      order: [nashville, chattanooga, knoxville, memphis],
      disagreements: 207,
      optimalOrders: 1,
    });
    expect(bordaCounts(cells).map(({ points }) => points)).toEqual([126, 194, 173, 107]);
  });
  it('ranks with each benchmark left out agree with SciPy', () => {
    for (const one of ranks.matrices) {
      const stability = rankStability(one.cells, 10, 0.95, seededRng(1));
      expect(stability.map(({ leaveOneOut }) => leaveOneOut)).toEqual(
        one.leaveOneOut.map(([best, worst]) => ({ best, worst })),
      );
    }
  });
  it("Kendall's tau-b agrees with SciPy, ties and missing results included", () => {
    for (const one of ranks.matrices) {
      const taus: (number | null)[] = [];
      const count = one.cells[0]?.length ?? 0;
      for (let i = 0; i < count; i += 1)
        for (let j = i + 1; j < count; j += 1)
          taus.push(kendallTauB(columnOf(one.cells, i), columnOf(one.cells, j)).tau);
      taus.forEach((tau, i) => {
        const expected = one.taus[i] ?? null;
        if (expected === null) expect(tau).toBeNull();
        else expect(tau).toBeCloseTo(expected, 12);
      });
    }
  });
  it('Bradley-Terry agrees with BradleyTerry2 and with R glm for half wins', () => {
    for (const one of bt.cases) {
      const fitted = bradleyTerry(one.wins);
      expect(fitted.ridge).toBe(false);
      near(fitted.strengths, one.strengths, 6);
    }
  });
  it('with the ridge agrees with direct maximisation by SciPy', () => {
    for (const one of ranks.ridge) {
      const fitted = bradleyTerry(one.wins);
      expect(fitted.ridge).toBe(true);
      near(fitted.strengths, one.strengths, 5);
    }
  });
});

const cell = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null, freq: 6 });
const matrices = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([models, benchmarks]) =>
    fc.array(fc.array(cell, { minLength: benchmarks, maxLength: benchmarks }), {
      minLength: models,
      maxLength: models,
    }),
  );
const rounded = (values: readonly (number | null)[]): (number | null)[] =>
  values.map((value) => (value === null ? null : Number(value.toFixed(6)) + 0));

describe('invariances', () => {
  it('models in another order get the same numbers', () => {
    fc.assert(
      fc.property(matrices, (cells) => {
        const turned = [...cells].reverse();
        expect(winRates(turned)).toEqual([...winRates(cells)].reverse());
        expect(bordaCounts(turned)).toEqual([...bordaCounts(cells)].reverse());
        const strengths = (some: Gains) =>
          rounded(bradleyTerry(addRounds(roundsOf(some), some.length)).strengths);
        expect(strengths(turned)).toEqual([...strengths(cells)].reverse());
        const cost = (some: Gains) => {
          const kemeny = kemenyOrder(some);
          return kemeny.kind === 'order' ? [kemeny.disagreements, kemeny.optimalOrders] : null;
        };
        expect(cost(turned)).toEqual(cost(cells));
      }),
      { numRuns: 60 },
    );
  });
  it('every benchmark twice changes no win rate, and any growing transformation of a benchmark nothing', () => {
    fc.assert(
      fc.property(matrices, (cells) => {
        expect(rounded(winRates(cells.map((row) => [...row, ...row])))).toEqual(rounded(winRates(cells)));
        const cubed = cells.map((row) => row.map((value) => (value === null ? null : value ** 3 - 5)));
        expect(winRates(cubed)).toEqual(winRates(cells));
        expect(kemenyOrder(cubed)).toEqual(kemenyOrder(cells));
      }),
      { numRuns: 60 },
    );
  });
  it('win rates average one half when no result is missing', () => {
    fc.assert(
      fc.property(matrices, (cells) => {
        const complete = cells.map((row) => row.map((value) => value ?? 0));
        const rates = winRates(complete).map((rate) => rate ?? Number.NaN);
        expect(rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toBeCloseTo(0.5, 9);
      }),
    );
  });
  it('tau-b of a benchmark with itself is 1, and changes sign when one is turned round', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2 }), (x) => {
        fc.pre(new Set(x).size > 1);
        expect(kendallTauB(x, x).tau).toBeCloseTo(1, 12);
        expect(
          kendallTauB(
            x,
            x.map((value) => -value),
          ).tau,
        ).toBeCloseTo(-1, 12);
      }),
    );
  });
});

describe('report', () => {
  it('holds only finite numbers, whatever is missing', () => {
    const check = (value: unknown): void => {
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      else if (value !== null && typeof value === 'object') Object.values(value).forEach(check);
    };
    fc.assert(
      fc.property(matrices, (cells) => check(rankingReport(matrixOf(cells), OPTIONS))),
      { numRuns: 12 },
    );
  });
  it('flags a mean whose winner differs from the ranks', () => {
    const report = rankingReport(
      matrixOf([
        [0.6, 0.6, 0.6],
        [0.5, 0.5, 1],
        [0.1, 0.1, 0.1],
      ]),
      OPTIONS,
    );
    expect(report.winners.mean).toEqual(['m1']);
    expect(report.winners.winRate).toEqual(['m0']);
    expect(report.meanDisagrees).toEqual(['winRate', 'borda', 'kemeny', 'bradleyTerry']);
    expect(report.unreliable).toBe(true);
  });
  it('gives no mean over benchmarks of both directions, and turns ":lower" ones round', async () => {
    const matrix = await fromCsv('model,acc,wer:lower\na,0.9,0.1\nb,0.5,0.4\n');
    const report = rankingReport(matrix, OPTIONS);
    expect(report.models.map(({ mean }) => mean)).toEqual([null, null]);
    expect(report.models.map(({ winRate }) => winRate)).toEqual([1, 0]);
    expect(report.meanWords).toMatch(/^No arithmetic mean/);
  });
  it('takes the lowest mean for the winner when all benchmarks are better lower', async () => {
    const matrix = await fromCsv('model,wer:lower\na,0.9\nb,0.5\n');
    expect(rankingReport(matrix, OPTIONS).winners.mean).toEqual(['b']);
  });
  it('says how far missing results could move a rank', () => {
    const report = rankingReport(
      matrixOf([
        [3, 3, null],
        [2, 2, 2],
        [1, 1, 1],
      ]),
      OPTIONS,
    );
    expect(report.models[0]?.stability).toMatchObject({ rank: 1, missing: { best: 1, worst: 1.5 } });
    expect(report.models[1]?.stability.missing).toBeNull();
    expect(report.missing).toBe(1);
  });
  it('leaves a model without results out of every ranking', () => {
    const report = rankingReport(
      matrixOf([
        [3, 1, 2],
        [2, 2, 1],
        [null, null, null],
      ]),
      OPTIONS,
    );
    expect(report.models[2]).toMatchObject({ results: 0, winRate: null, bradleyTerry: null, mean: null });
    expect(report.models[2]?.borda.points).toBeNull();
    expect(report.kemeny).toMatchObject({ order: [0, 1], optimalOrders: 1 });
    expect(report.ridge).toBe(false);
  });
  it('gives a model that never met another one no place, not even the last', () => {
    const report = rankingReport(
      matrixOf([
        [null, null, 9],
        [2, 3, null],
        [1, 2, null],
      ]),
      OPTIONS,
    );
    expect(report.models[0]).toMatchObject({ results: 1, winRate: null, borda: { points: null } });
    expect(report.kemeny).toMatchObject({ order: [1, 2], optimalOrders: 1, firstPlaces: [1] });
    expect(report.winners.kemeny).toEqual(['m1']);
  });
  it('uses the ridge, and says so, when one model wins everything', () => {
    const report = rankingReport(
      matrixOf([
        [3, 3],
        [1, 1],
      ]),
      OPTIONS,
    );
    expect(report.ridge).toBe(true);
    expect(
      isStronglyConnected([
        [0, 2],
        [0, 0],
      ]),
    ).toBe(false);
  });
  it('refuses an exact Kemeny order beyond 15 models', () => {
    const cells = Array.from({ length: 16 }, (_, i) => [i]);
    expect(kemenyOrder(cells)).toEqual({ kind: 'too-many-models', limit: 15 });
    expect(rankingReport(matrixOf(cells), OPTIONS).winners.kemeny).toEqual([]);
  });
});

describe('score matrix from CSV', () => {
  const failure = async (text: string): Promise<AppError> => {
    try {
      await fromCsv(text);
    } catch (thrown) {
      if (thrown instanceof AppError) return thrown;
    }
    throw new Error('did not fail');
  };
  it('names line and column of what is not a number', async () => {
    expect((await failure('model,acc\na,high\nb,1\n')).message).toMatch(/line 2, column "acc": not a number/);
    expect((await failure('model,acc\na,1\na,2\n')).code).toBe('input/duplicate-id');
    expect((await failure('model,acc\na,1\n')).code).toBe('input/empty');
    expect((await failure('model\na\nb\n')).code).toBe('input/schema');
  });
});
