import type { DataUsage, ModelEntry, ModelVariant } from '../../../app/services.ts';
import type { HubVariant } from '../../../core/models/hub-variants.ts';
import type { ReadShape } from '../../../core/models/model-shape.ts';
import type { FitDevice, FitEstimate, FitModel, FitVerdict } from '../../../core/models/fit-contracts.ts';
import { estimateFit } from '../../../core/models/fit-estimate.ts';
import type { HubRecord } from '../../../core/models/hub-catalog.ts';
import type { DeviceProbe } from '../../../../workers/protocol.ts';

/** Chromium tells the memory, rounded, in GiB; the type is not in the DOM library. */
export function deviceMemoryBytes(): number | null {
  const memory: unknown = Reflect.get(navigator, 'deviceMemory');
  return typeof memory === 'number' ? memory * 1024 ** 3 : null;
}

/** What a model could run on here; a graphics processor emulated in software is none. */
export function fitDevices(probe: DeviceProbe, usage: DataUsage | undefined): readonly FitDevice[] {
  const { bytesQuota = null, bytesUsed = null } = usage ?? {};
  const common = {
    memoryBytes: deviceMemoryBytes(),
    freeStorageBytes: bytesQuota === null || bytesUsed === null ? null : Math.max(0, bytesQuota - bytesUsed),
  };
  const wasm: FitDevice = { ...common, kind: 'wasm', shaderF16: false, maxBufferBytes: null };
  const { webgpu } = probe;
  if (!webgpu.available || webgpu.isFallbackAdapter) return [wasm];
  const { shaderF16, maxBufferBytes } = webgpu;
  return [{ ...common, kind: 'webgpu', shaderF16, maxBufferBytes }, wasm];
}

export function fitModelOf(record: HubRecord): FitModel {
  const largest =
    record.files.length === 0 ? record.bytes : Math.max(...record.files.map(({ bytes }) => bytes));
  return {
    runtimeId: record.runtimeId,
    dtype: record.dtype,
    weightBytes: record.bytes,
    largestFileBytes: record.format === 'mlc' ? null : largest,
    parameters: record.parameters,
    contextTokens: record.contextTokens,
    shape: record.shape,
    isHere: false,
  };
}

export interface FitHere {
  readonly kind: FitDevice['kind'];
  readonly estimate: FitEstimate;
}

const ORDER: readonly FitVerdict[] = ['fits', 'tight', 'unknown', 'will-not'];

/** The best place first. */
export function fitsHere(model: FitModel, devices: readonly FitDevice[]): readonly FitHere[] {
  return devices
    .map((device) => ({ kind: device.kind, estimate: estimateFit(model, device) }))
    .toSorted((a, b) => ORDER.indexOf(a.estimate.verdict) - ORDER.indexOf(b.estimate.verdict));
}

/** A number format of a model that is here. */
export function fitModelHere(
  entry: ModelEntry,
  { dtype, bytes, files }: ModelVariant,
  read: ReadShape,
): FitModel {
  return {
    runtimeId: entry.runtimeId,
    dtype,
    weightBytes: bytes,
    largestFileBytes: Math.max(0, ...files.map((file) => file.bytes)),
    parameters: entry.parameters ?? read.parameters,
    contextTokens: entry.contextTokens ?? read.contextTokens,
    shape: read.shape,
    isHere: true,
  };
}

/** A format that the hub offers, as far as its list and configuration tell. */
export function fitModelOffered(variant: HubVariant, read: ReadShape): FitModel {
  const sizes = variant.files.map(({ bytes }) => bytes ?? 0);
  return {
    runtimeId: variant.runtimeId,
    dtype: variant.dtype,
    weightBytes: variant.bytes,
    largestFileBytes: variant.bytes === null ? null : Math.max(0, ...sizes),
    parameters: read.parameters,
    contextTokens: read.contextTokens,
    shape: read.shape,
    isHere: false,
  };
}
