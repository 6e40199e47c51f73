import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunHeader } from '../../core/contracts.ts';
import { packJson } from '../../core/packs/write-pack.ts';
import { testHeader, testPack, testRecord, testSample } from '../../core/run/fixtures.ts';
import { runJsonl } from '../../core/run/run-jsonl.ts';
import { type TestFolder, cli, testFolder } from '../test-cli.ts';

const pack = testPack(
  Array.from({ length: 24 }, (_, i) => testSample(`visit ${i}`)),
  { scorers: ['rouge'] },
);
let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
  folder.write('p.json', packJson(pack));
});
afterEach(() => folder.remove());

function writeRun(
  name: string,
  right: (index: number) => boolean,
  more: Partial<RunHeader> = {},
  of = pack,
): string {
  const records = of.samples.map(({ id }, index) =>
    testRecord(of, index, 0, { output: right(index) ? id : 'something else' }),
  );
  return folder.write(name, [...runJsonl({ ...testHeader(of), ...more }, records)].join(''));
}
const compare = (a: string, b: string, ...more: string[]) =>
  cli('compare', a, b, '--pack', folder.path('p.json'), ...more);

describe('bedside compare', () => {
  it('gives one JSON object with differences, intervals and tests by metric', async () => {
    const a = writeRun('a.jsonl', (i) => i % 2 === 0);
    const b = writeRun('b.jsonl', (i) => i % 4 !== 3);
    const { code, out } = await compare(a, b, '--json');
    expect(code).toBe(0);
    const json = JSON.parse(out) as {
      likeForLike: boolean;
      metrics: Record<string, { difference: { value: number; n: number }; test: { p: number } }>;
    };
    expect(json.likeForLike).toBe(true);
    expect(json.metrics['rouge.rouge1.f']?.difference.n).toBe(24);
    expect(json.metrics['rouge.rouge1.f']?.difference.value).toBeCloseTo(0.25, 9);
    expect(json.metrics['rouge.rouge1.f']?.test.p).toBeCloseTo(2 / 2 ** 6, 9);
    expect((await compare(a, b, '--json')).out).toBe(out);
  });
  it('compares by macro-F1 where every question offers the same answers', async () => {
    const closed = testPack(
      Array.from({ length: 30 }, (_, i) => ({
        ...testSample(`question ${i}`),
        choices: [
          { id: 'A', text: 'yes' },
          { id: 'B', text: 'no' },
        ],
        answer: i % 3 === 0 ? 'A' : 'B',
      })),
      { scorers: ['choice'] },
    );
    folder.write('p.json', packJson(closed));
    const runOf = (name: string, letter: (index: number) => string) =>
      folder.write(
        name,
        [
          ...runJsonl(
            testHeader(closed),
            closed.samples.map((_, i) => testRecord(closed, i, 0, { output: letter(i) })),
          ),
        ].join(''),
      );
    const a = runOf('a.jsonl', () => 'B');
    const b = runOf('b.jsonl', (i) => (i % 6 === 0 || i % 3 !== 0 ? (i % 3 === 0 ? 'A' : 'B') : 'B'));
    const { code, out, err } = await compare(a, b, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { metrics } = JSON.parse(out) as { metrics: Record<string, Record<string, unknown>> };
    // A: 0 and 40/50. B: 10/15 and 40/45.
    const difference = (10 / 15 + 40 / 45) / 2 - 0.4;
    expect(metrics['choice.macro-f1']).toMatchObject({
      headline: true,
      difference: { value: expect.closeTo(difference, 12) as number, n: 30, method: 'percentile-bootstrap' },
      test: { name: 'label-swap-exact', p: 2 / 2 ** 5 },
    });
    expect((await compare(a, b)).out).toContain('choice.macro-f1');
  });
  it('lists differing settings before any number', async () => {
    const a = writeRun('a.jsonl', () => true);
    const header = testHeader(pack);
    const b = writeRun('b.jsonl', (i) => i > 3, {
      prompt: { ...header.prompt, sha256: 'd'.repeat(64) },
      model: { ...header.model, id: 'other' },
    });
    const { code, out } = await compare(a, b);
    expect(code).toBe(0);
    expect(out.indexOf('! prompt')).toBeGreaterThan(0);
    expect(out.indexOf('! prompt')).toBeLessThan(out.indexOf('metric'));
    expect(out).toContain('not like for like');
  });
  it('refuses runs of other packs with the reason, exit code 2 and an empty stdout', async () => {
    const other = testPack(pack.samples.slice(1), { scorers: ['rouge'] });
    const a = writeRun('a.jsonl', () => true);
    const b = writeRun('b.jsonl', () => true, {}, other);
    expect(await compare(a, b, '--json')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('other seal') as string,
    });
    expect(await cli('compare', a, a)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no bundled pack is called "test-pack"') as string,
    });
    expect((await cli('compare', a)).code).toBe(2);
    expect((await compare(a, a, '--effect', '0')).code).toBe(2);
  });
  it('compares a run with itself without a claim', async () => {
    const a = writeRun('a.jsonl', (i) => i % 3 > 0);
    const { out } = await compare(a, a);
    expect(out).toContain('No setting differs.');
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });
  it('refuses an unsealed plan', async () => {
    const a = writeRun('a.jsonl', () => true);
    const plan = folder.write('plan.json', '{"kind":"non-inferiority-plan"}');
    expect(await compare(a, a, '--plan', plan)).toMatchObject({ code: 2, out: '' });
  });
  it('writes a report beside its answer: by the name of the file, without texts unless asked', async () => {
    const a = writeRun('a.jsonl', (i) => i % 2 === 0);
    const b = writeRun('b.jsonl', (i) => i % 4 !== 3);
    const html = await compare(a, b, '--json', '--out', folder.path('report.html'));
    expect(html.code).toBe(0);
    expect(JSON.parse(html.out)).toHaveProperty('metrics');
    expect(folder.read('report.html')).toMatch(/^<!doctype html>/);
    expect(folder.read('report.html')).not.toMatch(/visit 3|a\.jsonl/);
    await compare(a, b, '--out', folder.path('report.md'), '--privacy', 'full');
    expect(folder.read('report.md')).toMatch(/^# /);
    expect(folder.read('report.md')).toContain('visit 3');
  });
  it('writes no report over a run, in an unknown form, without a file or without consent', async () => {
    const a = writeRun('a.jsonl', () => true);
    const before = folder.list();
    expect(await compare(a, a, '--out', a)).toMatchObject({ code: 2, out: '' });
    expect(await compare(a, a, '--out', folder.path('x.pdf'), '--to', 'pdf')).toMatchObject({
      code: 2,
      out: '',
    });
    expect(await compare(a, a, '--to', 'html')).toMatchObject({ code: 2, out: '' });
    const mine = testPack(pack.samples, { scorers: ['rouge'], private: true });
    folder.write('mine.json', packJson(mine));
    const own = writeRun('own.jsonl', () => true, {}, mine);
    const refused = await cli(
      'compare',
      own,
      own,
      '--pack',
      folder.path('mine.json'),
      '--out',
      folder.path('r.html'),
      '--privacy',
      'full',
    );
    expect(refused).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('--permission-to-share') as string,
    });
    expect(folder.list()).toEqual([...before, 'mine.json', 'own.jsonl'].sort());
  });
});
