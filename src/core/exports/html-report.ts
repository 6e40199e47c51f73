import { estimateWords, intervalPercent } from './estimate-words.ts';
import type { RunExport } from './export-contract.ts';
import type { ExportColumn, ExportRow, ExportView, RowText } from './export-view.ts';
import { intervalCharts } from './interval-chart.ts';
import { checklistTable, reportPage, reportTable } from './report-page.ts';
import { OVERRIDE_HEADER, overrideRows } from './override-rows.ts';
import { LABEL_HEADER, POOLED_HEADER, labelRows, macroWords, pooledRows } from './label-rows.ts';
import { limitsOf, methodsParagraph, outcomeWords, reportTitle } from './report-words.ts';
import { CHECKLIST_WORDS, reportingChecklist } from './reporting-checklist.ts';
import { type SafeHtml, html } from './safe-html.ts';
import { SAMPLE_HASH_COLUMNS, sampleHashRows } from './sample-hashes.ts';
import { settingsRows } from './settings-rows.ts';

export const htmlReport: RunExport = {
  id: 'html',
  title: 'HTML report',
  description: 'a self-contained report without scripts that prints to PDF, with a reporting checklist',
  beside: [],
  write: (view) => [{ beside: null, text: page(view).html }],
};

function page(view: ExportView): SafeHtml {
  const title = reportTitle(view);
  return reportPage(
    title,
    html`<h1>${title}</h1>
      <p>${outcomeWords(view)}</p>
      <h2>Scores</h2>
      ${scores(view)} ${labels(view)} ${overrides(view)}
      <h2>Methods</h2>
      <p>${methodsParagraph(view)}</p>
      <h2>Limits</h2>
      <ul>
        ${limitsOf(view).map((limit) => html`<li>${limit}</li>`)}
      </ul>
      <h2>Settings</h2>
      ${reportTable(['setting', 'value'], settingsRows(view))}
      <h2>Model files</h2>
      ${files(view)} ${pack(view)}
      <h2>Reporting checklist</h2>
      <p>${CHECKLIST_WORDS}</p>
      ${checklistTable(reportingChecklist(view), 'in this run')} ${samples(view)}`,
  );
}

function scores(view: ExportView): SafeHtml {
  if (view.columns.length === 0) return html`<p>No scorer was applied.</p>`;
  const headline = view.columns.filter(({ measure }) => measure.headline);
  const others = view.columns.filter(({ measure }) => !measure.headline);
  return html`${intervalCharts(view)}${scoreTable(view, headline)}${
    others.length === 0
      ? html``
      : html`<h3>Further measures</h3>
          ${scoreTable(view, others)}`
  }`;
}

function scoreTable(view: ExportView, columns: readonly ExportColumn[]): SafeHtml {
  return reportTable(
    ['measure', 'metric', 'mean', `${intervalPercent(view)} interval`, 'method', 'counts', 'notes'],
    columns.map((column) => {
      const { mean, interval, method, counts, notes } = estimateWords(column);
      const better = column.measure.better === 'lower' ? ' (lower is better)' : '';
      return [`${column.measure.title}${better}`, column.metric, mean, interval, method, counts, notes];
    }),
    'scores',
  );
}

function labels(view: ExportView): SafeHtml {
  const pooled = pooledRows(view.derived);
  return html`${
    pooled.length === 0
      ? html``
      : html`<h3>Pooled over all samples</h3>
          ${reportTable(POOLED_HEADER, pooled, 'scores')}`
  }${view.labels.map(
    (one) =>
      html`<h3>Label by label: ${one.scorer.id}</h3>
        <p>${macroWords(one, intervalPercent(view))}</p>
        ${reportTable(LABEL_HEADER, labelRows(one), 'scores')}`,
  )}`;
}

function overrides({ overrides: changed }: ExportView): SafeHtml {
  if (changed.length === 0) return html``;
  return html`<h2>Scores changed by people</h2>
    <p>The means above are of the computed scores; what they are with these changes stands in the notes.</p>
    ${reportTable(OVERRIDE_HEADER, overrideRows(changed))}`;
}

function files({ header }: ExportView): SafeHtml {
  const { files: named } = header.model;
  if (named.length === 0) return html`<p>The run names no model files.</p>`;
  return reportTable(
    ['file', 'bytes', 'SHA-256'],
    named.map(({ path, bytes, sha256 }) => [path, String(bytes), sha256]),
  );
}

function pack({ pack: { words } }: ExportView): SafeHtml {
  return words === null
    ? html``
    : html`<h2>Pack</h2>
        <p>${words.title}. ${words.citation} Licence: ${words.licence}.</p>`;
}

function samples({ privacy, rows }: ExportView): SafeHtml {
  if (privacy === 'scores') return html``;
  const hashes = reportTable(SAMPLE_HASH_COLUMNS, sampleHashRows(rows));
  return html`<h2>Samples</h2>
    ${rows.length === 0 ? html`<p>There are none.</p>` : hashes}${rows.map(sample)}`;
}

function sample({ id, repeat, text }: ExportRow): SafeHtml {
  if (text === null) return html``;
  return html`<h3>${id}${repeat > 0 ? `, answer ${repeat + 1}` : ''}</h3>
    ${texts(text).map(
      ([name, content]) =>
        html`<p>${name}</p>
          <pre>${content}</pre>`,
    )}`;
}

function texts(text: RowText): readonly (readonly [string, string])[] {
  return [
    ['Asked', text.prompt ?? text.messages.map(({ role, content }) => `${role}: ${content}`).join('\n\n')],
    ['Output', text.output ?? '(there is none)'],
    ...text.targets.map((target) => ['Reference', target] as const),
    ...(text.answer === null ? [] : [['Right answer', text.answer] as const]),
  ];
}
