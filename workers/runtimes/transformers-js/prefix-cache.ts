/**
 * The keys and values of the last prompt, kept for the next one that begins alike: a few-shot header, a system prompt,
 * the earlier turns of a conversation. What is kept is cut to the tokens that both share and only the rest is computed.
 *
 * On WASM only, where the tensors lie in memory and can be cut, and where the kept and the computed beginning were
 * measured to give the same results (docs/performance.md). Never for dynamic int8, whose activations are scaled over
 * the whole prompt.
 */
import { DynamicCache, Tensor } from '@huggingface/transformers';

/** Below this, cutting costs more than it saves. */
const WORTH_TOKENS = 16;

export interface KeptPrefix {
  readonly cache: DynamicCache;
  readonly tokens: number;
}

export class PrefixCache {
  #ids: readonly number[] = [];
  #cache: DynamicCache | null = null;

  /**
   * The keys and values of the longest kept beginning of `ids`, at least one token short of all of it, because the
   * model has to be run for the last row of logits. The kept ones stay as they are.
   */
  take(ids: readonly number[]): KeptPrefix | null {
    if (this.#cache === null) return null;
    const most = Math.min(this.#ids.length, ids.length - 1);
    let shared = 0;
    while (shared < most && this.#ids[shared] === ids[shared]) shared += 1;
    if (shared < WORTH_TOKENS) return null;
    const cut = cutTo(this.#cache, shared);
    return cut === null ? null : { cache: cut, tokens: shared };
  }

  /** `cache` holds exactly the keys and values of `ids`. */
  keep(ids: readonly number[], cache: DynamicCache): void {
    this.#ids = ids;
    this.#cache = cache;
  }

  clear(): void {
    this.#ids = [];
    this.#cache = null;
  }
}

/** Null for a model that keeps anything else than keys and values by position (state-space and convolution layers). */
function cutTo(cache: DynamicCache, tokens: number): DynamicCache | null {
  const cut: Record<string, Tensor> = {};
  for (const [name, tensor] of Object.entries(cache)) {
    if (!(tensor instanceof Tensor) || !name.startsWith('past_key_values.')) return null;
    const part = firstPositions(tensor, tokens);
    if (part === null) return null;
    cut[name] = part;
  }
  return new DynamicCache(cut);
}

/** Of a tensor [1, heads, positions, size]; a copy unless it is whole. */
function firstPositions(tensor: Tensor, tokens: number): Tensor | null {
  const [batch, heads, positions, size] = tensor.dims;
  if (batch !== 1 || heads === undefined || positions === undefined || size === undefined) return null;
  if (tensor.dims.length !== 4 || tensor.location !== 'cpu' || positions < tokens) return null;
  if (positions === tokens) return tensor;
  const data: unknown = tensor.data;
  if (!(data instanceof Float32Array) && !(data instanceof Uint16Array)) return null;
  const part = data.slice(0, heads * tokens * size);
  for (let head = 0; head < heads; head += 1) {
    const from = head * positions * size;
    part.set(data.subarray(from, from + tokens * size), head * tokens * size);
  }
  return new Tensor(tensor.type, part, [1, heads, tokens, size]);
}
