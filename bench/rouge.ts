/**
 * ROUGE pairs per second beside js-rouge 3.2.3, in the same run and in turns (A B B A), on pairs of note length from the
 * bundled pack and made ones; and how far the two agree. js-rouge gets our tokens, so that only the counting differs.
 */
import { readFileSync } from 'node:fs';
import * as jsRouge from 'js-rouge';
import * as v from 'valibot';
import { rougeOfTexts } from '../src/core/scorers/rouge/text-rouge.ts';
import { tInterval } from '../src/core/stats/t-interval.ts';

interface Pair {
  readonly target: string;
  readonly text: string;
}

const PackSchema = v.object({ samples: v.array(v.object({ target: v.optional(v.array(v.string())) })) });
const PAIRS = 60;
const ROUNDS = 12;

/** Each reference against the next one: real notes that share words without being equal. */
function notePairs(): Pair[] {
  const pack = v.parse(PackSchema, JSON.parse(readFileSync('public/packs/soap-notes-demo.json', 'utf8')));
  const notes = pack.samples.flatMap(({ target }) => target?.[0] ?? []);
  return notes
    .slice(0, PAIRS)
    .map((target, index) => ({ target, text: notes[(index + 1) % notes.length] ?? '' }));
}

const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
const tokenizer = (text: string): string[] => words(text);

const ours = ({ target, text }: Pair): readonly number[] => {
  const { rouge1, rouge2, rougeL } = rougeOfTexts(target, text, false);
  return [rouge1, rouge2, rougeL].map((value) => (value === 'too-long-to-score' ? NaN : value.f));
};
const theirs = ({ target, text }: Pair): readonly number[] => [
  jsRouge.n(text, target, { n: 1, beta: 1, tokenizer }),
  jsRouge.n(text, target, { n: 2, beta: 1, tokenizer }),
  jsRouge.l(text, target, { beta: 1, tokenizer }),
];

function secondsOf(score: (pair: Pair) => readonly number[], pairs: readonly Pair[]): number {
  const started = performance.now();
  for (const pair of pairs) score(pair);
  return (performance.now() - started) / 1000;
}

export function run(): string {
  const pairs = notePairs();
  const rates: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  const measure = (who: 'ours' | 'theirs', keep: boolean): void => {
    const rate = pairs.length / secondsOf(who === 'ours' ? ours : theirs, pairs);
    if (keep) rates[who].push(rate);
  };
  for (const who of ['ours', 'theirs'] as const) measure(who, false);
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = ['ours', 'theirs', 'theirs', 'ours'] as const;
    for (const who of order) measure(who, true);
  }
  // Within a round of A B B A a slow minute hits both: the ratio of their sums is what can be compared.
  const ratios = Array.from({ length: ROUNDS }, (_, round) => {
    const of = (list: readonly number[]): number => (list[2 * round] ?? 0) + (list[2 * round + 1] ?? 0);
    return of(rates.ours) / of(rates.theirs);
  });
  const differences = pairs.map((pair) => {
    const b = theirs(pair);
    return ours(pair).map((value, at) => Math.abs(value - (b[at] ?? 0)));
  });
  const agreement = ['ROUGE-1', 'ROUGE-2', 'ROUGE-L'].map((name, at) => {
    const values = differences.map((row) => row[at] ?? 0);
    const differing = values.filter((value) => value > 1e-9).length;
    return `| ${name} F | ${differing} of ${values.length} | ${Math.max(...values).toFixed(4)} |`;
  });
  const meanWords = pairs.reduce((sum, { target }) => sum + words(target).length, 0) / pairs.length;
  return [
    `${pairs.length} pairs of notes of ${meanWords.toFixed(0)} words in the mean, ROUGE-1, ROUGE-2 and ROUGE-L (ours also ROUGE-Lsum), ${ROUNDS} rounds in the order A B B A; 95 % t intervals over rounds.`,
    '',
    '| implementation | pairs per second | 95 % interval | n |',
    '|---|---|---|---|',
    row('Bedside', rates.ours),
    row('js-rouge 3.2.3', rates.theirs),
    row('ratio, Bedside / js-rouge', ratios),
    '',
    '| measure | pairs that differ | largest difference |',
    '|---|---|---|',
    ...agreement,
    '',
    'js-rouge was given the tokens of rouge_score and F with beta 1. Its ROUGE-L counts over sentences of its own, so it is another measure than rouge_score’s.',
  ].join('\n');
}

function row(name: string, values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const { low, high } = tInterval(values, 0.95);
  return `| ${name} | ${mean.toFixed(1)} | ${low.toFixed(1)} to ${high.toFixed(1)} | ${values.length} |`;
}
