/** llama.cpp (wllama) against ONNX Runtime on WebAssembly: the same weights in the same number of bits, through the same client. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { onBenchPage } from '../browser/open-bench-page.ts';
import { medianOf, pairedRatio, ratioCells } from '../paired-ratio.ts';
import { visitPrompts } from './items.ts';

const PAIRS = 20;
const TOKENS = 48;
const GGUF = 'demo-tuned.Q8_0.gguf';

export async function run(): Promise<string> {
  const gguf = readFileSync(`e2e/fixtures/${GGUF}`);
  const expected = {
    [GGUF]: { bytes: gguf.byteLength, sha256: createHash('sha256').update(gguf).digest('hex') },
  };
  const prompts = visitPrompts();
  return onBenchPage(async (page) => {
    await page.evaluate(async (files) => {
      await window.bench.openClient('wllama', {
        runtimeId: 'wllama',
        modelId: 'demo-tuned-gguf',
        location: { kind: 'url', baseUrl: new URL('/fixtures/', location.href).href },
        dtype: 'Q8_0',
        prefixReuse: false,
        expected: files,
      });
      for (const dtype of ['q8', 'int8']) await window.bench.openClient(dtype, { dtype, prefixReuse: false });
    }, expected);
    const write = (name: string, turn: number) =>
      page.evaluate(
        async ([client, messages, maxTokens]) => {
          const settings = { maxTokens, temperature: 0, topK: 0, seed: 1, stop: [] };
          const { timings, usage } = await window.bench.client(client).generate({ messages, settings });
          const firstMs = timings.firstTokenMs ?? NaN;
          // A note of rounded weights may end sooner, so both figures are per token.
          if (usage.outputTokens < 4) throw new Error(`${client} wrote ${usage.outputTokens} tokens only`);
          return {
            promptMs: firstMs / usage.promptTokens,
            perTokenMs: (timings.totalMs - firstMs) / (usage.outputTokens - 1),
          };
        },
        [name, prompts[turn % prompts.length] ?? [], TOKENS] as const,
      );
    const rows: string[] = [];
    for (const dtype of ['q8', 'int8'])
      for (const [what, of] of [
        ['each token of the prompt', 'promptMs'],
        ['each written token', 'perTokenMs'],
      ] as const) {
        const ratio = await pairedRatio(
          PAIRS,
          async (turn) => (await write(dtype, turn))[of],
          async (turn) => (await write('wllama', turn))[of],
        );
        rows.push(
          `| ONNX ${dtype} / GGUF Q8_0: ${what} | ${ratioCells(ratio)} | ${medianOf(ratio.a).toFixed(2)} | ${medianOf(ratio.b).toFixed(2)} |`,
        );
      }
    return [
      `Milliseconds of the demo model on WASM, one thread, over visits of some hundred tokens, another at each turn, and at most ${TOKENS} written ones, for each token, ${PAIRS} pairs in the order A B B A, through the product's client with nothing kept between prompts. Above 1 llama.cpp is faster. q8 and Q8_0 hold the same weights in blocks of 8 bits; int8 also rounds what flows between the layers.`,
      '',
      '| what | ratio, median | 95 % interval | pairs | ms, ONNX Runtime | ms, llama.cpp |',
      '|---|---|---|---|---|---|',
      ...rows,
    ].join('\n');
  });
}
