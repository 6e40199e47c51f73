import type { RunHeader } from '../../core/contracts.ts';

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\/(\d+)/, 'Edge'],
  [/(?:Headless)?Chrom(?:e|ium)\/(\d+)/, 'Chrome'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Version\/(\d+)[^ ]* .*Safari/, 'Safari'],
];

export function browserWords(userAgent: string): string | null {
  for (const [pattern, name] of BROWSERS) {
    const match = pattern.exec(userAgent);
    if (match !== null) return `${name} ${match[1] ?? ''}`.trim();
  }
  return null;
}

/** The machine of a run in one line: "Linux, 2 cores, Chrome 142". */
export function deviceWords({ device }: Pick<RunHeader, 'device'>): string {
  const cores = device.cores === null ? null : `${device.cores} ${device.cores === 1 ? 'core' : 'cores'}`;
  return [device.platform, cores, browserWords(device.userAgent)].filter(Boolean).join(', ');
}

/** What computed a run: "processor (WASM), 2 threads". */
export function runtimeWords({ runtime }: Pick<RunHeader, 'runtime'>): string {
  switch (runtime.device) {
    case 'wasm':
      return `processor (WASM), ${runtime.threads} ${runtime.threads === 1 ? 'thread' : 'threads'}`;
    case 'webgpu':
      return `graphics processor (WebGPU${runtime.adapter === undefined ? '' : `, ${runtime.adapter.vendor} ${runtime.adapter.architecture}`.trimEnd()})`;
    case 'scripted':
      return 'scripted answers, no model';
    case 'server':
      return `not this device: the server at ${runtime.server?.origin ?? 'an unknown address'}`;
    case 'elsewhere':
      return `elsewhere, by ${runtime.id}${runtime.version === '' ? '' : ` ${runtime.version}`}`;
    default:
      return runtime.device satisfies never;
  }
}
