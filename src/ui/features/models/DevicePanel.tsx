import type { DeviceProbe } from '../../../../workers/protocol.ts';
import type { DataUsage } from '../../../app/services.ts';
import { PairList, type Pair } from '../../components/PairList.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { formatBytes } from '../../i18n/format.ts';
import { useProbe } from '../../queries/fixed.ts';
import { useUsage } from '../../queries/stored.ts';
import { deviceMemoryBytes } from './fit-device.ts';

function memoryWords(): string {
  const bytes = deviceMemoryBytes();
  return bytes === null ? 'not told by this browser' : `${bytes / 1024 ** 3} GiB or more`;
}

export function DevicePanel() {
  const probe = useProbe();
  const usage = useUsage();
  return (
    <Panel title="This device">
      <QueryView query={probe} what="what this device can do">
        {(found) => (
          <PairList
            pairs={[
              {
                label: 'Processor',
                value: `${navigator.hardwareConcurrency} cores; the model may use ${found.wasm.threads}`,
              },
              {
                label: 'Isolated page',
                value: found.wasm.crossOriginIsolated
                  ? 'yes, several threads are possible'
                  : 'no, so one thread only (the host sends no isolation headers, or the offline copy is not active yet)',
              },
              { label: 'Graphics (WebGPU)', value: webgpuWords(found.webgpu) },
              ...limitPairs(found.webgpu),
              { label: 'Memory', value: memoryWords() },
              { label: 'Storage', value: storageWords(usage.data) },
              { label: 'Kept for good', value: persistenceWords(usage.data) },
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
}

function storageWords(usage: DataUsage | undefined): string {
  const { bytesUsed = null, bytesQuota = null, models } = usage ?? {};
  if (bytesUsed === null || bytesQuota === null) return 'not told by this browser';
  const left = `${formatBytes(Math.max(0, bytesQuota - bytesUsed))} left of ${formatBytes(bytesQuota)}, as the browser tells it; some name a round figure and not what the disk has`;
  return models === undefined || models.models === 0
    ? left
    : `${left}; downloaded models take ${formatBytes(models.bytes)}`;
}

function persistenceWords(usage: DataUsage | undefined): string {
  if (usage?.persisted === true) return 'yes, until you delete it';
  if (usage?.persisted === false)
    return 'no: the browser may drop models and results when the disk is nearly full; it is asked again at each download';
  return 'not told by this browser';
}

function limitPairs(webgpu: DeviceProbe['webgpu']): readonly Pair[] {
  if (!webgpu.available || webgpu.limits === undefined) return [];
  const { storageBindingBytes, workgroupStorageBytes, storageBuffersPerStage, workgroupInvocations } =
    webgpu.limits;
  return [
    {
      label: 'Its limits',
      value: `${formatBytes(storageBindingBytes)} a binding, ${storageBuffersPerStage} buffers a stage, ${formatBytes(workgroupStorageBytes)} shared and ${workgroupInvocations} threads in a workgroup`,
    },
  ];
}

function webgpuWords(webgpu: DeviceProbe['webgpu']): string {
  if (!webgpu.available) return `not available: ${webgpu.reason}`;
  const name =
    [webgpu.vendor, webgpu.architecture, webgpu.description].filter(Boolean).join(' ') || 'available';
  const half = webgpu.shaderF16 ? '16-bit numbers supported' : 'no 16-bit numbers, so no f16 formats';
  const soft = webgpu.isFallbackAdapter ? '; emulated in software, slow' : '';
  return `${name}; ${half}; buffers up to ${formatBytes(webgpu.maxBufferBytes)}${soft}`;
}
