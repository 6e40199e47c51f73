import { estimateWords, intervalPercent } from './estimate-words.ts';
import type { RunExport } from './export-contract.ts';
import type { ExportColumn, ExportView, RowText } from './export-view.ts';
import { fenced, inline, table } from './markdown-parts.ts';
import { OVERRIDE_HEADER, overrideRows } from './override-rows.ts';
import { LABEL_HEADER, POOLED_HEADER, labelRows, macroWords, pooledRows } from './label-rows.ts';
import { limitsOf, methodsParagraph, outcomeWords, reportTitle } from './report-words.ts';
import { SAMPLE_HASH_COLUMNS, sampleHashRows } from './sample-hashes.ts';
import { settingsRows } from './settings-rows.ts';

export const markdown: RunExport = {
  id: 'markdown',
  title: 'Markdown',
  description: 'a summary to paste into a page: means with intervals and n, settings, hashes, limits',
  beside: [],
  write: (view) => [{ beside: null, text: `${sections(view).join('\n\n')}\n` }],
};

function sections(view: ExportView): string[] {
  const headline = view.columns.filter(({ measure }) => measure.headline);
  const others = view.columns.filter(({ measure }) => !measure.headline);
  return [
    `# ${inline(reportTitle(view))}`,
    inline(outcomeWords(view)),
    '## Scores',
    view.columns.length === 0 ? 'No scorer was applied.' : scoreTable(view, headline),
    ...(others.length === 0 ? [] : ['### Further measures', scoreTable(view, others)]),
    ...pooledSection(view),
    ...view.labels.flatMap((one) => [
      `### Label by label: ${inline(one.scorer.id)}`,
      inline(macroWords(one, intervalPercent(view))),
      table(LABEL_HEADER, labelRows(one)),
    ]),
    ...(view.overrides.length === 0
      ? []
      : ['## Scores changed by people', table(OVERRIDE_HEADER, overrideRows(view.overrides))]),
    '## Methods',
    inline(methodsParagraph(view)),
    '## Limits',
    limitsOf(view)
      .map((limit) => `- ${inline(limit)}`)
      .join('\n'),
    '## Settings',
    table(['setting', 'value'], settingsRows(view)),
    '## Model files',
    view.header.model.files.length === 0
      ? 'The run names no model files.'
      : table(
          ['file', 'bytes', 'SHA-256'],
          view.header.model.files.map(({ path, bytes, sha256 }) => [path, String(bytes), sha256]),
        ),
    ...packSection(view),
    ...sampleSections(view),
  ];
}

function pooledSection({ derived }: ExportView): string[] {
  const rows = pooledRows(derived);
  return rows.length === 0 ? [] : ['### Pooled over all samples', table(POOLED_HEADER, rows)];
}

function scoreTable(view: ExportView, columns: readonly ExportColumn[]): string {
  return table(
    ['measure', 'metric', 'mean', `${intervalPercent(view)} interval`, 'method', 'counts', 'notes'],
    columns.map((column) => {
      const { mean, interval, method, counts, notes } = estimateWords(column);
      const better = column.measure.better === 'lower' ? ' (lower is better)' : '';
      return [`${column.measure.title}${better}`, column.metric, mean, interval, method, counts, notes];
    }),
  );
}

function packSection({ pack }: ExportView): string[] {
  if (pack.words === null) return [];
  return [
    '## Pack',
    `${inline(pack.words.title)}. ${inline(pack.words.citation)} Licence: ${inline(pack.words.licence)}.`,
  ];
}

function sampleSections({ privacy, rows }: ExportView): string[] {
  if (privacy === 'scores') return [];
  const hashes = table(SAMPLE_HASH_COLUMNS, sampleHashRows(rows));
  return [
    '## Samples',
    rows.length === 0 ? 'There are none.' : hashes,
    ...rows.flatMap(({ id, repeat, text }) =>
      text === null
        ? []
        : [`### ${inline(id)}${repeat > 0 ? `, answer ${repeat + 1}` : ''}`, ...textSections(text)],
    ),
  ];
}

function textSections(text: RowText): string[] {
  return [
    'Asked:',
    fenced(text.prompt ?? text.messages.map(({ role, content }) => `${role}: ${content}`).join('\n\n')),
    'Output:',
    text.output === null ? 'There is none.' : fenced(text.output),
    ...text.targets.flatMap((target) => ['Reference:', fenced(target)]),
    ...(text.answer === null ? [] : ['Right answer:', fenced(text.answer)]),
  ];
}
