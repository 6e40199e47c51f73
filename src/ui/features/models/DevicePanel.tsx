import type { DeviceProbe } from '../../../../workers/protocol.ts';
import { PairList } from '../../components/PairList.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { formatBytes } from '../../i18n/format.ts';
import { useProbe } from '../../queries/fixed.ts';

/** Chromium tells the memory, rounded; the type is not in the DOM library. */
function memoryWords(): string {
  const memory: unknown = Reflect.get(navigator, 'deviceMemory');
  return typeof memory === 'number' ? `${memory} GiB or more` : 'not told by this browser';
}

export function DevicePanel() {
  const probe = useProbe();
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
              { label: 'Memory', value: memoryWords() },
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
}

function webgpuWords(webgpu: DeviceProbe['webgpu']): string {
  if (!webgpu.available) return `not available: ${webgpu.reason}`;
  const name =
    [webgpu.vendor, webgpu.architecture, webgpu.description].filter(Boolean).join(' ') || 'available';
  const half = webgpu.shaderF16 ? '16-bit numbers supported' : 'no 16-bit numbers, so no f16 formats';
  const soft = webgpu.isFallbackAdapter ? '; emulated in software, slow' : '';
  return `${name}; ${half}; buffers up to ${formatBytes(webgpu.maxBufferBytes)}${soft}`;
}
