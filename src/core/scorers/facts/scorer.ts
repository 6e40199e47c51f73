import type { FactVerdict, InventedFact, MeasureSpec, Score, Scorer, TextRange } from '../../contracts.ts';
import { FACT_CATEGORIES, type Fact, type Sample } from '../../packs/pack.ts';
import { answerAfterThinking } from '../../extract/strip-thinking.ts';
import { scored, unscored, unscoredCard } from '../unscored-card.ts';
import { factContext, type FactContext, type Verdict } from './fact-context.ts';
import { factSeverity, inventedSeverity } from './fact-severity.ts';
import { factSource } from './fact-source.ts';
import { factVerdict } from './fact-verdict.ts';
import { checkNote } from './invented-facts.ts';

const MEASURES: readonly MeasureSpec[] = [
  { id: 'recall', title: 'Facts kept', kind: 'fraction', better: 'higher', headline: true },
  { id: 'precision', title: 'Statements supported', kind: 'fraction', better: 'higher', headline: true },
  { id: 'contradicted', title: 'Facts contradicted', kind: 'count', better: 'lower', headline: true },
  { id: 'invented', title: 'Facts invented', kind: 'count', better: 'lower', headline: true },
  ...FACT_CATEGORIES.map((category): MeasureSpec => ({
    id: `recall.${category}`,
    title: `Facts kept: ${category}`,
    kind: 'fraction',
    better: 'higher',
    headline: false,
  })),
];

function recallOf(verdicts: readonly Verdict[]): number {
  return verdicts.filter(({ outcome }) => outcome === 'kept').length / verdicts.length;
}

function categoryRecalls(facts: readonly Fact[], verdicts: readonly Verdict[]): Record<string, Score> {
  return Object.fromEntries(
    FACT_CATEGORIES.map((category): [string, Score] => {
      const own = verdicts.filter((_, index) => facts[index]?.category === category);
      return [`recall.${category}`, own.length === 0 ? unscored('not-applicable') : scored(recallOf(own))];
    }),
  );
}

function shifted(range: TextRange, offset: number): TextRange {
  return { start: range.start + offset, end: range.end + offset };
}

function factEvidence(
  context: FactContext,
  sample: Sample,
  verdict: Verdict,
  index: number,
  offset: number,
): FactVerdict {
  const fact = context.facts[index];
  const { outcome, range, attribute } = verdict;
  const severity = fact === undefined ? undefined : factSeverity(fact, outcome, attribute);
  const source = fact === undefined ? undefined : factSource(context, sample, fact);
  return {
    fact: index,
    outcome,
    ...(range === undefined ? {} : { note: shifted(range, offset) }),
    ...(attribute === undefined ? {} : { attribute }),
    ...(severity === undefined ? {} : { severity }),
    ...(source === undefined ? {} : { source }),
  };
}

export const facts: Scorer = {
  id: 'facts',
  version: '2',
  title: 'Facts kept and invented',
  description:
    "Whether the note keeps, misses or contradicts each of the pack's structured facts, and what it states that neither the facts nor the visit hold (rules of this project).",
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const listed = sample.facts ?? [];
    if (listed.length === 0) return unscoredCard(MEASURES, 'no-facts');
    const part = answerAfterThinking(output.text);
    if (part.kind === 'unclosed') return unscoredCard(MEASURES, 'extraction-failed');
    const context = factContext(sample, part.text);
    const verdicts = listed.map((fact) => factVerdict(context, fact));
    const check = checkNote(context, verdicts);
    const kept = verdicts.filter(({ outcome }) => outcome === 'kept').length;
    const contradicted = verdicts.filter(({ outcome }) => outcome === 'contradicted').length;
    const supported = kept + check.supported;
    const checkable = supported + contradicted + check.invented.length;
    return {
      scores: {
        recall: scored(recallOf(verdicts)),
        // A note without one checkable statement has no share of supported ones.
        precision: checkable === 0 ? unscored('not-applicable') : scored(supported / checkable),
        contradicted: scored(contradicted),
        invented: scored(check.invented.length),
        ...categoryRecalls(listed, verdicts),
      },
      evidence: {
        kind: 'facts',
        facts: verdicts.map((verdict, index) => factEvidence(context, sample, verdict, index, part.offset)),
        invented: check.invented.map((item): InventedFact => ({
          ...item,
          severity: inventedSeverity(item.category),
          note: shifted(item.note, part.offset),
        })),
      },
    };
  },
};
