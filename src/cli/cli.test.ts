import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pack } from '../core/packs/pack.ts';
import { packJson } from '../core/packs/write-pack.ts';
import { testHeader, testPack, testRecord, testRecords, testSample } from '../core/run/fixtures.ts';
import { runJsonl } from '../core/run/run-jsonl.ts';
import { runCli } from './cli.ts';
import { type TestFolder, cli, testFolder } from './test-cli.ts';

const pack = testPack(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((id) => testSample(`sample ${id}`)),
  { scorers: ['rouge'] },
);
const predictions = (of: Pack): string =>
  of.samples
    .map(({ id }, i) => `${JSON.stringify({ id, output: i % 2 === 0 ? id : 'sample x' })}\n`)
    .join('');

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
  folder.write('p.json', packJson(pack));
});
afterEach(() => folder.remove());

describe('bedside', () => {
  it('explains itself, and ends with 2 for what it does not know', async () => {
    expect(await cli('--help')).toMatchObject({ code: 0, out: '' });
    expect((await cli('score', '--help')).err).toContain('--predictions');
    expect(await cli()).toMatchObject({ code: 2, out: '' });
    expect(await cli('fly')).toMatchObject({
      code: 2,
      err: expect.stringContaining('known: ') as string,
    });
    expect(await cli('score', '--nope')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--nope') as string,
    });
    expect(await cli('score', folder.path('p.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('--predictions is missing') as string,
    });
  });

  it('ends with 1 and the place in our code for a defect', async () => {
    const broken = {
      name: 'broken',
      summary: '',
      usage: '',
      run: async () => {
        throw new TypeError('oops');
      },
    };
    let err = '';
    const io = { out: () => undefined, err: (line: string) => void (err += `${line}\n`) };
    expect(await runCli(['broken'], io, [broken])).toBe(1);
    expect(err).toContain('oops');
    expect(err).toContain('cli.test.ts');
  });

  it('runs as the documented command, with one JSON object on stdout and nothing else', () => {
    const preds = folder.write('preds.jsonl', predictions(pack));
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const args = [
      'run',
      '--silent',
      'bedside',
      '--',
      'score',
      folder.path('p.json'),
      '--predictions',
      preds,
      '--json',
    ];
    const { status, stdout } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ pack: { id: 'test-pack', sha256: pack.seal } });
  });
});

describe('bedside import', () => {
  const table = 'id,question,answer\n1,Which?,yes\n2,,no\n3,"Why?","because"\n';

  it('writes nothing and ends with 2 when rows are bad, naming line and column', async () => {
    const file = folder.write('t.csv', table);
    const result = await cli('import', file, '--format', 'csv', '--out', folder.path('out.json'));
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toContain(`${file}, line 3, question: there is no question`);
    expect(result.err).toContain('--keep-good');
    expect(folder.list()).toEqual(['p.json', 't.csv']);
  });

  it('writes the good rows with --keep-good, and still names the bad', async () => {
    const file = folder.write('t.csv', table);
    const out = folder.path('out.json');
    const result = await cli('import', file, '--format', 'csv', '--keep-good', '--out', out);
    expect(result).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('line 3, question') as string,
    });
    expect(JSON.parse(folder.read('out.json'))).toMatchObject({
      id: 't',
      scorers: ['exact'],
      samples: [{ id: '1' }, { id: '3' }],
    });
    expect(folder.list()).toEqual(['out.json', 'p.json', 't.csv']);
  });

  it('maps columns, writes JSONL on request, and gives the same bytes again', async () => {
    const file = folder.write('t.csv', 'Nr;Frage;Antwort\nä1;Was?;das\n');
    const map = 'Nr=id,Frage=question,Antwort=target';
    const importTo = (out: string) =>
      cli('import', file, '--format', 'csv', '--map', map, '--out', folder.path(out));
    expect(await importTo('a.jsonl')).toMatchObject({ code: 0 });
    await importTo('b.jsonl');
    expect(folder.read('a.jsonl')).toBe(folder.read('b.jsonl'));
    const preds = folder.write('x.jsonl', '{"id":"ä1","output":"das"}\n');
    const scored = await cli('score', folder.path('a.jsonl'), '--predictions', preds, '--json');
    expect(JSON.parse(scored.out)).toMatchObject({ metrics: { 'rouge.rouge1.f': { value: 1 } } });
  });

  it.each([
    ['no file', ['--format', 'csv', '--out', 'x.json'], /no file to import/],
    ['a file that is not there', ['nowhere.csv', '--format', 'csv', '--out', 'x.json'], /no such file/],
    ['an unknown format', ['t.csv', '--format', 'xls', '--out', 'x.json'], /known: aci-bench/],
    ['no --out', ['t.csv', '--format', 'csv'], /--out is missing/],
    ['an output over its input', ['t.csv', '--format', 'csv', '--out', 't.csv'], /one of the input files/],
    ['an output in no folder', ['t.csv', '--format', 'csv', '--out', 'no/x.json'], /no such folder/],
    [
      'a column that is not there',
      ['t.csv', '--format', 'csv', '--out', 'x.json', '--map', 'Q=question'],
      /no column "Q"/,
    ],
    [
      'a file that is not UTF-8',
      ['latin1.csv', '--format', 'csv', '--out', 'x.json'],
      /line 2.*[\s\S]*UTF-8/,
    ],
    ['the wrong format', ['t.csv', '--format', 'aci-bench', '--out', 'x.json'], /no column "dialogue"/],
  ])('refuses %s and writes nothing', async (_, args, message) => {
    folder.write('t.csv', table);
    folder.write('latin1.csv', Buffer.from('id,question\n1,caf\u00e9\n', 'latin1'));
    const before = folder.list();
    const paths = args.map((arg) => (/\.(csv|json)$/.test(arg) ? folder.path(arg) : arg));
    const result = await cli('import', ...paths);
    expect(result).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) as string });
    expect(folder.list()).toEqual(before);
    expect(folder.read('t.csv')).toBe(table);
  });
});

describe('bedside score', () => {
  const score = (content: string | Uint8Array, ...more: string[]) =>
    cli('score', folder.path('p.json'), '--predictions', folder.write('preds.jsonl', content), ...more);

  it('prints every number with its interval and its n', async () => {
    const { code, out } = await score(predictions(pack));
    expect(code).toBe(0);
    expect(out).toMatch(
      /rouge\.rouge1\.f +0\.7500 +0\.\d+ to 0\.\d+ \(95 %, bca-bootstrap\) +n 10, unscored 0/,
    );
  });

  it('gives the published JSON shape, the same bytes each time', async () => {
    const first = await score(predictions(pack), '--json');
    const [line, ...rest] = first.out.split('\n');
    expect(rest).toEqual(['']);
    const json = JSON.parse(line ?? '') as { metrics: Record<string, object>; samples: object[] };
    expect(Object.keys(json)).toEqual(['pack', 'metrics', 'samples']);
    expect(Object.keys(json.metrics['rouge.rouge1.f'] ?? {})).toEqual([
      'value',
      'low',
      'high',
      'level',
      'method',
      'n',
      'unscored',
      'failed',
    ]);
    expect(json.samples[0]).toMatchObject({
      id: 'sample a',
      scores: { 'rouge.rouge1.f': { state: 'scored', value: 1 } },
    });
    expect((await score(predictions(pack), '--json')).out).toBe(first.out);
  });

  it('takes other scorers than the pack’s, and counts missing predictions as unscored', async () => {
    const { out } = await score(
      '{"id":"sample a","output":"sample a"}\n',
      '--scorers',
      'exact,rouge,exact',
      '--json',
    );
    const json = JSON.parse(out) as {
      metrics: Record<string, { n: number; unscored: number }>;
      samples: object[];
    };
    expect(Object.keys(json.metrics)[0]).toBe('exact.accuracy');
    expect(json.metrics['rouge.rouge1.f']).toMatchObject({ n: 1, unscored: 9, failed: 0 });
    expect(json.samples[1]).toMatchObject({
      scores: { 'rouge.rouge1.f': { state: 'unscored', reason: 'missing-output' } },
    });
  });

  it('takes a run.jsonl, and counts its failed samples', async () => {
    const records = testRecords(pack).map((record) =>
      record.index === 3
        ? testRecord(pack, 3, 0, {
            output: null,
            error: { code: 'runtime/failed', message: 'x', details: {} },
          })
        : record,
    );
    const { out } = await score([...runJsonl(testHeader(pack), records)].join(''), '--json');
    expect(JSON.parse(out)).toMatchObject({
      metrics: { 'rouge.rouge1.f': { n: 9, unscored: 1, failed: 1 } },
    });
  });

  it.each([
    ['an unknown id', '{"id":"who","output":"x"}\n', /who \(line 1\)[\s\S]*\[input\/unknown-id\]/],
    [
      'a duplicate id',
      '{"id":"sample a","output":"x"}\n{"id":"sample a","output":"x"}\n',
      /input\/duplicate-id/,
    ],
    ['a broken line', '{"id":"sample a","output":"x"}\n{"id"\n', /line 2, column 6/],
    ['bytes that are not UTF-8', Uint8Array.from([0x7b, 0xff]), /byte 1, line 1/],
    ['an empty file', '', /is empty/],
    [
      'a run of another pack',
      [...runJsonl(testHeader(testPack([testSample('q')])), [])].join(''),
      /seal-mismatch/,
    ],
  ])('refuses %s', async (_, content, message) => {
    expect(await score(content, '--json')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(message) as string,
    });
  });

  it.each([
    ['not JSON', (text: string) => text.replace('"title"', 'title'), /line \d+, column \d+/],
    ['not fitting the schema', (text: string) => text.replace('"en"', '""'), /language: /],
    [
      'wrongly sealed',
      (text: string) => text.replace('Test pack', 'Best pack'),
      /does not fit the seal[\s\S]*seal-pack/,
    ],
    [
      'with duplicate ids',
      (text: string) => text.replace('"sample b"', '"sample a"').replace(/"seal": "[^"]*",/, ''),
      /duplicate-id/,
    ],
    [
      'for a scorer that is not here',
      (text: string) => text.replace('"rouge"', '"taste"').replace(/"seal": "[^"]*",/, ''),
      /known: .*rouge/,
    ],
  ])('refuses a pack %s', async (_, change, message) => {
    const text = folder.read('p.json');
    // The seal comes last in the file: moving it is not what is tested.
    folder.write(
      'p.json',
      change(
        text.replace(/,\n "seal": "([0-9a-f]+)"\n\}/, '\n}').replace('{\n', `{\n "seal": "${pack.seal}",\n`),
      ),
    );
    expect(await score(predictions(pack), '--json')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(message) as string,
    });
  });
});

describe('bedside merge', () => {
  const shard = (index: number, count = 8): string => {
    const selection = { shard: { index, count } };
    const text = [...runJsonl(testHeader(pack, selection), testRecords(pack, selection))].join('');
    return folder.write(`shard-${index}.jsonl`, text);
  };

  it('gives a run whose scores are byte-identical to those of one run', async () => {
    const whole = folder.write('whole.jsonl', [...runJsonl(testHeader(pack), testRecords(pack))].join(''));
    const shards = [8, 3, 1, 2, 7, 5, 6, 4].map((index) => shard(index));
    const merged = folder.path('merged.jsonl');
    expect(await cli('merge', ...shards, '--out', merged)).toMatchObject({ code: 0, out: '' });
    const score = async (run: string) =>
      (await cli('score', folder.path('p.json'), '--predictions', run, '--json')).out;
    expect(await score(merged)).toBe(await score(whole));
    expect(folder.list().filter((name) => name.includes('part'))).toEqual([]);
  });

  it('refuses a missing shard, a doubled one and a cut one, and writes nothing', async () => {
    const all = Array.from({ length: 8 }, (_, index) => shard(index + 1));
    const out = folder.path('merged.jsonl');
    expect(await cli('merge', ...all.slice(1), '--out', out)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/1\/8[\s\S]*merge-gap/) as string,
    });
    expect(await cli('merge', ...all, all[0] ?? '', '--out', out)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/"sample a"[\s\S]*merge-duplicate/) as string,
    });
    folder.write('shard-8.jsonl', folder.read('shard-8.jsonl').slice(0, -30));
    folder.write('shard-1.jsonl', folder.read('shard-1.jsonl').split('\n').slice(0, 2).join('\n'));
    expect(await cli('merge', ...all, '--out', out)).toMatchObject({ code: 2 });
    expect(folder.list()).not.toContain('merged.jsonl');
  });
});
