import { fenced, inline, table } from '../markdown-parts.ts';
import { comparisonDocument } from './comparison-document.ts';
import type { ComparisonExport } from './comparison-export.ts';
import type { ReportBlock } from './report-blocks.ts';

export const comparisonMarkdown: ComparisonExport = {
  id: 'markdown',
  title: 'Markdown',
  description: 'the same report as text to paste into a page; the chart is its table',
  extension: 'md',
  write: (view) => {
    const { title, blocks } = comparisonDocument(view);
    return `${[`# ${inline(title)}`, ...blocks.flatMap(blockMarkdown)].join('\n\n')}\n`;
  },
};

function blockMarkdown(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inline(block.text)}`];
    case 'paragraph':
      return [block.warn === true ? `**${inline(block.text)}**` : inline(block.text)];
    case 'list':
      return [block.items.map((item) => `- ${inline(item)}`).join('\n')];
    case 'table':
      return [table(block.header, block.rows)];
    case 'gains':
      // The table beside it holds the same numbers.
      return [];
    case 'checklist':
      return [
        table(
          ['part', 'topic', block.known],
          block.items.map(({ part, topic, known }) => [part, topic, known ?? 'author must supply']),
        ),
      ];
    case 'verbatim':
      return [`${inline(block.label)}:`, fenced(block.text)];
    default:
      return block satisfies never;
  }
}
