/** The label reports of a scored run, for packs whose questions all offer the same answers. */
import type { LabelledRun } from '../compare/labelled-run.ts';
import type { Evidence, Estimate } from '../contracts.ts';
import { type LabelReport, type LabelledAnswer, MACRO_F1, labelReport } from '../metrics/label-report.ts';
import type { Sample } from '../packs/pack.ts';
import { normaliseExact } from '../scorers/exact.ts';
import { DEFAULT_SEED, type ScoredItem, type ScoredRun, type ScoredTable } from './score-run.ts';

export interface RunLabels {
  readonly scorer: { readonly id: string; readonly version: string; readonly title: string };
  /** `<scorer>.macro-f1`. */
  readonly metric: string;
  readonly report: LabelReport;
}

type ChoiceEvidence = Extract<Evidence, { kind: 'choice' }>;

/** More labels than these are a vocabulary, not a set that every question offers. */
const MOST_LABELS = 50;

/** One scorer's answers by their labels; only of packs whose questions all offer the same answers. */
interface LabelColumn {
  readonly scorer: { readonly id: string; readonly version: string; readonly title: string };
  /** `<scorer>.macro-f1`. */
  readonly metric: string;
  readonly answers: readonly (LabelledAnswer & Pick<ScoredItem, 'index' | 'repeat'>)[];
  readonly accuracy: Estimate;
}

function labelColumns({ items, tables }: ScoredRun): readonly LabelColumn[] {
  return tables.flatMap((table) => {
    const found = items.flatMap((item) => {
      const evidence = table.evidence.get(item.key);
      return evidence?.kind === 'choice' ? [{ item, evidence }] : [];
    });
    const accuracy = accuracyOf(table);
    if (accuracy === null || !offersSameAnswers(found.map(({ item }) => item.sample))) return [];
    // The same answer may be spelt in two ways; it is called as it is spelt first.
    const spelt = new Map<string, string>();
    const name = (text: string): string => {
      const key = normaliseExact(text);
      const first = spelt.get(key) ?? text;
      spelt.set(key, first);
      return first;
    };
    const answers = found.flatMap(({ item, evidence }) => {
      const answer = labelled(item.sample, evidence, name);
      return answer === null ? [] : [{ ...answer, index: item.index, repeat: item.repeat }];
    });
    const { id, version, title } = table.scorer;
    return [{ scorer: { id, version, title }, metric: `${id}.${MACRO_F1.id}`, answers, accuracy }];
  });
}

export function labelReports(run: ScoredRun): readonly RunLabels[] {
  return labelColumns(run).flatMap((column) => {
    const report = reportOf(column);
    return report === null ? [] : [{ scorer: column.scorer, metric: column.metric, report }];
  });
}

/** The same for a comparison with another run. */
export function labelledRuns(run: ScoredRun): readonly LabelledRun[] {
  return labelColumns(run).flatMap((column) => {
    const estimate = reportOf(column)?.macroF1;
    return estimate === undefined ? [] : [{ metric: column.metric, estimate, answers: column.answers }];
  });
}

/** Null where fewer than two labels occur. */
function reportOf({ answers, accuracy }: LabelColumn): LabelReport | null {
  const report = labelReport(
    answers,
    // What has no evidence has no label either: a failed sample, a missing or a refused answer.
    { unscored: accuracy.n + accuracy.unscored - answers.length, failed: accuracy.failed },
    { level: accuracy.level, seed: DEFAULT_SEED },
  );
  return report === null || report.labels.length < 2 ? null : report;
}

function accuracyOf({ columns }: ScoredTable): Estimate | null {
  return columns.find(({ measure }) => measure.id === 'accuracy')?.estimate ?? null;
}

/** The same answers under every question, whatever letters they have there: yes, no, maybe; benign, malignant. */
export function offersSameAnswers(samples: readonly Sample[]): boolean {
  const sets = new Set(
    samples.map(({ choices = [] }) =>
      choices
        .map(({ text }) => normaliseExact(text))
        .sort()
        .join('\n'),
    ),
  );
  const [first = ''] = sets;
  return samples.length > 1 && sets.size === 1 && first.split('\n').length <= MOST_LABELS;
}

function labelled(
  sample: Sample,
  { picked, correct }: ChoiceEvidence,
  name: (text: string) => string,
): LabelledAnswer | null {
  if (picked === null) return null;
  const textOf = (id: string): string => name(sample.choices?.find((choice) => choice.id === id)?.text ?? id);
  return { wanted: textOf(correct), given: textOf(picked), cluster: sample.cluster ?? sample.id };
}
