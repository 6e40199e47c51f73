/** The largest memory that the browser tells of while a run goes on; see MemoryUse for what each source sees. */
import type { MemoryUse } from '../../core/contracts.ts';

export interface MemoryWatch {
  /** What is known up to now; never waits. */
  take(wasmBytes: number | null): MemoryUse;
}

/** A measurement waits for the browser's next garbage collection, and may bring one about: rarely, then. */
const EVERY_MS = 30_000;

interface MemoryApi {
  readonly measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>;
  readonly memory?: { readonly usedJSHeapSize?: unknown };
}

export function watchMemory(
  api: MemoryApi = globalThis.performance as Performance & MemoryApi,
  now: () => number = () => performance.now(),
): MemoryWatch {
  let askedAt = -Infinity;
  let page: number | null = null;
  let wasm: number | null = null;
  let heap: number | null = null;

  const measure = (): void => {
    if (typeof api.measureUserAgentSpecificMemory !== 'function' || now() - askedAt < EVERY_MS) return;
    askedAt = now();
    // Refused where the page is not isolated: then there is nothing to know.
    api.measureUserAgentSpecificMemory().then(
      ({ bytes }) => {
        page = largest(page, bytes);
      },
      () => undefined,
    );
  };

  measure();
  return {
    take: (wasmBytes) => {
      wasm = largest(wasm, wasmBytes);
      heap = largest(heap, api.memory?.usedJSHeapSize);
      measure();
      return { wasmBytes: wasm, pageBytes: page, jsHeapBytes: heap };
    },
  };
}

function largest(before: number | null, now: unknown): number | null {
  if (typeof now !== 'number' || !Number.isSafeInteger(now) || now < 0) return before;
  return before === null ? now : Math.max(before, now);
}
