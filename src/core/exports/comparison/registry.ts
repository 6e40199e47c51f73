import { AppError } from '../../errors.ts';
import type { ComparisonExport } from './comparison-export.ts';
import { comparisonHtml } from './comparison-html.ts';
import { comparisonMarkdown } from './comparison-markdown.ts';

/** Adding a form is one file, one line here and its check in comparison-report.test.ts. */
export const COMPARISON_EXPORTS: readonly ComparisonExport[] = [comparisonHtml, comparisonMarkdown];

export function comparisonExportById(id: string): ComparisonExport {
  const found = COMPARISON_EXPORTS.find((one) => one.id === id);
  if (found === undefined) {
    const known = COMPARISON_EXPORTS.map((one) => one.id);
    throw new AppError('input/unknown-id', `no report of a comparison is called "${id}"`, { id, known });
  }
  return found;
}
