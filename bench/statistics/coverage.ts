/** Coverage of the default intervals and error rates of the paired tests, by simulation. Seeded: the table can be had again. */
import {
  type Coverage,
  type DifferenceShape,
  clusteredCoverage,
  falsePositives,
  pairedCoverage,
  proportionCoverage,
} from '../../src/core/stats/coverage-simulation.ts';

const SEED = 20_260_101;

export function run(): string {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const checks: (readonly [string, boolean])[] = [];
  const check = (what: string, holds: boolean): void => void checks.push([what, holds]);

  print('| independent samples | p | covered | mean width |');
  print('| --- | --- | --- | --- |');
  const cells = [20, 50, 200].flatMap((n) =>
    [0.01, 0.02, 0.1, 0.5, 0.9].map((p, at) => {
      const found = proportionCoverage(n, p, 200_000, SEED + 10 * n + at);
      print(`| ${n} | ${p} | ${percent(found.covered)} | ${found.meanWidth.toFixed(3)} |`);
      return found.covered;
    }),
  );
  const mean = cells.reduce((sum, one) => sum + one, 0) / cells.length;
  print('');
  print(`Mean ${percent(mean)}, lowest ${percent(Math.min(...cells))}; 200,000 trials a cell.`);
  check('mean coverage between 94 and 97 %', mean >= 0.94 && mean <= 0.97);
  check('no cell under 93 %', Math.min(...cells) >= 0.93);

  print('');
  print('| clusters of 1 to 5 | p | correlation within | covered | marked unreliable |');
  print('| --- | --- | --- | --- | --- |');
  for (const clusters of [10, 19, 20, 40, 80]) {
    for (const p of [0.01, 0.02, 0.1, 0.5, 0.9]) {
      for (const correlation of [0.1, 0.5]) {
        const found = clusteredCoverage(clusters, p, correlation, 5_000, SEED + clusters);
        print(`| ${clusters} | ${p} | ${correlation} | ${percent(found.covered)} | ${marked(found)} |`);
        if (clusters >= 40)
          check(
            `${clusters} clusters, p ${p}, correlation ${correlation}: at least 93 %`,
            found.covered >= 0.93,
          );
        if (clusters < 20) check(`${clusters} clusters are marked`, found.unreliable === 1);
      }
    }
  }
  print('');
  print('5,000 trials a cell.');

  print('');
  print('| paired differences | n | covered | marked unreliable |');
  print('| --- | --- | --- | --- |');
  for (const shape of ['normal', 'mostly-equal', 'skewed'] satisfies DifferenceShape[]) {
    for (const n of [10, 20, 30, 50, 100]) {
      const found = pairedCoverage(shape, n, 20_000, SEED + n);
      print(`| ${shape} | ${n} | ${percent(found.covered)} | ${marked(found)} |`);
    }
  }
  print('');
  print(
    '20,000 trials a cell. Mostly equal: 70 % of differences are zero. Skewed: exponential, shifted to mean zero.',
  );

  print('');
  print('| paired test, no true difference | n | called different at 5 % |');
  print('| --- | --- | --- |');
  for (const [test, n, trials] of [
    ['mcnemar', 20, 200_000],
    ['mcnemar', 50, 200_000],
    ['mcnemar', 200, 100_000],
    ['sign-flip', 12, 20_000],
    ['sign-flip', 40, 4_000],
    ['sign-flip-clusters', 80, 4_000],
  ] as const) {
    const rate = falsePositives(test, n, trials, SEED + n);
    print(`| ${test} | ${n} | ${percent(rate)} |`);
    check(`${test}, n ${n}: at most 5.5 %`, rate <= 0.055);
  }
  print('');
  for (const [what, holds] of checks) if (!holds) print(`FAILED: ${what}`);
  if (checks.some(([, holds]) => !holds)) process.exitCode = 1;
  return lines.join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function marked({ unreliable }: Coverage): string {
  return unreliable === 0 ? 'no' : unreliable === 1 ? 'always' : percent(unreliable);
}
