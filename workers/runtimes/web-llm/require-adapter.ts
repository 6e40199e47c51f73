/**
 * The graphics processor, asked before anything is downloaded: the library itself fetches its model library first and
 * asks only then.
 */
import type { RuntimeIdentity } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';

/** Below these the library cannot start at all (detectGPUDevice of its runtime, WebLLM 0.2.86). */
const NEEDED_LIMITS = {
  maxBufferSize: 2 ** 28,
  maxStorageBufferBindingSize: 2 ** 27,
  maxComputeWorkgroupStorageSize: 32 * 1024,
  maxStorageBuffersPerShaderStage: 10,
} as const;

export interface Adapter {
  readonly identity: NonNullable<RuntimeIdentity['adapter']>;
  readonly features: { has(feature: string): boolean };
}

/** `gpu` is navigator.gpu, which is absent where the browser or the page has no WebGPU. */
export async function requireAdapter(gpu: GPU | undefined): Promise<Adapter> {
  if (gpu === undefined) throw unavailable('this browser or page has no WebGPU');
  const adapter = await gpu
    .requestAdapter({ powerPreference: 'high-performance' })
    .catch((thrown: unknown) => {
      throw unavailable(
        `the browser refused WebGPU: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      );
    });
  if (adapter === null) throw unavailable('no graphics processor that the browser allows was found');
  for (const [limit, needed] of Object.entries(NEEDED_LIMITS)) {
    const has = adapter.limits[limit as keyof typeof NEEDED_LIMITS];
    if (has < needed) throw unavailable(`its ${limit} is ${has} and WebLLM needs ${needed}`);
  }
  const { vendor, architecture, description } = adapter.info;
  return { identity: { vendor, architecture, description }, features: adapter.features };
}

export function requireFeatures(adapter: Adapter, needed: readonly string[], dtype: string): void {
  const missing = needed.find((feature) => !adapter.features.has(feature));
  if (missing === undefined) return;
  if (missing === 'shader-f16') {
    throw new AppError(
      'model/dtype-unavailable',
      `this graphics processor has no 16-bit arithmetic for ${dtype}`,
      { dtype, feature: missing },
    );
  }
  throw new AppError('runtime/unsupported-operation', `this graphics processor has no "${missing}"`, {
    feature: missing,
  });
}

function unavailable(reason: string): AppError {
  return new AppError('runtime/webgpu-unavailable', reason, { reason });
}
