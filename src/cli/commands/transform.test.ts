import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packJson } from '../../core/packs/write-pack.ts';
import { testHeader, testPack, testRecord, testSample } from '../../core/run/fixtures.ts';
import { runJsonl } from '../../core/run/run-jsonl.ts';
import { makeTwin } from '../../core/transforms/make-twin.ts';
import { transformById } from '../../core/transforms/registry.ts';
import { type TestFolder, cli, testFolder } from '../test-cli.ts';

const pack = testPack(
  Array.from({ length: 24 }, (_, i) => testSample(`answer ${i}`)),
  { scorers: ['rouge'] },
);
let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
  folder.write('p.json', packJson(pack));
});
afterEach(() => folder.remove());

const transform = (...more: string[]) => cli('transform', folder.path('p.json'), ...more);

function writeRun(name: string, of: typeof pack, right: (index: number) => boolean): string {
  const records = of.samples.map(({ id }, index) =>
    testRecord(of, index, 0, { output: right(index) ? id : 'something else' }),
  );
  return folder.write(name, [...runJsonl(testHeader(of), records)].join(''));
}

describe('bedside transform', () => {
  it('writes a twin that reads back, sealed and naming its parent', async () => {
    const out = folder.path('twin.json');
    const { code, err } = await transform('--with', 'irrelevant-sentence', '--seed', '3', '--out', out);
    expect(code).toBe(0);
    const twin = makeTwin(pack, transformById('irrelevant-sentence'), 3);
    expect(JSON.parse(folder.read('twin.json'))).toEqual(JSON.parse(packJson(twin)));
    expect(err).toContain(`twin of ${pack.seal}`);
    expect((await cli('transform', 'clinical-qa-demo', '--with', 'option-order', '--out', out)).code).toBe(0);
  });

  it('refuses what it cannot do and writes nothing then', async () => {
    const out = folder.path('twin.json');
    expect((await transform('--with', 'none', '--out', out)).code).toBe(2);
    expect((await transform('--with', 'typos', '--seed', '-1', '--out', out)).code).toBe(2);
    expect((await transform('--with', 'typos')).code).toBe(2);
    // No choices to lean on.
    expect((await transform('--with', 'bias-recency', '--out', out)).code).toBe(2);
    expect(folder.list()).toEqual(['p.json']);
  });

  it('lets compare pair a run of the twin with a run of the pack: the drop and its McNemar test', async () => {
    const twin = makeTwin(pack, transformById('irrelevant-sentence'), 1);
    folder.write('twin.json', packJson(twin));
    const a = writeRun('a.jsonl', pack, () => true);
    const b = writeRun('b.jsonl', twin, (i) => i % 2 === 0);
    const refused = await cli('compare', a, b, '--pack', folder.path('p.json'));
    expect(refused.code).toBe(2);
    const packs = ['--pack', folder.path('p.json'), '--twin', folder.path('twin.json')];
    const { code, out } = await cli('compare', a, b, ...packs);
    expect(code).toBe(0);
    expect(out).toContain(
      '! pack: as it is | twin of the same pack (transform irrelevant-sentence 1, seed 1)',
    );
    expect(out).toContain('not like for like');
    const json = JSON.parse((await cli('compare', a, b, ...packs, '--json')).out) as {
      metrics: Record<string, { difference: { value: number; n: number }; test: { p: number } }>;
    };
    expect(json.metrics['rouge.rouge1.f']?.difference.n).toBe(24);
    expect(json.metrics['rouge.rouge1.f']?.difference.value).toBeCloseTo(-0.5, 9);
    // Twelve samples change, all of them downwards.
    expect(json.metrics['rouge.rouge1.f']?.test.p).toBeCloseTo(2 / 2 ** 12, 9);
  });
});
