/** A decoder graph as a model of tokens: one ONNX Runtime session and the cache that goes round in it. */
import { Tensor, type InferenceSession } from 'onnxruntime-web/webgpu';
import { AppError } from '../../../src/core/errors.ts';
import type { NextTokens, TokenModel } from '../token-model/token-model.ts';
import { cacheNames, type SessionManifest } from '../../../src/core/models/session-manifest.ts';

type Passes = Pick<TokenModel, 'decode' | 'next' | 'keep'>;

export function passesOf(session: InferenceSession, manifest: SessionManifest): Passes {
  const names = cacheNames(manifest);
  let cache = new Map(names.map(({ input }) => [input, emptyCache(manifest)]));
  let read = 0;
  let logits: Float32Array | null = null;

  return {
    decode: async (ids) => {
      const outputs = await session.run({
        ...feeds(manifest, ids, read),
        ...Object.fromEntries(cache),
      });
      logits = lastRow(outputs[manifest.logits]);
      const next = new Map<string, Tensor>();
      for (const { input, output } of names) {
        const tensor = outputs[output];
        if (tensor === undefined) throw new AppError('model/unsupported', `the graph gave no ${output}`);
        next.set(input, tensor);
      }
      cache = next;
      read += ids.length;
    },
    next: (count) => {
      if (logits === null) throw new AppError('defect', 'nothing was read yet');
      return probabilities(logits, count);
    },
    keep: (tokens) => {
      cache = new Map(
        [...cache].map(([name, tensor]) => [
          name,
          tokens === 0 ? emptyCache(manifest) : firstTokens(tensor, tokens, manifest),
        ]),
      );
      read = tokens;
      logits = null;
    },
  };
}

function feeds(manifest: SessionManifest, ids: readonly number[], past: number): Record<string, Tensor> {
  const { inputs } = manifest;
  const row = (values: BigInt64Array): Tensor => new Tensor('int64', values, [1, values.length]);
  const fed: Record<string, Tensor> = { [inputs.ids]: row(BigInt64Array.from(ids, BigInt)) };
  if (inputs.mask !== undefined) fed[inputs.mask] = row(new BigInt64Array(past + ids.length).fill(1n));
  if (inputs.positions !== undefined) {
    fed[inputs.positions] = row(BigInt64Array.from(ids, (_id, at) => BigInt(past + at)));
  }
  if (inputs.rowsToKeep !== undefined) fed[inputs.rowsToKeep] = new Tensor('int64', [1n], []);
  return fed;
}

function emptyCache({ cache }: SessionManifest): Tensor {
  const data = cache.type === 'float32' ? new Float32Array() : new Uint16Array();
  return new Tensor(cache.type, data, [1, cache.heads, 0, cache.headSize]);
}

/** The first tokens of every head. */
function firstTokens(tensor: Tensor, tokens: number, { cache }: SessionManifest): Tensor {
  const whole = tensor.dims[2] ?? 0;
  if (whole === tokens) return tensor;
  if (whole < tokens) throw new AppError('defect', `the cache holds ${whole} tokens, not ${tokens}`);
  const { data } = tensor;
  const kept = tokens * cache.headSize;
  const dims = [1, cache.heads, tokens, cache.headSize];
  const copy = <Numbers extends Float32Array | Uint16Array>(from: Numbers, to: Numbers): Numbers => {
    for (let head = 0; head < cache.heads; head++) {
      const at = head * whole * cache.headSize;
      to.set(from.subarray(at, at + kept), head * kept);
    }
    return to;
  };
  if (data instanceof Float32Array) {
    return new Tensor('float32', copy(data, new Float32Array(cache.heads * kept)), dims);
  }
  // Half floats come as whichever array the browser has for them; their bits are what counts.
  const bits = bitsOf(data);
  return new Tensor('float16', copy(bits, new Uint16Array(cache.heads * kept)), dims);
}

function bitsOf(data: Tensor['data']): Uint16Array {
  if (ArrayBuffer.isView(data) && data.byteLength % 2 === 0)
    return new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
  throw new AppError('model/unsupported', 'the cache of the graph holds neither float32 nor float16');
}

/** Rows are counted from the end: a graph without rowsToKeep gives one for every token. */
function lastRow(logits: Tensor | undefined): Float32Array {
  const vocabulary = logits?.dims.at(-1) ?? 0;
  if (logits === undefined || !(logits.data instanceof Float32Array) || vocabulary === 0) {
    throw new AppError('model/unsupported', 'the graph’s logits are not float32');
  }
  return logits.data.slice(-vocabulary);
}

/** Softmax in double precision, the maximum subtracted first. */
function probabilities(logits: Float32Array, count: number | null): NextTokens {
  let best = 0;
  logits.forEach((value, id) => {
    if (value > (logits[best] ?? -Infinity)) best = id;
  });
  const max = logits[best] ?? 0;
  const weights = Float64Array.from(logits, (value) => Math.exp(value - max));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const ids = ranked(weights, best, count);
  return { ids, probabilities: ids.map((id) => (weights[id] ?? 0) / sum) };
}

function ranked(weights: Float64Array, best: number, count: number | null): readonly number[] {
  if (count === 1) return [best];
  const ids = Array.from(weights, (_weight, id) => id);
  if (count === null) return [best, ...ids.filter((id) => id !== best)];
  // Equal ones in the order of their ids: a draw must not depend on how a browser sorts.
  return ids.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b).slice(0, count);
}
