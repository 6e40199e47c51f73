import { expectedFiles } from '../../core/models/expected-files.ts';
import type { ModelChoice } from '../models/model-choice.ts';
import { variantOf } from '../models/models.ts';

/** What the engine is asked to load for a text encoder: always on the processor, beside whatever else runs. */
export function encoderRequest(
  { entry, location }: Pick<ModelChoice, 'entry' | 'location'>,
  dtype: string,
  threads: number,
) {
  return {
    runtimeId: entry.runtimeId,
    modelId: entry.title,
    location,
    dtype,
    device: 'wasm' as const,
    threads,
    expected: expectedFiles(variantOf(entry, dtype).files),
  };
}
