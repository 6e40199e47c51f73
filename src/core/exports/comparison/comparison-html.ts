import { checklistTable, reportPage, reportTable } from '../report-page.ts';
import { type SafeHtml, html } from '../safe-html.ts';
import { comparisonDocument } from './comparison-document.ts';
import type { ComparisonExport } from './comparison-export.ts';
import { gainChart } from './gain-chart.ts';
import type { ReportBlock } from './report-blocks.ts';

export const comparisonHtml: ComparisonExport = {
  id: 'html',
  title: 'HTML report',
  description: 'a self-contained report without scripts that prints to PDF, with a reporting checklist',
  extension: 'html',
  write: (view) => {
    const { title, blocks } = comparisonDocument(view);
    return reportPage(
      title,
      html`<h1>${title}</h1>
        ${blocks.map(blockHtml)}`,
    ).html;
  },
};

function blockHtml(block: ReportBlock): SafeHtml {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`;
    case 'paragraph':
      return block.warn === true ? html`<p class="warn">${block.text}</p>` : html`<p>${block.text}</p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case 'table':
      return reportTable(block.header, block.rows, block.form);
    case 'gains':
      return gainChart(block.title, block.unit, block.marks);
    case 'checklist':
      return checklistTable(block.items, block.known);
    case 'verbatim':
      return html`<p>${block.label}</p>
        <pre>${block.text}</pre>`;
    default:
      return block satisfies never;
  }
}
