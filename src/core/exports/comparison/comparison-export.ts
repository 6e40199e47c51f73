import type { ComparisonView } from './comparison-view.ts';

/** One form of a comparison's report. Its view already lacks what the privacy level withholds: it cannot leak it. */
export interface ComparisonExport {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Without the dot. */
  readonly extension: string;
  write(view: ComparisonView): string;
}
