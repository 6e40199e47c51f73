/** The samples of a comparison: by hash, and in full only where the level allows it. */
import type { ExportRow } from '../export-view.ts';
import type { ComparisonView, ViewedComparison } from './comparison-view.ts';
import { type ReportBlock, heading, paragraph, table } from './report-blocks.ts';

export function sampleBlocks(view: ComparisonView): ReportBlock[] {
  if (view.privacy === 'scores') return [];
  return [
    heading('Samples'),
    ...view.comparisons.flatMap((pair) => [
      ...(view.comparisons.length > 1 ? [heading(`Samples of A and ${letterOf(view, pair)}`, 3)] : []),
      hashTable(view, pair),
      ...(view.privacy === 'full' ? textBlocks(view, pair) : []),
    ]),
  ];
}

function letterOf({ runs }: ComparisonView, { at }: ViewedComparison): string {
  return runs[at]?.letter ?? 'B';
}

function headlineScores({ comparison, scores }: ViewedComparison) {
  return comparison.metrics.flatMap(({ metric, measure }) => {
    const found = scores.get(metric);
    return measure.headline && found !== undefined ? [{ measure, found }] : [];
  });
}

function sharedPositions(pair: ViewedComparison): number[] {
  const [first] = pair.scores.values();
  return [...(first?.keys() ?? [])];
}

function rowsByPosition(rows: readonly ExportRow[]): ReadonlyMap<number, readonly ExportRow[]> {
  const found = new Map<number, ExportRow[]>();
  for (const row of rows) found.set(row.position, [...(found.get(row.position) ?? []), row]);
  return found;
}

function hashTable(view: ComparisonView, pair: ViewedComparison): ReportBlock {
  const a = rowsByPosition(view.runs[0]?.view.rows ?? []);
  const b = rowsByPosition(view.runs[pair.at]?.view.rows ?? []);
  const columns = headlineScores(pair);
  const outputs = (rows: readonly ExportRow[] | undefined): string =>
    (rows ?? []).map(({ hashes }) => hashes?.output ?? 'none').join(' ');
  const positions = sharedPositions(pair);
  if (positions.length === 0) return paragraph('There are no shared samples.');
  return table(
    [
      'sample',
      'sample SHA-256',
      'A’s output SHA-256',
      'B’s output SHA-256',
      ...columns.map(({ measure }) => `${measure.title}: A, B`),
    ],
    positions.map((position) => {
      const [row] = a.get(position) ?? [];
      return [
        row?.id ?? String(position),
        row?.hashes?.sample ?? 'none',
        outputs(a.get(position)),
        outputs(b.get(position)),
        ...columns.map(({ found }) => (found.get(position) ?? [null, null]).map(scoreText).join(', ')),
      ];
    }),
  );
}

function scoreText(score: number | null): string {
  if (score === null) return 'unscored';
  return Number.isInteger(score) ? String(score) : score.toFixed(4);
}

/** Only what differs: equal scores stand in the table, and the texts behind them in the runs' own reports. */
function textBlocks(view: ComparisonView, pair: ViewedComparison): ReportBlock[] {
  const a = rowsByPosition(view.runs[0]?.view.rows ?? []);
  const b = rowsByPosition(view.runs[pair.at]?.view.rows ?? []);
  const columns = headlineScores(pair);
  const apart = sharedPositions(pair).filter((position) =>
    columns.some(({ found }) => {
      const [first, second] = found.get(position) ?? [null, null];
      return first !== second;
    }),
  );
  return [
    paragraph(
      apart.length === 0
        ? 'No sample differs in a headline score; the texts are in the runs’ own reports.'
        : `Texts of the ${apart.length} samples that differ in a headline score; the others are in the runs’ own reports.`,
    ),
    ...apart.flatMap((position) => {
      const [first] = a.get(position) ?? [];
      const text = first?.text;
      if (first === undefined || text === null || text === undefined) return [];
      const asked =
        text.prompt ?? text.messages.map(({ role, content }) => `${role}: ${content}`).join('\n\n');
      return [
        heading(first.id, 3),
        verbatim('Asked (A)', asked),
        ...text.targets.map((target) => verbatim('Reference', target)),
        ...(text.answer === null ? [] : [verbatim('Right answer', text.answer)]),
        ...answers('A', a.get(position)),
        ...answers('B', b.get(position)),
      ];
    }),
  ];
}

function answers(letter: string, rows: readonly ExportRow[] = []): ReportBlock[] {
  return rows.map(({ repeat, text }) =>
    verbatim(
      `${letter} wrote${rows.length > 1 ? `, answer ${repeat + 1}` : ''}`,
      text?.output ?? '(there is none)',
    ),
  );
}

function verbatim(label: string, text: string): ReportBlock {
  return { kind: 'verbatim', label, text };
}
