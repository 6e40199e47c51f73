/** The label reports of a scored run, for packs whose questions all offer the same answers. */
import type { Evidence, Estimate } from '../contracts.ts';
import { type LabelReport, type LabelledAnswer, MACRO_F1, labelReport } from '../metrics/label-report.ts';
import type { Sample } from '../packs/pack.ts';
import { normaliseExact } from '../scorers/exact.ts';
import { DEFAULT_SEED, type ScoredRun, type ScoredTable } from './score-run.ts';

export interface RunLabels {
  readonly scorer: { readonly id: string; readonly version: string; readonly title: string };
  /** `<scorer>.macro-f1`. */
  readonly metric: string;
  readonly report: LabelReport;
}

type ChoiceEvidence = Extract<Evidence, { kind: 'choice' }>;

/** More labels than these are a vocabulary, not a set that every question offers. */
const MOST_LABELS = 50;

export function labelReports({ items, tables }: ScoredRun): readonly RunLabels[] {
  return tables.flatMap((table) => {
    const found = items.flatMap((item) => {
      const evidence = table.evidence.get(item.key);
      return evidence?.kind === 'choice' ? [{ sample: item.sample, evidence }] : [];
    });
    const accuracy = accuracyOf(table);
    if (accuracy === null || !isClosed(found.map(({ sample }) => sample))) return [];
    // The same answer may be spelt in two ways; it is called as it is spelt first.
    const spelt = new Map<string, string>();
    const name = (text: string): string => {
      const key = normaliseExact(text);
      const first = spelt.get(key) ?? text;
      spelt.set(key, first);
      return first;
    };
    const answers = found.flatMap(({ sample, evidence }) => labelled(sample, evidence, name) ?? []);
    const report = labelReport(
      answers,
      // What has no evidence has no label either: a failed sample, a missing or a refused answer.
      { unscored: accuracy.n + accuracy.unscored - answers.length, failed: accuracy.failed },
      { level: accuracy.level, seed: DEFAULT_SEED },
    );
    if (report === null || report.labels.length < 2) return [];
    const { id, version, title } = table.scorer;
    return [{ scorer: { id, version, title }, metric: `${id}.${MACRO_F1.id}`, report }];
  });
}

function accuracyOf({ columns }: ScoredTable): Estimate | null {
  return columns.find(({ measure }) => measure.id === 'accuracy')?.estimate ?? null;
}

/** The same answers under every question, whatever letters they have there: yes, no, maybe; benign, malignant. */
function isClosed(samples: readonly Sample[]): boolean {
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
