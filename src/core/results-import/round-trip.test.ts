/** Our own exports, read back: what a format can hold comes back whole. */
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../contracts.ts';
import { testView } from '../exports/fixtures.ts';
import type { ExportView } from '../exports/export-view.ts';
import { PRIVACY_LEVELS, type Privacy } from '../exports/privacy.ts';
import { exportById } from '../exports/registry.ts';
import { fullSample } from '../packs/fixtures.ts';
import { fileOf, sameScorer, testHeader, testPack, testRecord } from '../run/fixtures.ts';
import { scorerById } from '../scorers/registry.ts';
import { readResults } from './read-results.ts';

const pack = testPack(
  Array.from({ length: 7 }, (_, i) => ({
    ...fullSample(`visit ${i}`),
    cluster: `patient ${Math.floor(i / 2)}`,
  })),
);
const output = 'Medications: ibuprofen 200 mg twice a day.';
const records: RunRecord[] = pack.samples.slice(0, 6).map((_, i) =>
  testRecord(pack, i, 0, {
    output: i === 3 ? null : i === 4 ? '' : `${output} ${i}`,
    ...(i === 3
      ? { error: { code: 'runtime/out-of-memory', message: 'runtime/out-of-memory', details: {} } as const }
      : {}),
    finish: i === 3 ? null : i === 2 ? 'length' : 'stop',
    usage: i === 3 ? null : { promptTokens: 7 + i, outputTokens: 3 },
    timings: i === 3 ? null : { firstTokenMs: null, totalMs: 250, tokensPerSecond: null },
  }),
);
const scorers = ['facts', 'rouge'].map(scorerById).concat(sameScorer);
const view = (privacy: Privacy) => testView(pack, records, scorers, privacy);

function readBack(id: string, given: ExportView, known: boolean) {
  const files = exportById(id)
    .write(given)
    .map(({ beside, text }) =>
      fileOf(beside ?? (id === 'helm' ? 'per_instance_stats.json' : 'out.json'), text),
    );
  return readResults(files, {
    findPack: () => Promise.resolve(known ? pack : null),
    now: '2026-05-05T00:00:00.000Z',
  });
}

/** Metric -> cells in pack order, from the view and from what was read back. */
const written = (given: ExportView) =>
  Object.fromEntries(
    given.columns.map(({ metric, scores }) => [
      metric,
      scores.map((score) => (score.state === 'scored' ? score.value : score.reason)),
    ]),
  );

describe.each(['inspect', 'lm-eval', 'helm'])('the %s export', (id) => {
  describe.each(PRIVACY_LEVELS)('at privacy %s', (privacy) => {
    it.each([true, false])('comes back with every score (pack here: %s)', async (known) => {
      const given = view(privacy);
      const { runs, totalProblems } = await readBack(id, given, known);
      expect(totalProblems).toBe(0);
      const [run] = runs;
      const read = Object.fromEntries(
        (run?.tables ?? []).flatMap(({ scorerId, columns }) =>
          Object.entries(columns).map(([measure, cells]) => [`${scorerId}.${measure}`, cells]),
        ),
      );
      // HELM has no place for the reason why something is not scored.
      const expected = Object.fromEntries(
        Object.entries(written(given)).map(([metric, cells]) => [
          metric,
          cells.map((cell) => (id === 'helm' && typeof cell === 'string' ? 'not-applicable' : cell)),
        ]),
      );
      expect(read).toEqual(expected);
      expect({ ...run?.header, imported: undefined, pack: run?.header.pack.sha256 }).toEqual({
        ...testHeader(pack),
        imported: undefined,
        pack: pack.seal,
      });
      expect(run?.tables.find(({ scorerId }) => scorerId === 'rouge')?.scorerVersion).toBe(
        scorerById('rouge').version,
      );
    });
  });
  it('gives the same estimates where the pack is here', async () => {
    const given = view('full');
    const { runs } = await readBack(id, given, true);
    for (const { metric, estimate } of given.columns) {
      const [scorerId = ''] = metric.split('.');
      const found = runs[0]?.tables.find((table) => table.scorerId === scorerId)?.estimates[metric];
      // Failed samples are known as such only where the format holds the reason.
      expect({ ...found, failed: 0 }).toEqual({ ...estimate, failed: 0 });
    }
  });
});

it('an Inspect export in full comes back with every record', async () => {
  const { runs } = await readBack('inspect', view('full'), true);
  expect(runs[0]?.records).toEqual(records);
});
it('an lm-eval export in full comes back with every output', async () => {
  const { runs } = await readBack('lm-eval', view('full'), true);
  expect(runs[0]?.records.map((record) => record.output)).toEqual(records.map((record) => record.output));
});
