/** Contract of every export: its format's own schema holds for ordinary and degenerate runs at every privacy level. */
import Papa from 'papaparse';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { fullSample } from '../packs/fixtures.ts';
import { sameScorer, testPack, testRecord, testRecords, testSample } from '../run/fixtures.ts';
import { scorerById } from '../scorers/registry.ts';
import type { ExportFile } from './export-contract.ts';
import type { ExportView } from './export-view.ts';
import { readParquet, testView } from './fixtures.ts';
import { PRIVACY_LEVELS, type Privacy } from './privacy.ts';
import { EXPORTS, exportById } from './registry.ts';
import { EveryEvalEverSchema } from './schemas/every-eval-ever.ts';
import {
  HelmHashesSchema,
  HelmInstanceStatsSchema,
  HelmPredictionsSchema,
  HelmRunSpecSchema,
  HelmStatsSchema,
} from './schemas/helm.ts';
import { InspectLogSchema, inspectOrderHolds } from './schemas/inspect.ts';
import { LmEvalResultsSchema, LmEvalSampleSchema } from './schemas/lm-eval.ts';

const pack = testPack(
  Array.from({ length: 12 }, (_, i) => testSample(`visit ${i}`, { answer: 'yes', meta: { topic: 'x' } })),
);
const failed: Partial<RunRecord> = {
  output: null,
  error: { code: 'runtime/failed', message: 'no', details: {} },
};

const RUNS: readonly (readonly [string, (privacy: Privacy) => ExportView])[] = [
  [
    'ordinary',
    (privacy) =>
      testView(
        pack,
        pack.samples.map((_, i) =>
          testRecord(pack, i, 0, {
            ...(i === 4 ? failed : {}),
            ...(i === 5 ? { output: '' } : {}),
            usage: { promptTokens: 7, outputTokens: 3 },
            timings: { firstTokenMs: 12.5, totalMs: 250, tokensPerSecond: 8 },
            prompt: {
              text: `Say ${i}`,
              tokenCount: 7,
              tokenIdsSha256: 'c'.repeat(64),
              firstTokenIds: [1],
              warnings: [],
            },
          }),
        ),
        [sameScorer],
        privacy,
      ),
  ],
  [
    'of two repeats',
    (privacy) => {
      const selection = { limit: 5, shard: null, repeats: 2 };
      return testView(pack, testRecords(pack, selection), [sameScorer], privacy, { selection });
    },
  ],
  ['empty', (privacy) => testView(pack, [], [sameScorer], privacy)],
  [
    'over no sample at all',
    (privacy) =>
      testView(pack, [], [sameScorer], privacy, {
        selection: { limit: 1, shard: { index: 2, count: 2 }, repeats: 1 },
      }),
  ],
  [
    'of one sample',
    (privacy) => {
      const one = testPack([testSample('only')]);
      return testView(one, [testRecord(one, 0, 0, { output: 'only' })], [sameScorer], privacy);
    },
  ],
  [
    'of equal scores',
    (privacy) =>
      testView(
        pack,
        pack.samples.map(({ id }, i) => testRecord(pack, i, 0, { output: id })),
        [sameScorer],
        privacy,
      ),
  ],
  [
    'with nothing scored',
    (privacy) =>
      testView(
        pack,
        pack.samples.map((_, i) => testRecord(pack, i, 0, failed)),
        [sameScorer],
        privacy,
      ),
  ],
  [
    'with counts and evidence',
    (privacy) => {
      const notes = testPack([fullSample('a'), { ...fullSample('b'), cluster: 'patient-2' }]);
      const output = 'Medications: ibuprofen 200 mg twice a day, warfarin 5 mg daily.';
      const records = notes.samples.map((_, i) => testRecord(notes, i, 0, { output }));
      return testView(notes, records, ['facts', 'rouge', 'choice'].map(scorerById), privacy);
    },
  ],
  ['without a scorer', (privacy) => testView(pack, testRecords(pack), [], privacy)],
];

const json = (file: ExportFile | undefined): unknown => JSON.parse(file?.text ?? 'null');
const named = (files: readonly ExportFile[], beside: string | null): ExportFile | undefined =>
  files.find((file) => file.beside === beside);

/** What each format's reader needs; an export without an entry fails. */
const CHECKS: Readonly<
  Record<string, (files: readonly ExportFile[], view: ExportView) => void | Promise<void>>
> = {
  parquet: async (files, view) => {
    const { rows, metadata } = await readParquet(files[0]?.bytes ?? expect.fail('no bytes'));
    expect(rows).toHaveLength(view.rows.length);
    for (const { metric, scores } of view.columns)
      expect(rows.map((row) => row[metric])).toEqual(
        scores.map((score) => (score.state === 'scored' ? score.value : null)),
      );
    expect(rows.map((row) => row['sample'])).toEqual(view.rows.map(({ id }) => id));
    const metrics = await readParquet(named(files, 'metrics.parquet')?.bytes ?? expect.fail('no metrics'));
    expect(metrics.rows.map((row) => [row['metric'], row['mean'], row['n']])).toEqual(
      view.columns.map(({ metric, estimate }) => [metric, estimate.value, estimate.n]),
    );
    expect(metadata.find(({ key }) => key === 'bedside')?.value).toContain(view.header.settingsSha256);
  },
  inspect: (files, view) => {
    const log = v.parse(InspectLogSchema, json(files[0]));
    expect(inspectOrderHolds(json(files[0]) as Record<string, unknown>)).toBe(true);
    expect(log.samples).toHaveLength(view.rows.length);
    for (const { name, scored_samples: scored, unscored_samples: unscored } of log.results.scores) {
      expect(log.samples.filter(({ scores }) => name in scores)).toHaveLength(scored);
      expect(scored + unscored).toBe(view.rows.length);
    }
  },
  'lm-eval': (files, view) => {
    v.parse(LmEvalResultsSchema, json(files[0]));
    const lines = (named(files, 'samples.jsonl')?.text ?? '').split('\n').filter((line) => line !== '');
    expect(lines).toHaveLength(view.rows.length);
    for (const line of lines) v.parse(LmEvalSampleSchema, JSON.parse(line));
  },
  helm: (files, view) => {
    expect(v.parse(HelmInstanceStatsSchema, json(files[0]))).toHaveLength(view.rows.length);
    v.parse(HelmStatsSchema, json(named(files, 'stats.json')));
    v.parse(HelmRunSpecSchema, json(named(files, 'run_spec.json')));
    if (view.privacy !== 'scores') v.parse(HelmHashesSchema, json(named(files, 'hashes.json')));
    if (view.privacy === 'full')
      v.parse(HelmPredictionsSchema, json(named(files, 'display_predictions.json')));
  },
  'every-eval-ever': (files, view) => {
    const record = v.parse(EveryEvalEverSchema, json(files[0]));
    expect(record.evaluation_results).toHaveLength(
      view.columns.filter(({ estimate }) => estimate.n > 0).length,
    );
  },
  csv: (files, view) => {
    for (const { text } of files) {
      const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
      expect(errors).toEqual([]);
      expect(new Set(data.map((row) => row.length)).size).toBe(1);
    }
    expect(Papa.parse(files[0]?.text ?? '', { skipEmptyLines: true }).data).toHaveLength(
      view.rows.length + 1,
    );
  },
  markdown: (files) => {
    expect(files[0]?.text).toMatch(/^# .+\n\n.+\n\n## Scores\n/);
  },
  html: (files) => {
    const text = files[0]?.text ?? '';
    expect(text).toMatch(/^<!doctype html>/);
    expect(text).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(text).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|style="|https?:/i);
    expect(text).toContain('author must supply');
  },
};

describe.each(EXPORTS)('export $id', (to) => {
  it('has a check of its format', () => {
    expect(CHECKS[to.id]).toBeTypeOf('function');
  });

  describe.each(PRIVACY_LEVELS)('at privacy %s', (privacy) => {
    it.each(RUNS)('writes a valid export of a run %s, without NaN or Infinity', async (_, run) => {
      const view = run(privacy);
      const files = to.write(view);
      await CHECKS[to.id]?.(files, view);
      for (const { text } of files) expect(text).not.toMatch(/\b(?:NaN|Infinity|undefined|\[object)\b/);
    });
    it('gives the files its help lists', () => {
      const level = PRIVACY_LEVELS.indexOf(privacy);
      const listed = to.beside.filter(({ from }) => PRIVACY_LEVELS.indexOf(from) <= level);
      const files = to.write(RUNS[0]?.[1](privacy) ?? expect.fail('no run'));
      expect(files.map(({ beside }) => beside)).toEqual([null, ...listed.map(({ name }) => name)]);
    });
  });

  it('gives the same bytes twice', () => {
    for (const [, run] of RUNS) expect(to.write(run('full'))).toEqual(to.write(run('full')));
  });
});

describe('the export registry', () => {
  it('has no id twice and refuses an unknown one by code', () => {
    expect(new Set(EXPORTS.map(({ id }) => id)).size).toBe(EXPORTS.length);
    expect(() => exportById('pdf')).toThrow(AppError);
  });
});

describe('an export of a run that a server answered', () => {
  const server = { origin: 'https://llm.hospital.example', model: 'ward-model' };
  const view = (privacy: Privacy) => {
    const made = testView(pack, testRecords(pack), [sameScorer], privacy);
    const agreedAt = '2026-11-29T12:00:00Z';
    return {
      ...made,
      header: {
        ...made.header,
        runtime: { ...made.header.runtime, device: 'server' as const, server },
        sentTo: { origin: server.origin, agreedAt },
      },
    };
  };

  it.each(EXPORTS.filter(({ id }) => id !== 'csv' && id !== 'parquet'))(
    'names the server, at every privacy level: $id',
    (one) => {
      for (const privacy of PRIVACY_LEVELS) {
        const text = one
          .write(view(privacy))
          .map((file) => file.text ?? '')
          .join('\n');
        expect(text, privacy).toContain(server.origin);
      }
    },
  );

  it.each(['html', 'markdown'])('says in words that it was not this device: %s', (id) => {
    const text = exportById(id)
      .write(view('scores'))
      .map((file) => file.text ?? '')
      .join('\n');
    expect(text).toContain('Not on this device: answered by the server at https://llm.hospital.example');
    expect(text).toContain('agreed for this run at 2026-11-29T12:00:00Z');
    expect(text).not.toContain('was run on one device');
  });
});
