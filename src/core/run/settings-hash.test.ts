import { describe, expect, it } from 'vitest';
import { testHeader, testPack, testSample } from './fixtures.ts';
import { settingsSha256 } from './settings-hash.ts';

const header = testHeader(testPack([testSample('a')]));

describe('settingsSha256', () => {
  it('is the same for shards, other threads and another adapter', () => {
    const runtime = {
      ...header.runtime,
      threads: 8,
      crossOriginIsolated: true,
      adapter: { vendor: 'v', architecture: 'a', description: 'd' },
    };
    expect(settingsSha256({ ...header, runtime })).toBe(header.settingsSha256);
  });

  it('changes with everything an output depends on', () => {
    const changed = [
      { ...header, pack: { ...header.pack, sha256: 'c'.repeat(64) } },
      { ...header, model: { ...header.model, sha256: 'c'.repeat(64) } },
      { ...header, model: { ...header.model, dtype: 'q4' } },
      { ...header, runtime: { ...header.runtime, id: 'other' } },
      { ...header, runtime: { ...header.runtime, version: '2' } },
      { ...header, runtime: { ...header.runtime, device: 'wasm' as const } },
      { ...header, runtime: { ...header.runtime, chatTemplateSha256: 'c'.repeat(64) } },
      { ...header, runtime: { ...header.runtime, contextTokens: 512 } },
      { ...header, prompt: { ...header.prompt, sha256: 'c'.repeat(64) } },
      { ...header, solver: { ...header.solver, version: '2' } },
      { ...header, generation: { ...header.generation, maxTokens: 17 } },
      { ...header, generation: { ...header.generation, seed: 2 } },
      { ...header, generation: { ...header.generation, stop: ['\n'] } },
    ].map(settingsSha256);
    expect(new Set([header.settingsSha256, ...changed]).size).toBe(changed.length + 1);
  });
});
