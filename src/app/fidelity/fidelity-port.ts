/** What the pages can ask about fidelity; fidelity.ts does it. */
import type { FidelityOverride } from '../../core/fidelity/override.ts';
import type { FidelityCheck } from '../../core/fidelity/stored-check.ts';

export interface CheckRequest {
  readonly modelId: string;
  readonly dtype: string;
  readonly device: 'wasm' | 'webgpu';
  readonly threads: number;
  /** shipped: the vectors that came with the model; else a number format and device of this machine as the reference. */
  readonly against: 'shipped' | { readonly dtype: string; readonly device: 'wasm' | 'webgpu' };
  /** Fewer prompts and questions, for a large model on a slow device. */
  readonly quick: boolean;
}

export interface CheckProgress {
  readonly stage: 'loading' | 'reference' | 'checking' | 'comparing';
  readonly done: number;
  readonly total: number;
}

export interface Fidelity {
  /** Newest first. */
  list(): Promise<readonly FidelityCheck[]>;
  /** Whether vectors came with the model. */
  hasShipped(modelId: string): Promise<boolean>;
  /** Runs a check and stores it. Refused while a run goes on: both would be slowed, and their times wrong. */
  check(
    request: CheckRequest,
    onProgress: (progress: CheckProgress) => void,
    signal: AbortSignal,
  ): Promise<FidelityCheck>;
  remove(id: string): Promise<{ undo(): Promise<void> }>;
  /** All checks as JSON. */
  exportAll(): Promise<Blob>;
  /** Who took responsibility for a run on a device that failed its check; null when nobody did. */
  override(runId: string): Promise<FidelityOverride | null>;
  setOverride(runId: string, given: Pick<FidelityOverride, 'who' | 'reason'>): Promise<void>;
  removeOverride(runId: string): Promise<{ undo(): Promise<void> }>;
}
