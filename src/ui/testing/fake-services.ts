/** An in-memory Services for component tests and the development page. */
import { packShape } from '../../core/packs/pack-shape.ts';
import type { Catalog, DataUsage, RunResults, SampleDetail, Services } from '../../app/services.ts';
import { runCost } from '../../core/cost/run-cost.ts';
import { AppError } from '../../core/errors.ts';
import type { Pack } from '../../core/packs/pack.ts';
import type { StoredRun } from '../../storage/contract.ts';
import {
  measure,
  metricRow,
  pack,
  questionRecord,
  questionSample,
  runHeader,
  sampleRow,
  storedRun,
  visitEvidence,
  visitRecord,
  visitSample,
} from './fake-data.ts';
import { SOLVERS } from '../../core/solvers/registry.ts';
import { fakeTransfer } from './fake-transfer.ts';
import { fakeBackups } from './fake-backups.ts';
import type { VaultPort } from '../../app/vault/vault-view.ts';
import { fakeVault } from './fake-vault.ts';
import { fakeComparison } from './fake-comparison.ts';
import { fakeModels } from './fake-models.ts';
import { fakeNetwork } from './fake-network.ts';
import { FakeQueue } from './fake-queue.ts';
import { fakeFidelity } from './fake-fidelity.ts';
import { fakeVocabularies } from './fake-vocabularies.ts';
import { fakeReview } from './fake-review.ts';

const CATALOG: Catalog = {
  solvers: SOLVERS,
  prompts: [
    {
      id: 'soap-note',
      title: 'SOAP note, short instruction',
      description: '',
      template: 'Write a SOAP note.\n{transcript}',
    },
    {
      id: 'mcq-letter',
      title: 'Multiple choice, letter',
      description: '',
      template: '{question}\n{choices}',
    },
  ],
  scorers: [
    { id: 'rouge', title: 'ROUGE', description: 'Word overlap with the reference.', extractors: [] },
    {
      id: 'facts',
      title: 'Facts',
      description: 'Kept, missed, contradicted and invented facts.',
      extractors: [],
    },
    { id: 'sections', title: 'Sections', description: 'The four sections of a SOAP note.', extractors: [] },
    {
      id: 'choice',
      title: 'Multiple choice',
      description: 'The right choice ranked first.',
      extractors: ['letter', 'boxed'],
    },
    {
      id: 'concept-f1',
      title: 'Concept F1',
      description: 'Shared clinical terms.',
      extractors: [],
      needs: 'vocabulary',
    },
    {
      id: 'bertscore',
      title: 'BERTScore',
      description: 'Similar tokens.',
      extractors: [],
      needs: 'encodings',
    },
  ],
  extractors: [
    { id: 'letter', title: 'Letter of a choice', description: 'The letter alone.' },
    { id: 'boxed', title: 'Boxed', description: 'What stands in the box.' },
  ],
  transforms: [{ id: 'typos', title: 'Typing errors', description: 'Swaps letters.' }],
  importers: [
    { id: 'aci-bench', title: 'ACI-Bench CSV', description: '', extensions: ['csv'] },
    { id: 'csv', title: 'CSV of your own columns', description: '', extensions: ['csv'] },
    { id: 'jsonl', title: 'JSON and JSON lines', description: '', extensions: ['jsonl'] },
  ],
};

export function demoPacks(): readonly Pack[] {
  const ids = Array.from({ length: 12 }, (_, at) => `hw-${String(at + 1).padStart(2, '0')}-strep-throat`);
  return [
    pack({ id: 'soap-notes-handwritten', title: 'Hand-written visits', samples: ids.map(visitSample) }),
    pack({
      id: 'soap-notes-demo',
      title: 'Generated visits',
      provenance: {
        kind: 'generated',
        statement: 'The generator that trained this model also wrote these visits.',
      },
      samples: ids.map(visitSample),
    }),
    pack({
      id: 'clinical-qa-demo',
      title: 'Clinical questions',
      promptId: 'mcq-letter',
      solver: 'rank-choices',
      scorers: ['choice'],
      sliceFields: ['dimension'],
      samples: Array.from({ length: 30 }, (_, at) =>
        questionSample(`qa-medse-${String(at + 1).padStart(3, '0')}`),
      ),
    }),
  ];
}

function results(run: StoredRun, packs: readonly Pack[]): RunResults {
  const source = packs.find((item) => item.id === run.header.pack.id);
  if (run.header.pack.id === 'clinical-qa-demo') {
    const accuracy = metricRow(
      'choice',
      measure({ id: 'accuracy', title: 'Right answers', kind: 'binary' }),
      {
        value: 0.4,
        low: 0.246,
        high: 0.577,
        n: 30,
        method: 'wilson',
      },
    );
    return {
      run,
      metrics: [accuracy],
      samples: Array.from({ length: 30 }, (_, at) =>
        sampleRow(at, { 'choice.accuracy': at % 5 < 2 ? 1 : 0 }),
      ),
      provenance: source?.provenance ?? null,
      sliceInput: { clusters: [], fields: [], columns: [] },
    };
  }
  const metrics = [
    metricRow('facts', measure(), { failed: 1, unscored: 1, n: 11 }),
    metricRow('facts', measure({ id: 'invented', title: 'Invented facts', kind: 'count', better: 'lower' }), {
      value: 0.83,
      low: 0.42,
      high: 1.5,
    }),
    metricRow('sections', measure({ id: 'complete', title: 'All sections present', kind: 'binary' }), {
      value: 1,
      low: 0.757,
      high: 1,
      method: 'wilson',
    }),
    metricRow('rouge', measure({ id: 'rougeLsum.f', title: 'ROUGE-Lsum F' }), { unreliable: 'few-clusters' }),
    metricRow('rouge', measure({ id: 'rouge1.p', title: 'ROUGE-1 precision', headline: false })),
  ];
  const many = run.header.id === 'run-large' ? 1500 : 12;
  return {
    run,
    metrics,
    samples: Array.from({ length: many }, (_, at) =>
      sampleRow(at, {
        'facts.recall': ((at * 7) % 10) / 10,
        'facts.invented': at % 3,
        'sections.complete': 1,
        'rouge.rougeLsum.f': 0.6,
      }),
    ),
    provenance: source?.provenance ?? null,
    sliceInput: { clusters: [], fields: [], columns: [] },
  };
}

function detail(run: StoredRun, key: string): SampleDetail {
  const index = Number(key.split('#')[0]);
  if (run.header.pack.id === 'clinical-qa-demo') {
    const sample = questionSample(`qa-medse-${String(index + 1).padStart(3, '0')}`);
    return {
      record: questionRecord(sample.id, index),
      sample,
      evidence: { choice: { kind: 'choice', picked: 'B', correct: 'B', method: 'log-likelihood' } },
      scores: { 'choice.accuracy': { state: 'scored', value: 1 } },
    };
  }
  const sample = visitSample(`hw-${String(index + 1).padStart(2, '0')}-strep-throat`);
  return {
    record: visitRecord(sample.id, index),
    sample,
    evidence: {
      facts: visitEvidence(),
      sections: { kind: 'sections', present: ['Subjective', 'Objective', 'Assessment', 'Plan'], missing: [] },
    },
    scores: {
      'facts.recall': { state: 'scored', value: 0.571 },
      'bertscore.f': { state: 'unscored', reason: 'no-reference' },
    },
  };
}

export interface FakeOptions {
  readonly usage?: Partial<DataUsage>;
  readonly runs?: readonly StoredRun[];
  readonly packs?: readonly Pack[];
  /** Every query fails with this error. */
  readonly broken?: AppError;
  readonly vault?: VaultPort;
}

export function fakeServices(options: FakeOptions = {}): Services & { readonly queue: FakeQueue } {
  const packs = options.packs ?? demoPacks();
  let runs = options.runs ?? [
    storedRun(),
    storedRun({
      header: runHeader({
        id: 'run-2',
        pack: { ...runHeader().pack, id: 'soap-notes-demo', title: 'Generated visits' },
      }),
    }),
    storedRun({
      header: runHeader({
        id: 'run-3',
        pack: { ...runHeader().pack, id: 'clinical-qa-demo', title: 'Clinical questions' },
      }),
      done: 30,
      total: 30,
      recorded: true,
    }),
    storedRun({ header: runHeader({ id: 'run-large' }), done: 1500, total: 1500 }),
    storedRun({ header: runHeader({ id: 'run-4' }), status: 'running', done: 5 }),
  ];
  const queue = new FakeQueue();
  const network = fakeNetwork();
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  const review = fakeReview(changed);
  const read = async <T>(value: () => T): Promise<T> => {
    if (options.broken !== undefined) throw options.broken;
    return value();
  };
  const run = (id: string): StoredRun => {
    const found = runs.find((item) => item.header.id === id);
    if (found === undefined) throw new AppError('storage/missing', `no run ${id}`, { run: id });
    return found;
  };
  return {
    appVersion: '0.1.0',
    queue,
    catalog: () => read(() => CATALOG),
    models: fakeModels(read),
    packs: {
      list: () =>
        read(() =>
          packs.map(({ samples, ...header }) => ({
            header,
            sha256: '3f1c'.repeat(16),
            samples: samples.length,
            bytes: 184_000,
            importedAt: '2026-11-20T14:00:00Z',
            bundled: true,
          })),
        ),
      get: (id) =>
        read(() => {
          const found = packs.find((item) => item.id === id);
          if (found === undefined) throw new AppError('storage/missing', `no pack ${id}`);
          return found;
        }),
      file: (id) => read(() => new Blob([JSON.stringify(packs.find((item) => item.id === id) ?? {})])),
      shape: (id) => read(() => packShape(packs.find((item) => item.id === id) ?? { samples: [] })),
      twin: (id) =>
        read(() => {
          const found = packs.find((item) => item.id === id);
          if (found === undefined) throw new AppError('storage/missing', `no pack ${id}`);
          return found;
        }),
      samples: (id, from, count) =>
        read(() => (packs.find((item) => item.id === id)?.samples ?? []).slice(from, from + count)),
      preview: ({ files }) => {
        const { samples, ...header } = pack({
          id: 'my-visits',
          title: 'My visits',
          provenance: { kind: 'imported', statement: 'Imported from visits.csv' },
        });
        return read(() => ({
          fileName: files[0]?.name ?? 'visits.csv',
          importerId: 'csv',
          good: 28,
          problems: [
            { line: 7, field: 'dialogue', problem: 'must not be empty' },
            { line: 19, field: null, problem: 'has 5 columns where the header has 6' },
          ],
          totalProblems: 2,
          header,
          contentSha256: 'ab'.repeat(32),
          head: samples,
          prompts: samples.map(({ id }) => ({
            id,
            messages: [{ role: 'user', content: 'Write the note.' }],
          })),
          map: {},
          columns: {
            found: [
              { name: 'visit', example: 'v1' },
              { name: 'dialogue', example: 'Doctor: Hello.' },
            ],
            fields: { id: 'visit', transcript: 'dialogue' },
            from: 'guessed',
          },
        }));
      },
      import: (_request, { header }) =>
        read(() => {
          changed();
          if (header === null) throw new AppError('input/empty', 'no rows');
          return header;
        }),
      add: () => read(changed),
      remove: async () => ({ undo: () => read(changed) }),
    },
    runs: {
      list: () => read(() => runs),
      interrupted: () => read(() => runs.filter((item) => item.status === 'running')),
      results: (id) => read(() => results(run(id), packs)),
      calibration: () => Promise.resolve(null),
      derived: () => Promise.resolve({ metrics: [], labels: [] }),
      cost: () => Promise.resolve({ cost: runCost([], []), quality: [] }),
      slices: ({ metrics }) =>
        read(() => ['new problem', 'follow-up'].map((value) => ({ field: 'visitType', value, metrics }))),
      sample: (id, key) => read(() => detail(run(id), key)),
      rescore: (_id, _scorers, onProgress) => read(() => onProgress(12, 12)),
      search: async (_id, words) =>
        read(() => (words.trim() === '' ? null : new Set(words.includes('nowhere') ? [] : ['0#0', '3#0']))),
      remove: async (id) => {
        const before = runs;
        runs = runs.filter((item) => item.header.id !== id);
        changed();
        return {
          undo: async () => {
            runs = before;
            changed();
          },
        };
      },
      countFailed: () => read(() => 0),
      exportJsonl: () => read(() => new Blob(['{"kind":"run"}\n'])),
      importJsonl: () => read(() => 'run-1'),
    },
    review: () => read(() => review),
    visitDrafts: () =>
      read(() => ({ get: () => read(() => null), save: () => read(changed), discard: () => read(changed) })),
    transfer: () => read(() => fakeTransfer),
    comparison: fakeComparison((id) => read(() => results(run(id), packs))),
    data: {
      usage: () =>
        read(() => ({
          runs: runs.length,
          records: 1571,
          packs: 3,
          bytesUsed: 8_400_000,
          bytesQuota: 6e10,
          persisted: false,
          ...options.usage,
        })),
      requestPersistence: () => read(() => true),
      backups: () => read(() => fakeBackups),
      eraseAll: async () => {
        runs = [];
        changed();
        return { erased: true, remaining: [] };
      },
    },
    fidelity: fakeFidelity(changed),
    vocabularies: fakeVocabularies(),
    network: async () => network,
    vault: options.vault ?? fakeVault(),
    onDataChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
