/** What the engine is held against: the same weights through the library's own calls and nothing of ours around them. */
import {
  AutoModelForCausalLM,
  AutoTokenizer,
  Tensor,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@huggingface/transformers';
import * as Comlink from 'comlink';
import {
  configureEnvironment,
  IN_MEMORY_MODEL_ID,
  serveFiles,
} from '../../workers/runtimes/transformers-js/environment.ts';
import { MemoryFiles } from '../../workers/runtimes/transformers-js/memory-files.ts';
import { readOrtFiles } from '../../workers/runtimes/transformers-js/ort-files.ts';

const FILES = ['config.json', 'generation_config.json', 'tokenizer.json', 'tokenizer_config.json'];
let tokenizer: PreTrainedTokenizer | null = null;
let model: PreTrainedModel | null = null;

function opened(): { tokenizer: PreTrainedTokenizer; model: PreTrainedModel } {
  if (tokenizer === null || model === null) throw new Error('open() first');
  return { tokenizer, model };
}

function inputs(ids: readonly number[]) {
  return {
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), [1, ids.length]),
  };
}

const api = {
  async open(modelId: string, dtype: string, onnxPath: string, threads: number): Promise<void> {
    configureEnvironment(threads, await readOrtFiles('wasm', new AbortController().signal));
    const files = new MemoryFiles();
    for (const path of [...FILES, onnxPath]) {
      const response = await fetch(new URL(`/models/${modelId}/${path}`, self.location.origin));
      files.set(path, new Uint8Array(await response.arrayBuffer()));
    }
    serveFiles(files);
    tokenizer = await AutoTokenizer.from_pretrained(IN_MEMORY_MODEL_ID);
    model = await AutoModelForCausalLM.from_pretrained(IN_MEMORY_MODEL_ID, {
      dtype: dtype as 'fp32',
      device: 'wasm',
    });
    serveFiles(null);
  },

  /** generate() as it comes, greedy: milliseconds, and how many tokens it wrote. */
  async generate(text: string, maxTokens: number): Promise<{ ms: number; tokens: number }> {
    const open = opened();
    const startedAt = performance.now();
    const ids = open.tokenizer.encode(text, { add_special_tokens: false });
    const { input_ids, attention_mask } = inputs(ids);
    const written: unknown = await open.model.generate({
      inputs: input_ids,
      attention_mask,
      max_new_tokens: maxTokens,
      do_sample: false,
    });
    const ms = performance.now() - startedAt;
    if (!(written instanceof Tensor)) throw new Error('no tokens');
    return { ms, tokens: (written.dims[1] ?? 0) - ids.length };
  },

  /** Each continuation by one full pass over prompt and continuation: milliseconds, and the sums. */
  async fullForwards(
    text: string,
    continuations: readonly string[],
  ): Promise<{ ms: number; sums: number[] }> {
    const open = opened();
    const startedAt = performance.now();
    const prefix = open.tokenizer.encode(text, { add_special_tokens: false });
    const sums: number[] = [];
    for (const continuation of continuations) {
      const full = open.tokenizer.encode(text + continuation, { add_special_tokens: false });
      const outputs = (await open.model.forward(inputs(full))) as { logits: Tensor };
      const vocabulary = outputs.logits.dims[2] ?? 0;
      const data = outputs.logits.data as Float32Array;
      let sum = 0;
      for (let at = prefix.length; at < full.length; at += 1) {
        const row = data.subarray((at - 1) * vocabulary, at * vocabulary);
        let max = -Infinity;
        for (const logit of row) max = Math.max(max, logit);
        let total = 0;
        for (const logit of row) total += Math.exp(logit - max);
        sum += (row[full[at] ?? 0] ?? NaN) - max - Math.log(total);
      }
      sums.push(sum);
    }
    return { ms: performance.now() - startedAt, sums };
  },
};

export type BareApi = typeof api;

Comlink.expose(api);
