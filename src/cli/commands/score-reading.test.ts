/** Answers read again, and groups: `bedside score --extractor` and `--by`. No model takes part. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packJson } from '../../core/packs/write-pack.ts';
import { testPack, testSample } from '../../core/run/fixtures.ts';
import { type TestFolder, cli, testFolder } from '../test-cli.ts';

const choices = [
  { id: 'A', text: 'ramipril' },
  { id: 'B', text: 'doxycycline' },
];
const pack = testPack(
  ['kidney', 'kidney', 'heart', 'heart'].map((specialty, at) => ({
    ...testSample(`question ${at}`),
    choices,
    answer: 'B',
    meta: { specialty },
  })),
  { scorers: ['choice'] },
);
const REPLIES = [
  String.raw`\boxed{B}`,
  String.raw`It is A. \boxed{A}`,
  'The answer is B.',
  String.raw`First \boxed{A}, then \boxed{B}.`,
];

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
  folder.write('p.json', packJson(pack));
  folder.write(
    'preds.jsonl',
    pack.samples.map(({ id }, at) => `${JSON.stringify({ id, output: REPLIES[at] })}\n`).join(''),
  );
});
afterEach(() => folder.remove());

const score = (...more: string[]) =>
  cli('score', folder.path('p.json'), '--predictions', folder.path('preds.jsonl'), ...more);

async function scored(...more: string[]) {
  const { code, out, err } = await score('--json', ...more);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as {
    metrics: Record<string, { value: number | null; n: number; unscored: number }>;
    settings?: unknown;
    slices?: { value: string; metrics: Record<string, { value: number; n: number }> }[];
  };
}

describe('bedside score --extractor', () => {
  it('reads the stored answers another way, under another name', async () => {
    const { metrics, settings } = await scored('--extractor', 'boxed');
    expect(metrics['choice@boxed.accuracy']).toMatchObject({ value: 0.5, n: 2, unscored: 2 });
    expect(metrics['choice@boxed.extracted']).toMatchObject({ value: 0.5, n: 4 });
    expect(metrics['choice@boxed.extracted-strict']).toMatchObject({ value: 0.5, n: 4 });
    expect(metrics['choice.accuracy']).toBeUndefined();
    expect(settings).toEqual({ 'choice@boxed': { extractor: 'boxed' } });
  });

  it('adds nothing to the object when it is not asked for', async () => {
    const plain = await scored();
    // Both choices stand under every question, so the labels are there without being asked for.
    expect(Object.keys(plain).sort()).toEqual(['labels', 'metrics', 'pack', 'samples']);
  });

  it('refuses an unknown extractor, and one that no chosen scorer can be read with', async () => {
    expect(await score('--extractor', 'crystal-ball')).toMatchObject({ code: 2, out: '' });
    expect(await score('--extractor', 'date')).toMatchObject({ code: 2, out: '' });
  });
});

describe('bedside score --by', () => {
  it('gives the same measures within each group', async () => {
    const { slices } = await scored('--by', 'specialty');
    expect(slices?.map(({ value, metrics }) => [value, metrics['choice.extracted']?.n])).toEqual([
      ['kidney', 2],
      ['heart', 2],
    ]);
    const { out } = await score('--by', 'specialty');
    expect(out).toContain('specialty: heart');
    expect(out).toContain('must not be ranked');
    expect(out).toContain('guessing among the choices would give 0.5000');
  });

  it('refuses a field that no sample has', async () => {
    expect(await score('--by', 'weather')).toMatchObject({ code: 2, out: '' });
  });
});

describe('bedside run --solver-set', () => {
  const run = (...more: string[]) =>
    cli('run', '--pack', 'clinical-qa-demo', '--model', 'demo-tuned', ...more);
  it.each([
    [['--solver-set', 'votes=3'], 'needs --solver'],
    [['--solver', 'self-consistency', '--solver-set', 'votes=1'], 'votes'],
    [['--solver', 'self-consistency', '--solver-set', 'patience=1'], 'votes=2…101'],
    [['--solver', 'self-consistency', '--solver-set', 'votes=3', '--solver-set', 'votes=4'], 'given twice'],
    [['--solver', 'telepathy'], 'telepathy'],
  ])('%j is refused before a browser starts', async (more, words) => {
    const { code, err } = await run(...more);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('lists every way of asking with its settings in the help', async () => {
    const { err } = await cli('run', '--help');
    expect(err).toMatch(/self-consistency +votes=5 temperature=0.7/u);
    expect(err).toMatch(/circular-rank-choices +normalisation=sum/u);
  });
});
