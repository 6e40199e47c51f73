/** One and two threads of WASM, and the same weights in native ONNX Runtime as the limit of this processor. */
import { fileURLToPath } from 'node:url';
import { AutoModelForCausalLM, AutoTokenizer, env, Tensor } from '@huggingface/transformers';
import { onBenchPage } from '../browser/open-bench-page.ts';
import { medianOf, pairedRatio, ratioCells } from '../paired-ratio.ts';
import { visitPrompts } from './items.ts';

const PAIRS = 20;
const TOKENS = 48;
const DTYPES = [
  ['int8', 'onnx/model_int8.onnx'],
  ['q8', 'onnx/model_quantized.onnx'],
  ['q4', 'onnx/model_q4.onnx'],
] as const;

interface Timed {
  readonly ms: number;
  readonly tokens: number;
}

export async function run(): Promise<string> {
  // A visit, of which the model really writes as many tokens; after a question it would stop at the letter.
  const text = `<|bos|><|user|>${visitPrompts()[0]?.[0]?.content ?? ''}<|end|><|assistant|>`;
  const whole = ({ ms, tokens }: Timed, most: number): number => {
    if (tokens === most) return ms;
    throw new Error(`${tokens} tokens were written, not ${most}`);
  };
  return onBenchPage(async (page) => {
    const rows: string[] = [];
    for (const [dtype, path] of DTYPES) {
      await page.evaluate(
        async ([name, file]) => {
          await window.bench.openBare(`${name} 1`, name, file, 1);
          await window.bench.openBare(`${name} 2`, name, file, 2);
        },
        [dtype, path] as const,
      );
      const inPage = (threads: number, most: number): Promise<Timed> =>
        page.evaluate(([name, prompt, tokens]) => window.bench.bareOf(name).generate(prompt, tokens), [
          `${dtype} ${threads}`,
          text,
          most,
        ] as const);
      const native = await nativeModel(dtype);
      for (const [what, most] of [
        ['prompt and first token', 1],
        [`prompt and ${TOKENS} tokens`, TOKENS],
      ] as const) {
        const threads = await pairedRatio(
          PAIRS,
          async () => whole(await inPage(1, most), most),
          async () => whole(await inPage(2, most), most),
        );
        const limit = await pairedRatio(
          PAIRS,
          async () => whole(await inPage(1, most), most),
          async () => whole(await native(text, most), most),
        );
        rows.push(
          `| ${dtype}, ${what} | 1 thread / 2 threads | ${ratioCells(threads)} | ${medianOf(threads.a).toFixed(0)} | ${medianOf(threads.b).toFixed(0)} |`,
          `| ${dtype}, ${what} | WASM / native, 1 thread | ${ratioCells(limit)} | ${medianOf(limit.a).toFixed(0)} | ${medianOf(limit.b).toFixed(0)} |`,
        );
      }
    }
    return [
      `Seconds of a bare \`generate()\` of the demo model over the first visit of the demo pack, ${PAIRS} pairs in the order A B B A. Native: onnxruntime-node through the same library, one thread. Above 1 the second is faster.`,
      '',
      '| what | ratio of seconds | median | 95 % interval | pairs | ms, first | ms, second |',
      '|---|---|---|---|---|---|---|',
      ...rows,
    ].join('\n');
  });
}

async function nativeModel(dtype: string): Promise<(text: string, most: number) => Promise<Timed>> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = fileURLToPath(new URL('../../public/models/', import.meta.url));
  const tokenizer = await AutoTokenizer.from_pretrained('demo-tuned');
  const model = await AutoModelForCausalLM.from_pretrained('demo-tuned', {
    dtype: dtype as 'q8',
    device: 'cpu',
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
  return async (text, most) => {
    const startedAt = performance.now();
    const ids = tokenizer.encode(text, { add_special_tokens: false });
    const written: unknown = await model.generate({
      inputs: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), [1, ids.length]),
      max_new_tokens: most,
      do_sample: false,
    });
    if (!(written instanceof Tensor)) throw new Error('no tokens');
    return { ms: performance.now() - startedAt, tokens: (written.dims[1] ?? 0) - ids.length };
  };
}
