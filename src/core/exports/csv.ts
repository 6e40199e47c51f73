import type { Estimate } from '../contracts.ts';
import { csvText } from './csv-cells.ts';
import { estimateWords } from './estimate-words.ts';
import type { RunExport } from './export-contract.ts';
import type { ExportRow, ExportView } from './export-view.ts';
import { settingsRows } from './settings-rows.ts';

type Cell = string | number | null;

/** An empty score cell is not a zero: the column `unscored` names each with its reason. */
export const csv: RunExport = {
  id: 'csv',
  title: 'CSV',
  description: 'one row per answer, for a spreadsheet or a statistics program',
  beside: [
    { name: 'metrics.csv', what: 'every mean with its interval and counts', from: 'scores' },
    {
      name: 'labels.csv',
      what: 'precision, recall and F1 of each label, where every question offers the same answers',
      from: 'scores',
    },
    { name: 'overrides.csv', what: 'scores that people changed, with the computed ones', from: 'scores' },
    { name: 'settings.csv', what: 'everything the numbers depend on', from: 'scores' },
  ],
  write: (view) => [
    { beside: null, text: csvText(sampleTable(view)) },
    { beside: 'metrics.csv', text: csvText(metricTable(view)) },
    { beside: 'labels.csv', text: csvText(labelTable(view)) },
    { beside: 'overrides.csv', text: csvText(overrideTable(view)) },
    { beside: 'settings.csv', text: csvText([['setting', 'value'], ...settingsRows(view)]) },
  ],
};

/** A header row, then a row for each answer. */
export function sampleTable(view: ExportView): Cell[][] {
  const { columns, rows } = view;
  const header = [
    'sample',
    'cluster',
    'repeat',
    'state',
    ...columns.map(({ metric }) => metric),
    'unscored',
    'finish',
    'error',
    'prompt_tokens',
    'output_tokens',
    'first_token_ms',
    'total_ms',
    ...(view.privacy === 'scores' ? [] : ['sample_sha256', 'prompt_sha256', 'output_sha256']),
    ...(view.privacy === 'full' ? ['prompt', 'output', 'reference', 'answer', 'error_message'] : []),
  ];
  return [header, ...rows.map((row, index) => sampleRow(view, row, index))];
}

function sampleRow({ columns }: ExportView, row: ExportRow, index: number): Cell[] {
  const { hashes, text } = row;
  return [
    row.id,
    row.cluster,
    row.repeat,
    row.state,
    ...columns.map(({ scores }) => {
      const score = scores[index];
      return score?.state === 'scored' ? score.value : null;
    }),
    unscoredCell(row),
    row.finish,
    row.errorCode,
    row.usage?.promptTokens ?? null,
    row.usage?.outputTokens ?? null,
    row.timings?.firstTokenMs ?? null,
    row.timings?.totalMs ?? null,
    ...(hashes === null ? [] : [hashes.sample, hashes.prompt, hashes.output]),
    ...(text === null
      ? []
      : [
          text.prompt ?? text.messages.map(({ content }) => content).join('\n\n'),
          text.output,
          text.targets.join('\n\n'),
          text.answer,
          text.error,
        ]),
  ];
}

function unscoredCell({ unscored }: ExportRow): string {
  return Object.entries(unscored)
    .map(([metric, reason]) => `${metric}: ${reason}`)
    .join('; ');
}

/** A header row, then a row for each metric. */
export function metricTable({ columns, derived }: ExportView): Cell[][] {
  return [
    [
      'metric',
      'title',
      'better',
      'mean',
      'low',
      'high',
      'level',
      'method',
      'standard_error',
      'n',
      'unscored',
      'failed',
      'clusters',
      'notes',
      'mean_with_overrides',
      'low_with_overrides',
      'high_with_overrides',
    ],
    ...columns.map((column) => {
      const { metric, measure, estimate, standardError } = column;
      return [
        metric,
        measure.title,
        measure.better,
        estimate.value,
        estimate.low,
        estimate.high,
        estimate.level,
        estimate.method,
        standardError,
        estimate.n,
        estimate.unscored,
        estimate.failed,
        estimate.clusters ?? null,
        estimateWords(column).notes,
        column.overridden?.value ?? null,
        column.overridden?.low ?? null,
        column.overridden?.high ?? null,
      ];
    }),
    ...derived.map(({ metric, measure, estimate }) => [
      metric,
      measure.title,
      measure.better,
      ...estimateCells(estimate),
      null,
      estimate.n,
      estimate.unscored,
      estimate.failed,
      estimate.clusters ?? null,
      estimate.unreliable === undefined ? '' : `interval unreliable: ${estimate.unreliable}`,
      null,
      null,
      null,
    ]),
  ];
}

function estimateCells({ value, low, high, level, method }: Estimate): Cell[] {
  return [value, low, high, level, method];
}

/** Each label's three figures with their intervals; n is what each is a share of. */
function labelTable({ labels }: ExportView): Cell[][] {
  return [
    ['scorer', 'label', 'figure', 'value', 'low', 'high', 'level', 'method', 'n'],
    ...labels.flatMap(({ scorer, report }) =>
      report.labels.flatMap(({ label, precision, recall, f1 }) =>
        Object.entries({ precision, recall, f1 }).map(([figure, estimate]) => [
          scorer.id,
          label,
          figure,
          ...estimateCells(estimate),
          estimate.n,
        ]),
      ),
    ),
  ];
}

function overrideTable({ overrides }: ExportView): Cell[][] {
  return [
    ['sample', 'metric', 'computed', 'changed_to', 'when', 'who', 'why'],
    ...overrides.map(({ id, metric, was, value, at, who, why }) => [id, metric, was, value, at, who, why]),
  ];
}
