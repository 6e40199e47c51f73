/** What a run took of its device, and what is known of the device: parts of headers and records. */

/** Ways of being faster that change no result; each can be turned off, to see that it is so. */
export interface SpeedSettings {
  /** Prompts that begin alike share the computation of their beginning. Never on for int8 (docs/performance.md). */
  readonly prefixReuse: boolean;
  /** The next sample's prompt is tokenised while the model is busy with this one. */
  readonly prepareNext: boolean;
}

/** Everything that makes a run faster is on. */
export const DEFAULT_SPEED: SpeedSettings = { prefixReuse: true, prepareNext: true };

/** What the check of the bundled model said of the device that a run was made on, when the run began. */
export interface FidelityMark {
  readonly verdict: 'passed' | 'failed';
  /** Id, time, model and number format of the check. */
  readonly checkId: string;
  readonly checkedAt: string;
  readonly model: string;
  readonly dtype: string;
  /** What missed its threshold, in words; empty when it passed. */
  readonly failures: readonly string[];
}

/**
 * The largest memory seen up to the end of a sample; each source sees another part, and no browser tells what a
 * graphics processor holds.
 */
export interface MemoryUse {
  /** Linear memory of the engine worker's WebAssembly: weights, key-value cache, scratch. It never shrinks. */
  readonly wasmBytes: number | null;
  /** Page and workers together, from performance.measureUserAgentSpecificMemory (isolated pages in Chromium). */
  readonly pageBytes: number | null;
  /** JavaScript heap of the page alone, from performance.memory (Chromium). */
  readonly jsHeapBytes: number | null;
}

/** The loading of the model that a sample had to wait for. */
export interface LoadUse {
  /** From request to ready, the trial pass included. */
  readonly totalMs: number;
  /** Reading and hashing the files. */
  readonly readMs: number;
  /** cold: most of the bytes came over the network; warm: from a cache of the browser; folder: from the disk. */
  readonly from: 'cold' | 'warm' | 'folder';
}
