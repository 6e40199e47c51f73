import {
  AUDIT_CATEGORIES,
  type AuditCategory,
  type AuditCount,
  type MeasureSpec,
  type Scorer,
  type Severity,
  type TextRange,
} from '../../contracts.ts';
import { answerAfterThinking } from '../../extract/strip-thinking.ts';
import { scored, unscored, unscoredCard } from '../unscored-card.ts';
import { checkAllergies } from './allergy-check.ts';
import { auditContext } from './audit-context.ts';
import { emptyFindings, type Findings } from './checks.ts';
import { checkMedications } from './medication-check.ts';
import { checkMissed } from './missed-check.ts';
import { checkDates, checkNumbers } from './number-check.ts';
import { checkMovements } from './movement-check.ts';
import { checkNovelWords } from './novel-words.ts';
import { checkFaces, checkNextVisit } from './plan-check.ts';
import { checkSides } from './side-check.ts';
import { checkTerms } from './term-check.ts';

const MEASURES: readonly MeasureSpec[] = [
  { id: 'unsupported', title: 'Unsupported statements', kind: 'count', better: 'lower', headline: true },
  { id: 'unsupported.major', title: 'Unsupported, major', kind: 'count', better: 'lower', headline: true },
  { id: 'missed', title: 'Missed statements', kind: 'count', better: 'lower', headline: true },
  { id: 'missed.major', title: 'Missed, major', kind: 'count', better: 'lower', headline: false },
  { id: 'supported', title: 'Statements supported', kind: 'fraction', better: 'higher', headline: true },
  { id: 'checkable', title: 'Checkable statements', kind: 'count', better: 'higher', headline: false },
];

interface Item {
  readonly category: AuditCategory;
  readonly severity: Severity;
}

/** Major before minor; within, what can hurt most first; then in the order of the text. */
function worstFirst<T extends Item>(items: readonly T[], place: (item: T) => number): T[] {
  const rank = ({ category, severity }: Item): number =>
    (severity === 'major' ? 0 : AUDIT_CATEGORIES.length) + AUDIT_CATEGORIES.indexOf(category);
  return [...items].sort((a, b) => rank(a) - rank(b) || place(a) - place(b));
}

function countsOf(findings: Findings): AuditCount[] {
  return AUDIT_CATEGORIES.map((category) => ({
    category,
    stated: findings.stated.get(category) ?? 0,
    unsupported: findings.unsupported.filter((item) => item.category === category).length,
    said: findings.said.get(category) ?? 0,
    missed: findings.missed.filter((item) => item.category === category).length,
  })).filter(({ stated, said }) => stated + said > 0);
}

function shifted<T extends { readonly note: TextRange }>(items: readonly T[], offset: number): T[] {
  return items.map((item) => ({
    ...item,
    note: { start: item.note.start + offset, end: item.note.end + offset },
  }));
}

export const audit: Scorer = {
  id: 'audit',
  version: '2',
  title: 'Transcript audit',
  description:
    'What the note states without support in the transcript, and what it leaves out, without a reference: medicines, doses, allergies, sides, negations, numbers, findings, diagnoses and plans (rules of this project).',
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const part = answerAfterThinking(output.text);
    if (part.kind === 'unclosed') return unscoredCard(MEASURES, 'extraction-failed');
    if (part.text.trim() === '') return unscoredCard(MEASURES, 'empty-output');
    const context = auditContext(sample, part.text);
    const findings = emptyFindings();
    const doses = checkMedications(context, findings);
    checkAllergies(context, findings);
    checkSides(context, findings);
    checkNumbers(context, findings, doses);
    checkDates(context, findings);
    checkMovements(context, findings);
    checkTerms(context, findings);
    checkNextVisit(context, findings);
    checkFaces(context, findings);
    checkNovelWords(context, findings);
    checkMissed(context, findings);
    const unsupported = worstFirst(findings.unsupported, ({ note }) => note.start);
    const missed = worstFirst(findings.missed, ({ source }) => (source.line ?? 0) * 1e6 + source.start);
    const stated = [...findings.stated.values()].reduce((sum, count) => sum + count, 0);
    const major = (items: readonly Item[]): number =>
      items.filter(({ severity }) => severity === 'major').length;
    return {
      scores: {
        unsupported: scored(unsupported.length),
        'unsupported.major': scored(major(unsupported)),
        missed: scored(missed.length),
        'missed.major': scored(major(missed)),
        // A note without one checkable statement has no share of supported ones.
        supported: stated === 0 ? unscored('not-applicable') : scored(1 - unsupported.length / stated),
        checkable: scored(stated),
      },
      evidence: {
        kind: 'audit',
        unsupported: shifted(unsupported, part.offset),
        missed,
        supported: shifted(
          [...findings.supported].sort((a, b) => a.note.start - b.note.start),
          part.offset,
        ),
        checked: countsOf(findings),
      },
    };
  },
};
