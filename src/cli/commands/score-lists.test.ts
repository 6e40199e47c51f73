/** From a spreadsheet of one's own to lists of labels, entities, rankings and label tables. No model takes part. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestFolder, cli, testFolder } from '../test-cli.ts';

let folder: TestFolder;
beforeEach(() => (folder = testFolder()));
afterEach(() => folder.remove());

interface Scored {
  readonly metrics: Record<string, { value: number | null; low: number | null; n: number; unscored: number }>;
  readonly labels?: Record<
    string,
    { label: string; wanted: number; given: number; precision: { value: number; low: number; n: number } }[]
  >;
}

/** The rows as a CSV, imported, and the replies scored; the pack is named by its file. */
async function pack(rows: readonly (readonly string[])[]): Promise<string> {
  const cells = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  folder.write('own.csv', `${cells.join('\n')}\n`);
  const out = folder.path('own.json');
  expect(await cli('import', folder.path('own.csv'), '--format', 'csv', '--out', out)).toMatchObject({
    code: 0,
  });
  return out;
}
async function score(packFile: string, scorer: string, replies: readonly string[]) {
  folder.write(
    'preds.jsonl',
    replies.map((output, at) => `${JSON.stringify({ id: `q${at + 1}`, output })}\n`).join(''),
  );
  const args = ['score', packFile, '--predictions', folder.path('preds.jsonl'), '--scorers', scorer];
  const { code, out, err } = await cli(...args, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  const { out: text } = await cli(...args);
  return { ...(JSON.parse(out) as Scored), text };
}

describe('bedside score of a spreadsheet', () => {
  it('scores lists of labels', async () => {
    const file = await pack([
      ['id', 'question', 'answer'],
      ['q1', 'Code the letter.', 'I10; E11.9; N18.3'],
      ['q2', 'Code the letter.', 'J45'],
    ]);
    const { metrics, text } = await score(file, 'labels', ['- I10\n- E11.9\n- J45', 'J45']);
    expect(metrics['labels.f1']?.value).toBeCloseTo((2 / 3 + 1) / 2, 12);
    expect(metrics['labels.exact']).toMatchObject({ value: 0.5, n: 2 });
    // 3 right of 4 given and 4 wanted.
    expect(metrics['labels.micro-f1']).toMatchObject({ value: 0.75, n: 2 });
    expect(text).toMatch(/^labels\.micro-f1: 0\.7500 \(/mu);
  });

  it('scores entities, exactly and with a word in common', async () => {
    const file = await pack([
      ['id', 'question', 'answer'],
      ['q1', 'List drug and dose.', 'drug: metoprolol succinate\ndose: 50 mg'],
      ['q2', 'Tag each word.', 'O O B-DRUG I-DRUG O'],
    ]);
    const { metrics } = await score(file, 'entities', ['drug: metoprolol\ndose: 50 mg', 'O O B-DRUG O O']);
    expect(metrics['entities.exact.f1']?.value).toBeCloseTo((0.5 + 0) / 2, 12);
    expect(metrics['entities.partial.f1']).toMatchObject({ value: 1, n: 2 });
    // One right of three given and three wanted, as seqeval counts over both samples.
    expect(metrics['entities.exact.micro-f1']?.value).toBeCloseTo(1 / 3, 12);
    expect(metrics['entities.partial.micro-f1']?.value).toBe(1);
  });

  it('scores ranked lists', async () => {
    const file = await pack([
      ['id', 'question', 'answer'],
      ['q1', 'Differential diagnosis?', 'gout'],
      ['q2', 'Differential diagnosis?', 'asthma'],
    ]);
    const { metrics } = await score(file, 'ranking', ['1. lupus\n2. gout\n3. sepsis', '1. asthma\n2. gout']);
    expect(metrics['ranking.top-1']).toMatchObject({ value: 0.5, n: 2 });
    expect(metrics['ranking.top-3']).toMatchObject({ value: 1, n: 2 });
    expect(metrics['ranking.ndcg-10']?.value).toBeCloseTo((1 / Math.log2(3) + 1) / 2, 12);
    expect(metrics['ranking.recall-5']).toMatchObject({ value: 1, n: 2 });
  });

  it('shows macro-F1 and each label where the answer is yes, no or maybe', async () => {
    const file = await pack([
      ['id', 'question', 'answer'],
      ...['yes', 'yes', 'no', 'no', 'maybe', 'yes'].map((answer, at) => [`q${at + 1}`, 'Is it so?', answer]),
    ]);
    const replies = ['Yes.', 'Yes, it is.', 'Yes', 'No.', 'no', 'I cannot say yes or no.'];
    const { metrics, labels, text } = await score(file, 'yes-no-maybe', replies);
    expect(metrics['yes-no-maybe.macro-f1']).toMatchObject({ n: 5, unscored: 1, unreliable: 'few-samples' });
    expect(metrics['yes-no-maybe.macro-f1']?.value).toBeCloseTo((0.8 + 0.5 + 0) / 3, 12);
    expect(labels?.['yes-no-maybe']?.map(({ label, wanted, given }) => [label, wanted, given])).toEqual([
      ['yes', 2, 3],
      ['no', 2, 2],
      ['maybe', 1, 0],
    ]);
    expect(labels?.['yes-no-maybe']?.[0]?.precision).toMatchObject({ value: 2 / 3, n: 3 });
    expect(text).toMatch(
      /yes-no-maybe\.macro-f1: 0\.4333 \(0\.\d{4} to \d\.\d{4}\), n 5, unscored 1; unreliable/u,
    );
    expect(text).toMatch(/^maybe +1 +0 +n\/a +0\.0000 \(.* +0\.0000 \(no interval\)$/mu);
  });
});
