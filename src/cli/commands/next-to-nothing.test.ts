/** Every command on data that say next to nothing: a worded result or a refusal, never NaN, Infinity or a crash. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunHeader, RunRecord } from '../../core/contracts.ts';
import { EXPORTS } from '../../core/exports/registry.ts';
import { packJson } from '../../core/packs/write-pack.ts';
import { testHeader, testPack, testRecord, testSample } from '../../core/run/fixtures.ts';
import { runJsonl } from '../../core/run/run-jsonl.ts';
import { type CliResult, type TestFolder, cli, testFolder } from '../test-cli.ts';

const samples = Array.from({ length: 4 }, (_, i) =>
  testSample(`v${i}`, { cluster: `p${i % 2}`, answer: 'yes', meta: { clinic: `c${i % 2}` } }),
);
const many = testPack(samples, { id: 'many', scorers: ['exact', 'rouge'], sliceFields: ['clinic'] });
const one = testPack(samples.slice(0, 1), { id: 'one', scorers: ['exact', 'rouge'] });
const failed: Partial<RunRecord> = {
  output: null,
  finish: null,
  error: { code: 'runtime/failed', message: 'no', details: {} },
};

type Case = readonly [string, typeof many, (index: number, run: number) => Partial<RunRecord> | null];
const CASES: readonly Case[] = [
  ['no record at all', many, () => null],
  ['one record', many, (index) => (index === 0 ? { output: 'yes' } : null)],
  ['a pack of one sample', one, (_, run) => ({ output: run === 0 ? 'yes' : 'no' })],
  ['all equal', many, () => ({ output: 'yes' })],
  ['all wrong', many, () => ({ output: 'no' })],
  ['all failed', many, () => failed],
  ['all empty', many, () => ({ output: '' })],
  ['one run right, the other failed', many, (_, run) => (run === 0 ? { output: 'yes' } : failed)],
];

/** Of text that people read: a null in JSON is how JSON says "none". */
function expectWorded({ code, out, err }: CliResult, what: string, json: boolean): void {
  expect([0, 2, 3], `${what}: ${err}`).toContain(code);
  expect(out + err, what).not.toMatch(/\bNaN\b|Infinity|\bundefined\b|\[object/);
  if (!json) expect(out + err, what).not.toMatch(/\bnull\b/);
  if (code === 2) expect(err.length, what).toBeGreaterThan(20);
}

let folder: TestFolder;
beforeAll(() => {
  folder = testFolder();
});
afterAll(() => folder.remove());

describe.each(CASES)('%s', (name, pack, record) => {
  const model = (run: number): Partial<RunHeader> => ({
    id: `run-${run}`,
    model: {
      id: `m${run}`,
      title: `M${run}`,
      dtype: 'q8',
      source: 'scripted',
      sha256: 'a'.repeat(64),
      files: [],
    },
  });
  const files = (): readonly string[] => {
    folder.write('pack.json', packJson(pack));
    return [0, 1].map((run) => {
      const records = pack.samples.flatMap((_, index) => {
        const more = record(index, run);
        return more === null ? [] : [testRecord(pack, index, 0, more)];
      });
      const header = { ...testHeader(pack), ...model(run), scorers: pack.scorers };
      return folder.write(`run-${run}.jsonl`, [...runJsonl(header, records)].join(''));
    });
  };

  it('is worded by score, compare, agree and rank, as text and as JSON', async () => {
    const [a = '', b = ''] = files();
    const own = ['--pack', folder.path('pack.json')];
    const asked: readonly (readonly string[])[] = [
      ['score', folder.path('pack.json'), '--predictions', a],
      ['score', folder.path('pack.json'), '--predictions', a, '--intervals'],
      ['compare', a, b, ...own],
      ['agree', a, b, '--metric', 'exact.accuracy', ...own],
      ['agree', a, b, '--metric', 'rouge.rouge1.f', '--level', 'interval', ...own],
      ['rank', a, b, ...own],
    ];
    for (const command of asked) {
      expectWorded(await cli(...command), `${name}: ${command[0] ?? ''}`, false);
      const json = await cli(...command, '--json');
      expectWorded(json, `${name}: ${command[0] ?? ''} --json`, true);
      if (json.code !== 2) expect(() => JSON.parse(json.out) as unknown).not.toThrow();
    }
  });

  it('is worded in every export and in the report of a comparison', async () => {
    const [a = '', b = ''] = files();
    const own = ['--pack', folder.path('pack.json'), '--privacy', 'full', '--accept-identifiers'];
    for (const { id } of EXPORTS) {
      const out = folder.path(`out.${id}`);
      expectWorded(await cli('export', a, '--to', id, '--out', out, ...own), `${name}: export ${id}`, false);
      if (id !== 'parquet')
        expect(folder.read(`out.${id}`), `${name}: ${id}`).not.toMatch(
          /\bNaN\b|Infinity|\bundefined\b|\[object/,
        );
    }
    for (const form of ['html', 'md']) {
      expectWorded(await cli('compare', a, b, '--out', folder.path(`cmp.${form}`), ...own), name, false);
      expect(folder.read(`cmp.${form}`), name).not.toMatch(
        /\bNaN\b|Infinity|\bundefined\b|\bnull\b|\[object/,
      );
    }
  });
});

it.each([
  ['one rater', 'item,a\n1,2\n2,3\n'],
  ['one item', 'item,a,b,c\n1,2,2,3\n'],
  ['nobody rates the same item', 'item,a,b,c\n1,2,,\n2,,3,\n3,,,1\n'],
  ['all equal', 'item,a,b,c\n1,1,1,1\n2,1,1,1\n3,1,1,1\n'],
  ['all of one patient', 'item,patient,a,b\n1,p,1,2\n2,p,2,2\n3,p,1,1\n'],
  ['all equal but of patients', 'item,patient,a,b\n1,p,1,1\n2,p,1,1\n3,q,1,1\n'],
  ['measurements without spread', 'item,a,b\n1,0.5,0.5\n2,0.5,0.5\n'],
  ['very large numbers', 'item,a,b\n1,1e308,-1e308\n2,1e308,1e308\n'],
  ['only a header', 'item,a,b\n'],
])('ratings with %s are worded', async (name, text) => {
  const file = folder.write('ratings.csv', text);
  for (const level of ['nominal', 'ordinal', 'interval'])
    for (const more of [[], ['--json']])
      expectWorded(await cli('agree', file, '--level', level, ...more), `${name}, ${level}`, more.length > 0);
});

it.each([
  ['one model', 'model,a,b\nm,1,2\n'],
  ['one benchmark', 'model,a\nm,1\nn,2\n'],
  ['all tied', 'model,a,b\nm,1,1\nn,1,1\no,1,1\n'],
  ['nothing shared', 'model,a,b\nm,1,\nn,,1\n'],
  ['an empty row', 'model,a,b\nm,1,2\nn,,\n'],
  ['both directions', 'model,a,b:lower\nm,1,2\nn,2,1\n'],
  ['very large numbers', 'model,a,b\nm,1e308,-1e308\nn,-1e308,1e308\n'],
  ['only a header', 'model,a,b\n'],
])('a score matrix with %s is worded', async (name, text) => {
  const file = folder.write('matrix.csv', text);
  for (const more of [[], ['--json']]) expectWorded(await cli('rank', file, ...more), name, more.length > 0);
});
