/**
 * Formats of the hub whose graphs scale activations from their own range while they run (dynamic quantization, as
 * Optimum and transformers.js' converter write q8, int8 and uint8). The score of one text then depends on what stands
 * beside it, so likelihoods are not exact. The runtime reads the graph and has the last word when it loads.
 */
const DYNAMIC: ReadonlySet<string> = new Set(['q8', 'int8', 'uint8']);

export function likelyExactLogprobs(runtimeId: string, dtype: string): boolean {
  if (runtimeId === 'web-llm') return false;
  return runtimeId !== 'transformers-js' || !DYNAMIC.has(dtype);
}
