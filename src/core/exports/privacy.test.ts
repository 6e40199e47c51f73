/** What must not leave: at `scores` no text of any sample, output or prompt and no id; at `hashes` no text. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SealedPack } from '../packs/read-pack.ts';
import { testPack, testRecord } from '../run/fixtures.ts';
import { scorerById } from '../scorers/registry.ts';
import type { RunExport } from './export-contract.ts';
import type { ExportView } from './export-view.ts';
import { readable, testView } from './fixtures.ts';
import { packsOf, secretSequences, sequences, syntheticRecords } from './privacy-fixtures.ts';
import { PRIVACY_LEVELS, type Privacy } from './privacy.ts';
import { EXPORTS } from './registry.ts';

const PACKS = new URL('../../../public/packs/', import.meta.url);
const bundledPacks = packsOf(
  readdirSync(PACKS)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map((name) => readFileSync(new URL(name, PACKS), 'utf8')),
);

function viewOf(pack: SealedPack, privacy: Privacy): ExportView {
  return testView(pack, syntheticRecords(pack), pack.scorers.map(scorerById), privacy);
}

async function written(to: RunExport, view: ExportView): Promise<string[]> {
  return Promise.all(to.write(view).map(readable));
}

describe.each(bundledPacks)('the bundled pack $id', (pack) => {
  const secret = secretSequences(pack);
  it.each(['scores', 'hashes'] as const)(
    'leaves no eight words of its texts in any export at %s',
    async (privacy) => {
      const view = viewOf(pack, privacy);
      expect(secret.size).toBeGreaterThan(100);
      for (const to of EXPORTS)
        for (const text of await written(to, view))
          expect(
            sequences(text).filter((one) => secret.has(one)),
            to.id,
          ).toEqual([]);
    },
  );
  it('is found by the same search in the full exports, so the search can find', async () => {
    const view = viewOf(pack, 'full');
    for (const to of EXPORTS.filter(({ id }) => id !== 'every-eval-ever'))
      expect(
        (await written(to, view)).some((text) => sequences(text).some((one) => secret.has(one))),
        to.id,
      ).toBe(true);
  });
});

describe('a pack with a mark in every field', () => {
  let marks = 0;
  const mark = (): string => `zq${String((marks += 1)).padStart(3, '0')}qz`;
  const ids: string[] = [];
  const idMark = (): string => {
    const id = mark();
    ids.push(id);
    return id;
  };
  const pack = testPack(
    Array.from({ length: 3 }, () => ({
      id: idMark(),
      cluster: idMark(),
      input: { turns: [{ line: 1, speaker: mark(), text: mark() }] },
      documents: [{ id: mark(), title: mark(), text: mark() }],
      target: [mark()],
      choices: [
        { id: 'A', text: mark() },
        { id: 'B', text: mark() },
      ],
      answer: 'A',
      facts: [{ category: 'finding' as const, name: mark(), status: 'present' as const }],
      meta: { [mark()]: mark() },
    })),
    {
      title: `Pack ${mark()}`,
      description: mark(),
      licence: mark(),
      citation: mark(),
      provenance: { kind: 'imported', statement: mark(), review: mark(), source: mark() },
      canary: mark(),
      sliceFields: [mark()],
      private: true,
    },
  );
  const records = pack.samples.map((_, index) =>
    testRecord(pack, index, 0, {
      output: index === 2 ? null : `${mark()} Subjective: ${mark()} aspirin 81 mg daily`,
      messages: [{ role: 'user', content: mark() }],
      prompt: {
        text: mark(),
        tokenCount: 1,
        tokenIdsSha256: 'c'.repeat(64),
        firstTokenIds: [1],
        warnings: [],
      },
      ...(index === 2
        ? { error: { code: 'runtime/failed', message: mark(), details: { text: mark() } } as const }
        : {}),
    }),
  );
  const scorers = ['facts', 'rouge', 'sections', 'choice', 'exact'].map(scorerById);
  const at = async (privacy: Privacy): Promise<string> =>
    (await Promise.all(EXPORTS.map((to) => written(to, testView(pack, records, scorers, privacy)))))
      .flat()
      .join('\n');

  it('leaves none of them at scores', async () => {
    const text = await at('scores');
    expect(text.match(/zq\d+qz/g)).toBeNull();
    expect(text).not.toMatch(/aspirin|81 mg/);
  });
  it('leaves ids only at hashes', async () => {
    expect([...new Set((await at('hashes')).match(/zq\d+qz/g))].sort()).toEqual([...ids].sort());
  });
  it('shows samples by position and clusters by number at scores', () => {
    const { rows } = testView(pack, records, scorers, 'scores');
    expect(rows.map(({ id, cluster }) => [id, cluster])).toEqual([
      ['1', '1'],
      ['2', '2'],
      ['3', '3'],
    ]);
  });
  it('gives the same scores at every level', () => {
    const scores = PRIVACY_LEVELS.map((privacy) => testView(pack, records, scorers, privacy).columns);
    expect(scores[1]).toEqual(scores[0]);
    expect(scores[2]).toEqual(scores[0]);
  });
});
