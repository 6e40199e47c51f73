import { describe, expect, it } from 'vitest';
import {
  checkedRequests,
  COMPARE_REQUESTS,
  IMPORT_REQUESTS,
  SCORE_REQUESTS,
  TRANSFER_REQUESTS,
} from '../../workers/checked-requests.ts';
import { createCompareApi } from '../../workers/compare-api.ts';
import { importApi } from '../../workers/import-api.ts';
import { createScoreApi } from '../../workers/score-api.ts';
import { createTransferApi } from '../../workers/transfer-api.ts';
import { fullPack } from '../core/packs/fixtures.ts';
import { aHeader, aRecord, aTable, anEstimate } from '../storage/fixtures.ts';
import { comparisonAnswer, costsAnswer, verdictAnswer } from './comparison/compare-answers.ts';
import { importRead, packDelivered, samplesGiven, vocabularyRead } from './packs/import-answers.ts';
import { measuresSoFar, scoreCards, scoredColumns, sliceEstimates } from './scoring/score-answers.ts';
import { changed, pathsOf, type Path } from './testing/mutations.ts';
import {
  comparisonReportAnswer,
  exportAnswer,
  formatsAnswer,
  resultsAnswer,
  tableAnswer,
} from './transfer/transfer-answers.ts';

const measure = { id: 'a', title: 'A', kind: 'binary', better: 'higher', headline: true };
const { runId: _run, createdAt: _at, ...columns } = aTable();
const { samples, ...header } = fullPack();
const difference = { value: 0.1, low: null, high: null, level: 0.95, method: 't', n: 3 };
const estimate = anEstimate;

/** An answer of each kind with everything in it, and what of it may be anything (paths that end there). */
const ANSWERS: readonly (readonly [string, (said: unknown) => unknown, unknown])[] = [
  [
    'import',
    importRead,
    {
      fileName: 'a',
      importerId: 'csv',
      good: 1,
      problems: [{ line: 1, field: null, problem: 'p' }],
      totalProblems: 1,
      header,
      contentSha256: 'c',
      head: samples,
      prompts: [{ id: 's', messages: [{ role: 'user', content: 'q' }] }],
      map: { id: 'a' },
      columns: { found: [{ name: 'a', example: 'b' }], fields: { id: 'a' }, from: 'guessed' },
    },
  ],
  ['samples for the store', samplesGiven, samples],
  ['delivered pack', packDelivered, { header: { ...header, seal: 'f'.repeat(64) }, samples: 1, bytes: 1 }],
  [
    'vocabulary',
    vocabularyRead,
    {
      vocabulary: { name: 'n', sha256: 's', entries: [{ term: 't', concept: 'c', group: 'g' }] },
      concepts: 1,
      skipped: [{ line: 2, problem: 'p' }],
      skippedCount: 1,
    },
  ],
  ['scores so far', measuresSoFar, [{ key: 'a.b', title: 'A', measure, estimate }]],
  ['scores', scoredColumns, [{ ...columns, evidence: new Map() }]],
  ['groups', sliceEstimates, [{ field: 'f', value: 'v', estimates: { a: estimate } }]],
  ['one sample', scoreCards, { exact: { scores: { a: { state: 'scored', value: 1 } } } }],
  [
    'comparison',
    comparisonAnswer,
    {
      comparisons: [
        {
          a: 'a',
          b: 'b',
          comparison: {
            settings: [],
            likeForLike: true,
            samples: { shared: 1, onlyInA: 0, onlyInB: 0 },
            metrics: [
              {
                metric: 'm',
                measure,
                a: estimate,
                b: estimate,
                difference,
                direction: 'better',
                clear: true,
              },
            ],
            disagreement: { better: ['m'], worse: [], clear: false },
          },
          verdicts: {
            m: { kind: 'better', value: 1, low: 1, high: 1, method: 't', unreliable: null, p: 0.5 },
          },
          slices: [{ field: 'f', value: 'v', samples: 1, metrics: [{ metric: 'm', measure, difference }] }],
          samples: { ids: ['s'], indices: [0], columns: { m: { a: [1], b: [null] } } },
        },
      ],
      tests: 1,
      ranking: null,
    },
  ],
  [
    'costs',
    costsAnswer,
    {
      seconds: estimate,
      firstToken: estimate,
      tokensPerSecond: estimate,
      calls: estimate,
      peakMemory: { pageBytes: 1, wasmBytes: null },
      modelBytes: 1,
    },
  ],
  [
    'verdict',
    verdictAnswer,
    { verdict: 'superior', words: 'w', plan: { metric: 'm' }, standing: 'exploratory', reasons: ['r'] },
  ],
  ['formats', formatsAnswer, [{ id: 'a', title: 'b', description: 'c', beside: ['d'] }]],
  [
    'results',
    resultsAnswer,
    {
      format: { id: 'a', title: 'b' },
      runs: [
        {
          header: aHeader(),
          records: [aRecord()],
          tables: [{ ...columns, measures: [measure] }],
          items: [{ index: 0, repeat: 0, sample: { id: 'a', cluster: 'b' } }],
          pack: { ...header, samples, seal: 'x' },
          left: ['why'],
        },
      ],
      problems: [],
      totalProblems: 0,
    },
  ],
  [
    'table',
    tableAnswer,
    { kind: 'matrix', kindReason: 'r', report: { models: [{ model: 'a', winRate: 0.5 }], missing: 0 } },
  ],
  [
    'export',
    exportAnswer,
    {
      kind: 'written',
      files: [{ beside: null, text: 't' }],
      report: { total: 1, kinds: [{ kind: 'date', found: 1, samples: ['s'] }] },
    },
  ],
  [
    'report of a comparison',
    comparisonReportAnswer,
    { kind: 'written', text: 't', report: { total: 1, kinds: [{ kind: 'date', found: 1, samples: ['s'] }] } },
  ],
];

const at = (path: Path) => path.join('.');

describe.each(ANSWERS)('what a worker answers: %s', (_name, answer, good) => {
  it('is taken as it is', async () => {
    expect(await answer(good)).toBe(good);
  });

  it('is a defect in any other form, wherever it differs', async () => {
    const taken: string[] = [];
    for (const path of pathsOf(good)) {
      const bad = changed(good, path, () => () => undefined);
      const told = await Promise.resolve()
        .then(() => answer(bad))
        .then(
          () => 'taken',
          (error: { code?: string }) => error.code,
        );
      if (told !== 'defect') taken.push(at(path));
    }
    expect(taken).toEqual([]);
    await expect(Promise.resolve().then(() => answer(null))).rejects.toMatchObject({ code: 'defect' });
  });
});

describe('what a worker is asked', () => {
  const APIS = [
    ['import', checkedRequests(importApi, IMPORT_REQUESTS)],
    ['score', checkedRequests(createScoreApi(), SCORE_REQUESTS)],
    ['compare', checkedRequests(createCompareApi(), COMPARE_REQUESTS)],
    ['transfer', checkedRequests(createTransferApi(), TRANSFER_REQUESTS)],
  ] as const;

  it.each(APIS)('in another form is refused before anything is done: %s', async (_name, api) => {
    const methods = Object.entries(api) as unknown as [string, (...args: unknown[]) => unknown][];
    expect(methods.length).toBeGreaterThan(0);
    for (const [name, method] of methods) {
      if (name === 'formats' || name === 'comparisonFormats') continue;
      for (const args of [[], [7], ['x', 7, 7, 7, 7], [{ constructor: 1 }, null, [], {}]]) {
        await expect(
          Promise.resolve().then(() => method(...args)),
          `${name}(${JSON.stringify(args)})`,
        ).rejects.toMatchObject({ code: 'defect' });
      }
    }
  });
});
