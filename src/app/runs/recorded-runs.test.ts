import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { PackSchema } from '../../core/packs/pack.ts';
import { createMemoryStore } from '../../storage/memory-store.ts';
import { fakeApp } from '../testing/fake-app.ts';
import { createRecordedRuns } from './recorded-runs.ts';
import { runCalibration } from './run-calibration.ts';

const shipped = (path: string) => readFile(`public/${path}`, 'utf8');

beforeEach(() => {
  vi.stubGlobal('document', { baseURI: 'http://127.0.0.1/' });
  vi.stubGlobal('fetch', async (url: string) => new Response(await shipped(new URL(url).pathname.slice(1))));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the recordings that ship with the page', () => {
  const { scoring } = fakeApp({ store: createMemoryStore() }).runDeps;

  it('say how sure the model was, though they ship without evidence', async () => {
    const pack = v.parse(PackSchema, JSON.parse(await shipped('packs/clinical-qa-demo.json')));
    const recorded = createRecordedRuns({ find: async () => pack }, scoring);
    const runs = (await recorded.list()).filter(({ header }) => header.pack.id === pack.id);
    expect(runs.length).toBeGreaterThan(0);
    for (const { header, done } of runs) {
      const run = await recorded.open(header.id);
      if (run === null) throw new Error(`${header.id} is not here`);
      const tables = await run.store.listScores(header.id);
      const calibration = await runCalibration(run, pack);
      expect(calibration?.source).toBe('ranked');
      expect((calibration?.n ?? 0) + (calibration?.withoutConfidence ?? 0)).toBe(done);
      // Scored for the evidence alone: no figure of the page changes.
      expect(await run.store.listScores(header.id)).toEqual(tables);
    }
  });

  it('are still read where their pack is gone', async () => {
    const recorded = createRecordedRuns({ find: async () => null }, scoring);
    const stored = (await recorded.list()).find(({ header }) => header.pack.id === 'clinical-qa-demo');
    const run = await recorded.open(stored?.header.id ?? '');
    if (run === null) throw new Error('not here');
    expect(await runCalibration(run, null)).toBeNull();
    expect(await run.store.listScores(run.run.header.id)).toHaveLength(1);
  });
});
