import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../core/contracts.ts';
import { EXPORTS } from '../../core/exports/registry.ts';
import { packJson } from '../../core/packs/write-pack.ts';
import { testHeader, testPack, testRecord, testSample } from '../../core/run/fixtures.ts';
import { runJsonl } from '../../core/run/run-jsonl.ts';
import { type TestFolder, cli, testFolder } from '../test-cli.ts';

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

function writeRun(output: string, isPrivate = false, more: Partial<RunRecord> = {}): string {
  const pack = testPack(
    Array.from({ length: 4 }, (_, i) => testSample(`visit ${i}`)),
    { scorers: ['rouge'], ...(isPrivate ? { private: true } : {}) },
  );
  folder.write('p.json', packJson(pack));
  const records = pack.samples.map((_, index) => testRecord(pack, index, 0, { output, ...more }));
  return folder.write('run.jsonl', [...runJsonl(testHeader(pack), records)].join(''));
}
const run = (...more: string[]) =>
  cli('export', folder.path('run.jsonl'), '--pack', folder.path('p.json'), ...more);

describe('bedside export', () => {
  it.each(EXPORTS)('writes $id with its files beside --out and nothing on stdout', async ({ id, beside }) => {
    writeRun('sore throat');
    const { code, out, err } = await run('--to', id, '--out', folder.path('x.out'));
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('privacy scores');
    const expected = beside.filter(({ from }) => from === 'scores').map(({ name }) => `x.${name}`);
    expect(folder.list()).toEqual(['p.json', 'run.jsonl', 'x.out', ...expected].sort());
    for (const name of ['x.out', ...expected]) expect(folder.read(name)).not.toContain('sore throat');
  });
  it('names formats, files and privacy levels in its help', async () => {
    const { code, err } = await cli('export', '--help');
    expect(code).toBe(0);
    for (const { id, beside } of EXPORTS) {
      expect(err).toContain(`${id}: `);
      for (const { name } of beside) expect(err).toContain(`.${name}`);
    }
  });
  it('writes the text of a private pack only with permission', async () => {
    writeRun('sore throat', true);
    const full = ['--to', 'csv', '--out', folder.path('x.csv'), '--privacy', 'full'];
    expect(await run(...full)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--permission-to-share') as string,
    });
    expect(folder.list()).toEqual(['p.json', 'run.jsonl']);
    expect((await run(...full, '--permission-to-share')).code).toBe(0);
    expect(folder.read('x.csv')).toContain('sore throat');
  });
  it('counts possible identifiers before it writes text, and writes it only when they are accepted', async () => {
    writeRun('Mrs Miller came on 2024-03-14');
    const full = ['--to', 'markdown', '--out', folder.path('x.md'), '--privacy', 'full'];
    const refused = await run(...full);
    expect(refused).toMatchObject({
      code: 2,
      err: expect.stringContaining('name: 4 in 4 samples') as string,
    });
    expect(refused.err).toContain('--accept-identifiers');
    expect(refused.err).not.toContain('Miller');
    expect(folder.list()).toEqual(['p.json', 'run.jsonl']);
    const accepted = await run(...full, '--accept-identifiers');
    expect(accepted).toMatchObject({ code: 0, err: expect.stringContaining('date: 4 in 4') as string });
    expect(folder.read('x.md')).toContain('Mrs Miller');
  });
  it('refuses what it cannot use with exit code 2 and writes nothing', async () => {
    const path = writeRun('sore throat');
    const out = folder.path('x.csv');
    for (const args of [
      ['--to', 'pdf', '--out', out],
      ['--to', 'csv'],
      ['--out', out],
      ['--to', 'csv', '--out', out, '--privacy', 'some'],
      ['--to', 'csv', '--out', path],
      ['--to', 'csv', '--out', folder.path('no/such/x.csv')],
      ['--to', 'csv', '--out', out, '--scorers', 'bleu'],
    ])
      expect(await run(...args)).toMatchObject({ code: 2, out: '' });
    expect((await cli('export', path, '--to', 'csv', '--out', out)).err).toContain('--pack');
    expect(folder.list()).toEqual(['p.json', 'run.jsonl']);
  });
  it('exports an empty run with words instead of numbers', async () => {
    const pack = testPack([testSample('a')], { scorers: ['rouge'] });
    folder.write('p.json', packJson(pack));
    folder.write('run.jsonl', [...runJsonl(testHeader(pack), [])].join(''));
    expect((await run('--to', 'markdown', '--out', folder.path('x.md'))).code).toBe(0);
    expect(folder.read('x.md')).toContain('The one planned answer was not given; 1 was not reached.');
  });
  it('carries a named reason for a run on a device that failed its check, and asks for both', async () => {
    const pack = testPack([testSample('a'), testSample('b')], { scorers: ['rouge'] });
    folder.write('p.json', packJson(pack));
    const fidelity = {
      verdict: 'failed' as const,
      checkId: 'c',
      checkedAt: '2026-11-20T10:00:00Z',
      model: 'demo-tuned',
      dtype: 'fp32',
      failures: ['KL divergence .3, at most .01'],
    };
    const header = { ...testHeader(pack), fidelity };
    folder.write('run.jsonl', [...runJsonl(header, [])].join(''));
    const to = ['--to', 'markdown', '--out', folder.path('x.md')];
    const plain = await run(...to);
    expect(plain).toMatchObject({ code: 0, err: expect.stringContaining('failed its check') as string });
    expect(folder.read('x.md')).toContain('failed on 2026-11-20T10:00:00Z: KL divergence .3, at most .01');
    expect((await run(...to, '--use-anyway', 'one outlier')).code).toBe(2);
    expect((await run(...to, '--by', 'Dr Lee')).code).toBe(2);
    const full = [...to, '--privacy', 'full', '--use-anyway', 'one outlier', '--by', 'Dr Lee'];
    expect((await run(...full, '--accept-identifiers')).code).toBe(0);
    expect(folder.read('x.md')).toMatch(/Used all the same by Dr Lee on [^:]+.*: one outlier/u);
    expect((await run(...to, '--use-anyway', 'one outlier', '--by', 'Dr Lee')).code).toBe(0);
    expect(folder.read('x.md')).toContain('Used all the same by a named person');
    expect(folder.read('x.md')).not.toContain('Lee');
    // Given on the page, it is in the file; what is typed here takes its place.
    const onPage = { who: 'Dr Roy', reason: 'seen on the page', when: '2026-11-21T10:00:00.000Z' };
    folder.write('run.jsonl', [...runJsonl({ ...header, fidelityOverride: onPage }, [])].join(''));
    const whole = [...to, '--privacy', 'full', '--accept-identifiers'];
    expect((await run(...whole)).err).not.toContain('--use-anyway');
    expect(folder.read('x.md')).toContain(
      'Used all the same by Dr Roy on 2026-11-21T10:00:00.000Z: seen on the page',
    );
    await run(...to);
    expect(folder.read('x.md')).not.toContain('Roy');
    await run(...whole, '--use-anyway', 'one outlier', '--by', 'Dr Lee');
    expect(folder.read('x.md')).toMatch(/Used all the same by Dr Lee on [^:]+.*: one outlier/u);
    expect(folder.read('x.md')).not.toContain('Roy');
    // Nothing failed, so there is nothing to excuse.
    folder.write('run.jsonl', [...runJsonl(testHeader(pack), [])].join(''));
    expect((await run(...to, '--use-anyway', 'why', '--by', 'who')).code).toBe(2);
  });
});
