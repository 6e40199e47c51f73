/** A report before it has a format: what it says, in order. */
import type { ChecklistItem } from '../reporting-checklist.ts';

/** One measure of the chart: in terms of gain, so that right of zero B is better whichever way the measure counts. */
export interface GainMark {
  readonly label: string;
  readonly gain: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Better or worse is shown. */
  readonly shown: boolean;
  readonly text: string;
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly warn?: true }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Which columns need room. */
      readonly form: 'plain' | 'pairs';
    }
  | {
      readonly kind: 'gains';
      readonly title: string;
      readonly unit: string;
      readonly marks: readonly GainMark[];
    }
  | { readonly kind: 'checklist'; readonly items: readonly ChecklistItem[]; readonly known: string }
  | { readonly kind: 'verbatim'; readonly label: string; readonly text: string };

export interface ReportDocument {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export const heading = (text: string, level: 2 | 3 = 2): ReportBlock => ({ kind: 'heading', level, text });
export const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text });
export const warning = (text: string): ReportBlock => ({ kind: 'paragraph', text, warn: true });
export const list = (items: readonly string[]): ReportBlock => ({ kind: 'list', items });
export const table = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  form: 'plain' | 'pairs' = 'plain',
): ReportBlock => ({ kind: 'table', header, rows, form });
