/**
 * What the runtime's figures are held against: the same weights through plain transformers.js calls, with no
 * prefix reuse, no cooperative forward and no code of ours but the offline set-up.
 */
import {
  AutoModelForCausalLM,
  AutoTokenizer,
  Tensor,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@huggingface/transformers';
import * as Comlink from 'comlink';
import { createYielder, makeCooperative } from '../../workers/runtimes/transformers-js/cooperative.ts';
import {
  configureEnvironment,
  IN_MEMORY_MODEL_ID,
  serveFiles,
} from '../../workers/runtimes/transformers-js/environment.ts';
import { readOrtFiles } from '../../workers/runtimes/transformers-js/ort-files.ts';
import { MemoryFiles } from '../../workers/runtimes/transformers-js/memory-files.ts';

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
  async open(baseUrl: string, dtype: 'fp32' | 'int8' | 'q8' | 'q4', onnxPath: string): Promise<void> {
    configureEnvironment(1, await readOrtFiles('wasm', new AbortController().signal));
    const files = new MemoryFiles();
    for (const path of [...FILES, onnxPath]) {
      const response = await fetch(new URL(path, new URL(baseUrl, self.location.origin)));
      files.set(path, new Uint8Array(await response.arrayBuffer()));
    }
    serveFiles(files);
    tokenizer = await AutoTokenizer.from_pretrained(IN_MEMORY_MODEL_ID);
    model = await AutoModelForCausalLM.from_pretrained(IN_MEMORY_MODEL_ID, { dtype, device: 'wasm' });
  },

  /**
   * log P of each token from the first on that the prompt alone does not have: one full pass over prompt and
   * continuation, all rows of logits.
   */
  async logprobs(text: string, continuation: string): Promise<number[]> {
    const open = opened();
    const prefix = open.tokenizer.encode(text, { add_special_tokens: false });
    const full = open.tokenizer.encode(text + continuation, { add_special_tokens: false });
    const differs = full.findIndex((id, index) => id !== prefix[index]);
    const keep = differs < 0 ? full.length : differs;
    const outputs = (await open.model.forward(inputs(full))) as { logits: Tensor };
    const vocabulary = outputs.logits.dims[2] ?? 0;
    const data = outputs.logits.data as Float32Array;
    return full.slice(keep).map((id, index) => {
      const start = (keep + index - 1) * vocabulary;
      const row = Array.from(data.subarray(start, start + vocabulary));
      const max = Math.max(...row);
      const sum = row.reduce((total, logit) => total + Math.exp(logit - max), 0);
      return (row[id] ?? NaN) - max - Math.log(sum);
    });
  },

  /**
   * Decode speed of plain generate() and of generate() with the cooperative forward, taken in turns, and the
   * share of the latter's time that went into ending tasks.
   */
  async overhead(
    text: string,
    tokens: number,
    rounds: number,
  ): Promise<{ bare: number[]; cooperative: number[]; yieldingShare: number[] }> {
    const open = opened();
    const ids = open.tokenizer.encode(text, { add_special_tokens: false });
    const bareForward = open.model.forward.bind(open.model);
    const timeMs = async (): Promise<number> => {
      const startedAt = performance.now();
      await open.model.generate({
        inputs: inputs(ids).input_ids,
        max_new_tokens: tokens,
        min_new_tokens: tokens,
        do_sample: false,
      });
      return performance.now() - startedAt;
    };
    const bare: number[] = [];
    const cooperative: number[] = [];
    const yieldingShare: number[] = [];
    const yielder = createYielder();
    let yieldingMs = 0;
    const timed = {
      ...yielder,
      maybeYield: async () => {
        const startedAt = performance.now();
        await yielder.maybeYield();
        yieldingMs += performance.now() - startedAt;
      },
    };
    await timeMs();
    for (let round = 0; round < rounds; round++) {
      open.model.forward = bareForward;
      bare.push((tokens * 1000) / (await timeMs()));
      makeCooperative(open.model, timed);
      yieldingMs = 0;
      const totalMs = await timeMs();
      cooperative.push((tokens * 1000) / totalMs);
      yieldingShare.push(yieldingMs / totalMs);
    }
    open.model.forward = bareForward;
    yielder.close();
    return { bare, cooperative, yieldingShare };
  },
};

export type ReferenceApi = typeof api;

Comlink.expose(api);
