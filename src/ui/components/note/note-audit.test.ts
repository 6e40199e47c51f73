import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../core/contracts.ts';
import type { KeptOverride } from '../../../core/review/run-reviews.ts';
import { visitEvidence, visitSample } from '../../testing/fake-data.ts';
import { findWords } from './find-words.ts';
import { auditOf } from './note-audit.ts';
import { supportLines } from './support-lines.ts';

const sample = visitSample('hw-01');
const facts = { facts: visitEvidence() };
const audit: Extract<Evidence, { kind: 'audit' }> = {
  kind: 'audit',
  unsupported: [
    {
      category: 'finding',
      kind: 'invented',
      severity: 'minor',
      text: 'fatigue',
      note: { start: 500, end: 507 },
    },
    {
      category: 'dose',
      kind: 'contradicted',
      severity: 'major',
      text: '800 mg',
      note: { start: 600, end: 606 },
      source: { line: 10, start: 0, end: 4 },
      sourceText: '400 mg',
    },
  ],
  missed: [
    { category: 'allergy', severity: 'major', text: 'latex', source: { line: 8, start: 900, end: 905 } },
  ],
  supported: [{ category: 'finding', note: { start: 0, end: 5 }, source: { line: 2, start: 0, end: 5 } }],
  checked: [{ category: 'dose', stated: 1, unsupported: 1, said: 1, missed: 0 }],
};

function kept(id: string, override: KeptOverride['override']): KeptOverride {
  return { recordKey: '0#0', id, createdAt: '2026-11-20T10:00:00.000Z', override };
}
const who = { schemaVersion: 1, who: 'Dr. A', why: 'said in line 2' } as const;

describe('the findings of a note', () => {
  it('are none where nothing audited it', () => {
    expect(auditOf(sample, { sections: { kind: 'sections', present: [], missing: [] } })).toBeNull();
  });

  const found = auditOf(sample, facts);
  if (found === null) throw new Error('the fixture has facts evidence');

  it('list every fact and every invention once, medicines and allergies first', () => {
    expect(found.items).toHaveLength(9);
    expect(found.items.slice(0, 3).map((item) => item.category)).toEqual([
      'medication',
      'medication',
      'allergy',
    ]);
  });

  it('mark the words of the transcript that state a fact', () => {
    const turn = 'turns' in sample.input ? sample.input.turns[7]?.text : undefined;
    const range = found.lineRanges.get(8)?.[0];
    expect(turn?.slice(range?.start, range?.end)).toBe('No allergies to any medicine');
  });

  it('say what differs in a contradicted fact', () => {
    const dose = found.items.find((item) => item.id === 'fact-6');
    expect(dose).toMatchObject({ outcome: 'contradicted', attribute: 'dose', line: 10, inNote: true });
    expect(dose?.label).toBe('amoxicillin 800 mg oral once daily, 10 days (started)');
  });

  it('are still listed when the pack is no longer stored', () => {
    expect(auditOf(null, facts)?.items).toHaveLength(9);
  });

  it('come from the transcript alone where the pack has no facts, major ones first', () => {
    const alone = auditOf(sample, { audit });
    expect(alone?.items.map(({ outcome, severity, label }) => [outcome, severity, label])).toEqual([
      ['contradicted', 'major', '800 mg'],
      ['missed', 'major', 'latex'],
      ['invented', 'minor', 'fatigue'],
    ]);
    expect(alone?.items[0]).toMatchObject({ said: '400 mg', line: 10 });
  });

  it('of both audits are one list, without the same words twice', () => {
    const invented = visitEvidence();
    const first = invented.kind === 'facts' ? invented.invented[0] : undefined;
    if (first === undefined) throw new Error('the fixture has an invention');
    const again = { ...audit, unsupported: [{ ...audit.unsupported[0], note: first.note }], missed: [] };
    expect(auditOf(sample, { ...facts, audit: again as typeof audit })?.items).toHaveLength(9);
    expect(auditOf(sample, { ...facts, audit })?.items).toHaveLength(12);
  });
});

describe('findings after a person has looked', () => {
  const flag = 'audit-invented-finding-500-507';
  const notError = kept('a', { ...who, verdict: 'not-an-error', flag, outcome: 'invented', text: 'fatigue' });
  const missed = kept('b', {
    ...who,
    verdict: 'missed-by-audit',
    outcome: 'contradicted',
    category: 'other',
    text: 'left',
    place: { in: 'note', start: 3, end: 7 },
  });

  it('are counted before and after', () => {
    const reviewed = auditOf(sample, { audit }, [notError, missed]);
    expect(reviewed?.counts).toMatchObject({
      invented: { audit: 1, afterReview: 0 },
      contradicted: { audit: 1, afterReview: 2 },
      missed: { audit: 1, afterReview: 1 },
    });
    expect(reviewed?.outcomeOf.get(flag)).toBe('kept');
    expect(reviewed?.noteRanges).toContainEqual({ id: 'b', start: 3, end: 7 });
  });

  it('keep a mark on a flag that is gone from counting', () => {
    const gone = kept('a', { ...who, verdict: 'not-an-error', flag: 'other', outcome: 'missed', text: 'x' });
    expect(auditOf(sample, { audit }, [gone])?.counts.missed).toEqual({ audit: 1, afterReview: 1 });
  });

  it('stand alone where no audit looked', () => {
    expect(auditOf(null, {}, [missed])).toMatchObject({ audited: false, items: [{ id: 'b' }] });
  });
});

describe('words that a person gives', () => {
  const lines = [{ line: 4, text: 'It is the LEFT  knee (both?)' }];

  it('are found in the note, else in a line, whatever the case and the line ends', () => {
    expect(findWords('left\nknee', 'The Left knee hurts', lines)).toEqual({ in: 'note', start: 4, end: 13 });
    expect(findWords('left knee', 'The Left knee hurts', lines, 'transcript')).toMatchObject({
      line: 4,
      start: 10,
    });
    expect(findWords('(both?)', null, lines)).toEqual({ in: 'transcript', line: 4, start: 21, end: 28 });
  });

  it('are not found where they are not', () => {
    expect(findWords('right', 'left', lines)).toBeNull();
    expect(findWords(' \n', 'left', lines)).toBeNull();
  });
});

describe('the lines that a sentence may rest on', () => {
  it('are those of the audit first, then the closest in words, each once', () => {
    const closest = () => [4, 2];
    const sentence = { start: 2, end: 20, text: 'x' };
    expect(supportLines(sentence, { audit }, closest)).toEqual([2, 4]);
    expect(supportLines({ ...sentence, start: 5 }, { audit }, closest)).toEqual([4, 2]);
  });
});
