import type { DeviceProbe } from './protocol.ts';

/** WebGPU can be absent at three levels; each has its own words, because each has another remedy. */
export async function probeWebGpu(): Promise<DeviceProbe['webgpu']> {
  // The DOM types say `gpu` always exists; browsers without WebGPU and insecure pages have none.
  const gpu: GPU | undefined = navigator.gpu;
  if (gpu === undefined) {
    return {
      available: false,
      reason: isSecureContext
        ? 'This browser has no WebGPU.'
        : 'WebGPU needs a secure page (https, or this computer’s own address).',
    };
  }
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter === null) {
      return {
        available: false,
        reason: 'The browser knows WebGPU but found no graphics processor that it allows for it.',
      };
    }
    return {
      available: true,
      vendor: adapter.info.vendor,
      architecture: adapter.info.architecture,
      description: adapter.info.description,
      shaderF16: adapter.features.has('shader-f16'),
      isFallbackAdapter: adapter.info.isFallbackAdapter,
      maxBufferBytes: adapter.limits.maxBufferSize,
      limits: {
        storageBindingBytes: adapter.limits.maxStorageBufferBindingSize,
        workgroupStorageBytes: adapter.limits.maxComputeWorkgroupStorageSize,
        storageBuffersPerStage: adapter.limits.maxStorageBuffersPerShaderStage,
        workgroupInvocations: adapter.limits.maxComputeInvocationsPerWorkgroup,
      },
    };
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return { available: false, reason: `The browser refused WebGPU: ${why}` };
  }
}

/** Threads need shared memory, which a browser gives only to a cross-origin isolated page. */
export function usableThreads(wanted: number): number {
  if (!crossOriginIsolated) return 1;
  return Math.max(1, Math.min(Math.floor(wanted), navigator.hardwareConcurrency || 1));
}

export async function probeDevice(): Promise<DeviceProbe> {
  return {
    wasm: {
      available: true,
      threads: usableThreads(navigator.hardwareConcurrency || 1),
      crossOriginIsolated,
    },
    webgpu: await probeWebGpu(),
  };
}
