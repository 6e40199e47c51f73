import { solvePositive } from './solve-positive.ts';
import { type WinTable, isStronglyConnected } from './win-table.ts';

/** As in FastChat's contextual Bradley-Terry: (0.5/2)·|r|². Keeps strengths finite where wins alone do not. */
const RIDGE = 0.5;
const MAX_STEPS = 100;
const DONE = 1e-12;

export interface BradleyTerry {
  /** Natural-log strengths with mean zero: P(i beats j) = 1/(1 + exp(s_j - s_i)). Null: no match. */
  readonly strengths: readonly (number | null)[];
  /** True when comparisons are disconnected or separated, so that the ridge decides how far apart models lie. */
  readonly ridge: boolean;
}

/**
 * Bradley-Terry strengths by maximum likelihood (Bradley and Terry 1952), ties as half a win each, by Newton's method
 * with step halving on the concave log-likelihood. With `ridge` the penalised likelihood is maximised instead.
 */
export function bradleyTerry(wins: WinTable): BradleyTerry {
  const playing = wins.flatMap((row, i) => (row.some((won, j) => won + (wins[j]?.[i] ?? 0) > 0) ? [i] : []));
  const table = playing.map((i) => playing.map((j) => wins[i]?.[j] ?? 0));
  const ridge = table.length > 0 && !isStronglyConnected(table);
  const fitted = fit(table, ridge ? RIDGE : 0);
  const strengths = wins.map((): number | null => null);
  playing.forEach((model, index) => (strengths[model] = fitted[index] ?? null));
  return { strengths, ridge };
}

function fit(wins: WinTable, ridge: number): number[] {
  const m = wins.length;
  let strengths = new Array<number>(m).fill(0);
  let likelihood = logLikelihood(wins, strengths, ridge);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { gradient, information } = derivatives(wins, strengths, ridge);
    const direction = solvePositive(information, gradient);
    let scale = 1;
    let next = strengths;
    let reached = likelihood;
    for (let halving = 0; halving < 40; halving += 1) {
      next = strengths.map((value, i) => value + scale * (direction[i] ?? 0));
      reached = logLikelihood(wins, next, ridge);
      if (reached >= likelihood) break;
      scale /= 2;
    }
    const moved = Math.max(...next.map((value, i) => Math.abs(value - (strengths[i] ?? 0))));
    strengths = next;
    likelihood = reached;
    if (moved < DONE) break;
  }
  const mean = strengths.reduce((sum, value) => sum + value, 0) / m;
  return strengths.map((value) => value - mean);
}

/** log(1/(1 + exp(-x))) without overflow. */
function logSigmoid(x: number): number {
  return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
}

function logLikelihood(wins: WinTable, strengths: readonly number[], ridge: number): number {
  let sum = 0;
  strengths.forEach((x, i) => {
    strengths.forEach((y, j) => {
      const won = wins[i]?.[j] ?? 0;
      if (won > 0) sum += won * logSigmoid(x - y);
    });
    sum -= (ridge / 2) * x * x;
  });
  return sum;
}

function derivatives(
  wins: WinTable,
  strengths: readonly number[],
  ridge: number,
): { gradient: number[]; information: number[][] } {
  const m = strengths.length;
  // Only differences matter: the constant added to every cell fixes the mean at zero and leaves the fit as it is.
  const information = Array.from({ length: m }, (_, i) =>
    Array.from({ length: m }, (_unused, j) => 1 / m + (i === j ? ridge : 0)),
  );
  const gradient = strengths.map((value) => -ridge * value);
  for (let i = 0; i < m; i += 1)
    for (let j = 0; j < m; j += 1) {
      if (i === j) continue;
      const won = wins[i]?.[j] ?? 0;
      const played = won + (wins[j]?.[i] ?? 0);
      if (played === 0) continue;
      const expected = 1 / (1 + Math.exp((strengths[j] ?? 0) - (strengths[i] ?? 0)));
      gradient[i] = (gradient[i] ?? 0) + won - played * expected;
      const weight = played * expected * (1 - expected);
      const row = information[i];
      if (row !== undefined) {
        row[i] = (row[i] ?? 0) + weight;
        row[j] = (row[j] ?? 0) - weight;
      }
    }
  return { gradient, information };
}
