/** The cost of a run as name and value, one form for the page's tables and for exports. */
import type { Estimate } from '../contracts.ts';
import type { MedianFigure, RunCost } from './run-cost.ts';

type Row = readonly [name: string, value: string];

export function costRows(cost: RunCost): readonly Row[] {
  const { drift, memory, reused } = cost;
  return [
    ...cost.loads.map((load): Row => [
      `Model loaded (${LOADED_FROM[load.from]})`,
      `${seconds(load.totalMs / 1000)}, of which reading and hashing ${seconds(load.readMs / 1000)}`,
    ]),
    ...figure('Time to first token', cost.firstTokenMs, (value) => seconds(value / 1000)),
    ...figure('Reading the prompt', cost.prefillTokensPerSecond, perSecond),
    ...figure('Writing', cost.decodeTokensPerSecond, perSecond),
    ...(drift === null
      ? []
      : [
          [
            'Writing speed, last third against first',
            `${drift.ratio.toFixed(2)} times (${drift.low.toFixed(2)} to ${drift.high.toFixed(2)}), n = ${drift.n}`,
          ] as const,
        ]),
    ...mean('Seconds per answer', cost.secondsPerAnswer, (value) => value.toPrecision(3)),
    ...mean('Tokens read per answer', cost.promptTokens, (value) => value.toFixed(0)),
    ...mean('Tokens written per answer', cost.outputTokens, (value) => value.toFixed(0)),
    ...(reused === null || reused.tokens === 0
      ? []
      : [
          [
            'Prompt tokens kept from an earlier prompt',
            `${reused.tokens} of ${reused.of} (${((reused.tokens / reused.of) * 100).toFixed(0)} %), all calls counted`,
          ] as const,
        ]),
    ...memoryRow('Memory, page and workers (performance.measureUserAgentSpecificMemory)', memory?.pageBytes),
    ...memoryRow('Memory, WebAssembly of the model’s worker (its linear memory)', memory?.wasmBytes),
    ...memoryRow('Memory, JavaScript of the page alone (performance.memory)', memory?.jsHeapBytes),
  ];
}

const LOADED_FROM = {
  cold: 'cold: over the network',
  warm: 'warm: from this browser’s cache',
  folder: 'from a folder',
} as const;

const seconds = (value: number): string =>
  value < 1 ? `${(value * 1000).toFixed(0)} ms` : `${value.toFixed(1)} s`;
const perSecond = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} tokens/s`;

function figure(name: string, found: MedianFigure | null, words: (value: number) => string): Row[] {
  if (found === null) return [];
  const { median, low, high, quartiles, n } = found;
  return [
    [
      name,
      `median ${words(median)} (95 % interval ${words(low)} to ${words(high)}), half of them ${words(quartiles[0])} to ${words(quartiles[1])}, n = ${n}`,
    ],
  ];
}

function mean(name: string, { value, low, high, n }: Estimate, words: (value: number) => string): Row[] {
  if (value === null) return [];
  const interval =
    low === null || high === null ? 'no interval' : `95 % interval ${words(low)} to ${words(high)}`;
  return [[name, `mean ${words(value)} (${interval}), n = ${n}`]];
}

function memoryRow(name: string, bytes: number | null | undefined): Row[] {
  return bytes === null || bytes === undefined ? [] : [[name, `at most ${(bytes / 1e6).toFixed(0)} MB seen`]];
}
