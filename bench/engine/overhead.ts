/** Tokens per second of one note through the whole product against a bare generate() in the same page. */
import { medianOf, pairedRatio, ratioCells } from '../paired-ratio.ts';
import { onBenchPage } from '../browser/open-bench-page.ts';

const PAIRS = 24;
const DTYPE = 'int8';
const MAX_TOKENS = 640;

export async function run(): Promise<string> {
  return onBenchPage(async (page) => {
    await page.evaluate(([dtype]) => window.bench.openBare('bare', dtype, 'onnx/model_int8.onnx'), [
      DTYPE,
    ] as const);
    const product = () =>
      page.evaluate(([pack, dtype]) => window.bench.product(pack, dtype), [
        'soap-notes-demo',
        DTYPE,
      ] as const);
    const { prompt, tokens } = await product();
    const bare = () =>
      page.evaluate(([text, most]) => window.bench.bareOf('bare').generate(text, most), [
        prompt,
        MAX_TOKENS,
      ] as const);
    const written = (await bare()).tokens;
    if (written !== tokens) throw new Error(`the product wrote ${tokens} tokens, the bare loop ${written}`);
    const rate = ({ ms, tokens: count }: { ms: number; tokens: number }): number => (count * 1000) / ms;
    const ratio = await pairedRatio(
      PAIRS,
      async () => rate(await product()),
      async () => rate(await bare()),
    );
    return [
      `One note of ${tokens} tokens (${DTYPE}, WASM, one thread), again and again: through the whole product (queue, solver, chat template, tokenizer, worker, streaming to the page, record committed to disk) and by a bare \`generate()\` of transformers.js in another worker of the same page. ${PAIRS} pairs in the order A B B A; the bare loop writes the same number of tokens.`,
      '',
      '| | tokens/s, median | n |',
      '|---|---|---|',
      `| product | ${medianOf(ratio.a).toFixed(1)} | ${PAIRS} |`,
      `| bare loop | ${medianOf(ratio.b).toFixed(1)} | ${PAIRS} |`,
      '',
      '| ratio | median | 95 % interval | pairs |',
      '|---|---|---|---|',
      `| product / bare loop; target at least 0.97 | ${ratioCells(ratio, 3)} |`,
    ].join('\n');
  });
}
