import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { SampleSchema, type Sample } from '../../packs/pack.ts';
import { facts } from './scorer.ts';

const SAMPLE: Sample = v.parse(SampleSchema, {
  id: 'severity',
  input: {
    turns: [
      { line: 1, speaker: 'Doctor', text: 'Which knee?' },
      { line: 4, speaker: 'Patient', text: 'My left knee hurts, and I take Lasix, 40 milligrams a day.' },
    ],
  },
  documents: [{ id: 'lab', title: 'Laboratory', text: 'Potassium 4.3.' }],
  facts: [
    { category: 'medication', name: 'furosemide', dose: '40 mg', status: 'present' },
    { category: 'finding', name: 'knee pain', synonyms: ['knee hurts'], side: 'left', status: 'present' },
    { category: 'test', name: 'potassium', value: '4.3', status: 'present' },
    { category: 'social', name: 'never smoker', status: 'present', span: { line: 1, start: 0, end: 5 } },
  ],
});

function verdicts(text: string) {
  const { evidence } = facts.score(SAMPLE, { text });
  if (evidence?.kind !== 'facts') throw new Error('no evidence');
  return evidence;
}

describe('errors on facts', () => {
  it('have the place in the visit, from the pack or found, in turns and documents', () => {
    const places = verdicts('Nothing.').facts.map(({ source }) => source);
    expect(places).toEqual([
      { line: 4, start: 31, end: 51 },
      { line: 4, start: 8, end: 18 },
      { line: null, document: 'lab', start: 0, end: 9 },
      { line: 1, start: 0, end: 5 },
    ]);
  });

  it('are major where a medicine, an allergy, a side or a diagnosis is wrong or gone', () => {
    const said = verdicts(
      'Right knee pain. Medications: furosemide 400 mg daily. Potassium 4.3. Allergies: latex.',
    );
    expect(said.facts.map(({ outcome, severity }) => `${outcome} ${severity ?? '-'}`)).toEqual([
      'contradicted major',
      'contradicted major',
      'kept -',
      'missed minor',
    ]);
    expect(said.invented.map(({ category, severity }) => `${category} ${severity ?? '-'}`)).toEqual([
      'allergy major',
    ]);
  });
});
