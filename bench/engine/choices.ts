/** Multiple choice by log-likelihood against scoring each choice with a full forward pass, and the shared header. */
import { onBenchPage } from '../browser/open-bench-page.ts';
import { medianOf, pairedRatio, ratioCells, type PairedRatio } from '../paired-ratio.ts';
import { fewShotItems, stemItems, type BenchItem } from './items.ts';

const PAIRS = 24;
const DTYPES = [
  ['q8', 'onnx/model_quantized.onnx'],
  ['q4', 'onnx/model_q4.onnx'],
  ['fp32', 'onnx/model.onnx'],
] as const;
const AGREE = 1e-4;

export async function run(): Promise<string> {
  return onBenchPage(async (page) => {
    const rows: string[] = [];
    let largest = 0;
    const stems = stemItems();
    const shots = fewShotItems();
    let share = 0;
    for (const [dtype, path] of DTYPES) {
      await page.evaluate(
        async ([name, file]) => {
          await window.bench.openBare(name, name, file);
          await window.bench.openClient(`${name} alone`, { dtype: name, prefixReuse: false });
          await window.bench.openClient(`${name} shared`, { dtype: name });
        },
        [dtype, path] as const,
      );
      const ours = (client: string, { messages, choices }: BenchItem) =>
        page.evaluate(
          async ([name, asked, offered]) => {
            const startedAt = performance.now();
            const result = await window.bench
              .client(name)
              .logprobs({ messages: asked, continuations: offered });
            const sums = result.scores.map(({ perToken }) => perToken.reduce((sum, value) => sum + value, 0));
            const { prompt, timings } = result;
            return {
              ms: performance.now() - startedAt,
              sums,
              text: prompt.text,
              tokens: prompt.tokenCount,
              reused: timings.reusedTokens ?? 0,
            };
          },
          [client, messages, choices] as const,
        );
      const full = async (item: BenchItem) => {
        const { text } = await ours(`${dtype} alone`, item);
        return page.evaluate(
          ([name, prompt, offered]) => window.bench.bareOf(name).fullForwards(prompt, offered),
          [dtype, text, item.choices] as const,
        );
      };
      const at = (items: readonly BenchItem[], turn: number): BenchItem => {
        const item = items[turn % items.length];
        if (item === undefined) throw new Error('no items');
        return item;
      };
      for (const item of stems.slice(0, 4)) {
        const [a, b] = [await ours(`${dtype} alone`, item), await full(item)];
        a.sums.forEach((sum, index) => (largest = Math.max(largest, Math.abs(sum - (b.sums[index] ?? NaN)))));
      }
      const once = await pairedRatio(
        PAIRS,
        async (turn) => (await full(at(stems, turn))).ms,
        async (turn) => (await ours(`${dtype} alone`, at(stems, turn))).ms,
      );
      const header = await pairedRatio(
        PAIRS,
        async (turn) => (await ours(`${dtype} alone`, at(shots, turn))).ms,
        async (turn) => {
          const answer = await ours(`${dtype} shared`, at(shots, turn));
          if (turn > 0) share = answer.reused / answer.tokens;
          return answer.ms;
        },
      );
      for (const item of shots.slice(0, 4)) {
        const [a, b] = [await ours(`${dtype} alone`, item), await ours(`${dtype} shared`, item)];
        a.sums.forEach((sum, index) => (largest = Math.max(largest, Math.abs(sum - (b.sums[index] ?? NaN)))));
      }
      rows.push(row(`${dtype}: full forwards / prompt computed once`, once, 3));
      rows.push(row(`${dtype}: header computed each time / header kept`, header, 2));
    }
    if (!(largest < AGREE)) throw new Error(`log-likelihoods differ by ${largest} nats`);
    return [
      `Seconds per question of the demo model on WASM, one thread, ${PAIRS} pairs in the order A B B A. Above: questions of about 300 tokens with four choices of several words, each choice scored by one full forward pass over prompt and choice (plain transformers.js), against one pass over the prompt and short ones for the choices. Below: questions behind the same answered examples (${(share * 100).toFixed(0)} % of the prompt is kept from the question before), with and without keeping what they share. All log-likelihoods agree to ${largest === 0 ? '0' : largest.toExponential(1)} nats (${AGREE} is asked for).`,
      '',
      '| ratio of seconds | target | median | 95 % interval | pairs | ms, slower | ms, faster |',
      '|---|---|---|---|---|---|---|',
      ...rows,
    ].join('\n');
  });
}

function row(name: string, ratio: PairedRatio, target: number): string {
  return `| ${name} | ${target} | ${ratioCells(ratio)} | ${medianOf(ratio.a).toFixed(0)} | ${medianOf(ratio.b).toFixed(0)} |`;
}
