/**
 * Makes a WASM generation hear its page. ONNX Runtime on WASM computes without ever ending the task it runs
 * in, so a cancel message waits until all tokens are written. Ending the task between two forward passes lets
 * the message in. A MessageChannel does it in microseconds, where setTimeout would wait up to 4 ms, and needs
 * no shared memory, so it also works on pages that are not cross-origin isolated.
 */

/**
 * Ending a task was measured at about 0.2 ms, so at this interval it costs 0.4 % of the decode speed, and a
 * cancel is heard at most this long plus one forward pass after it was sent.
 */
export const YIELD_EVERY_MS = 50;

export interface Yielder {
  /** Ends the current task when the last time is long enough ago. */
  maybeYield(): Promise<void>;
  close(): void;
}

export function createYielder(
  now: () => number = () => performance.now(),
  everyMs: number = YIELD_EVERY_MS,
): Yielder {
  const { port1, port2 } = new MessageChannel();
  let wake: (() => void) | null = null;
  port1.onmessage = () => {
    const resume = wake;
    wake = null;
    resume?.();
  };
  let yieldedAt = now();
  return {
    maybeYield: async () => {
      if (now() - yieldedAt < everyMs) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        port2.postMessage(null);
      });
      yieldedAt = now();
    },
    close: () => port1.close(),
  };
}

/** Replaces `forward` on this instance; generate() and our scoring both go through it. */
export function makeCooperative<M extends { forward(inputs: Record<string, unknown>): Promise<unknown> }>(
  model: M,
  yielder: Yielder,
): void {
  const forward = model.forward.bind(model);
  model.forward = async (inputs) => {
    await yielder.maybeYield();
    return forward(inputs);
  };
}
