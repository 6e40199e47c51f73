import { describe, expect, it } from 'vitest';
import { visitEvidence, visitSample } from '../../testing/fake-data.ts';
import { auditOf, factsEvidence } from './fact-audit.ts';

const evidence = factsEvidence({ facts: visitEvidence() });

describe('the fact audit of a sample', () => {
  it('finds the facts evidence among others, or none', () => {
    expect(evidence?.kind).toBe('facts');
    expect(factsEvidence({ sections: { kind: 'sections', present: [], missing: [] } })).toBeNull();
  });

  if (evidence === null) throw new Error('the fixture has facts evidence');
  const sample = visitSample('hw-01');
  const audit = auditOf(sample, evidence);

  it('lists every fact and every invention once, medicines and allergies first', () => {
    expect(audit.items).toHaveLength(9);
    expect(audit.items.slice(0, 3).map((item) => item.category)).toEqual([
      'medication',
      'medication',
      'allergy',
    ]);
  });

  it('marks the words of the transcript that state a fact', () => {
    const turn = 'turns' in sample.input ? sample.input.turns[7]?.text : undefined;
    const range = audit.lineRanges.get(8)?.[0];
    expect(turn?.slice(range?.start, range?.end)).toBe('No allergies to any medicine');
  });

  it('says what differs in a contradicted fact', () => {
    const dose = audit.items.find((item) => item.id === 'fact-6');
    expect(dose).toMatchObject({ outcome: 'contradicted', attribute: 'dose', line: 10, inNote: true });
    expect(dose?.label).toBe('amoxicillin 800 mg oral once daily, 10 days (started)');
  });

  it('still lists the verdicts when the pack is no longer stored', () => {
    expect(auditOf(null, evidence).items).toHaveLength(9);
  });
});
