import { describe, expect, it } from 'vitest';
import { noteDivisions, publishedDivisions, soapTexts } from './note-divisions.ts';

const plain = (cut: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries([...cut].map(([division, text]) => [division, text.trim()]));

describe('the four divisions of a note', () => {
  it('reach from their first heading to where the next division opens, headings included', () => {
    const note =
      'CHIEF COMPLAINT\ncough\nREVIEW OF SYSTEMS\nno fever\nPHYSICAL EXAM\nclear\nRESULTS\nx-ray\nPLAN\nrest';
    const expected = {
      subjective: 'CHIEF COMPLAINT\ncough\nREVIEW OF SYSTEMS\nno fever',
      'objective-exam': 'PHYSICAL EXAM\nclear',
      'objective-results': 'RESULTS\nx-ray',
      'assessment-and-plan': 'PLAN\nrest',
    };
    expect(plain(publishedDivisions(note))).toEqual(expected);
    expect(plain(noteDivisions(note))).toEqual(expected);
  });

  it('begin with text before the first heading, which is subjective', () => {
    const note = 'She coughs.\nExam:\nclear';
    expect(plain(publishedDivisions(note))).toEqual({
      subjective: 'She coughs.',
      'objective-exam': 'Exam:\nclear',
    });
  });

  it('a division that comes again belongs to the one it stands in', () => {
    const note = 'HPI\ncough\nPLAN\nrest\nHISTORY: more';
    expect(plain(publishedDivisions(note))).toEqual({
      subjective: 'HPI\ncough',
      'assessment-and-plan': 'PLAN\nrest\nHISTORY: more',
    });
  });

  it.each([
    ['IMPRESSION', 'assessment-and-plan'],
    ['Impression: clear lungs', null],
    ['a / p : rest', 'assessment-and-plan'],
    ['Findings', 'objective-results'],
    ['findings were normal', null],
    ['Medical decision-making plan:', 'assessment-and-plan'],
    ['VITALS REVIEWED', 'objective-exam'],
  ])('the published headings and the line "%s"', (line, division) => {
    const found = [...publishedDivisions(`HPI\ncough\n${line}\nx`).keys()];
    expect(found).toEqual(division === null ? ['subjective'] : ['subjective', division]);
  });

  it('are found by the headings of other writers as well', () => {
    const note = '**S:** cough\n**O:** T 37\n## Labs\nK 4.0\n**A/P:** rest';
    expect([...noteDivisions(note).keys()]).toEqual([
      'subjective',
      'objective-exam',
      'objective-results',
      'assessment-and-plan',
    ]);
    expect([...publishedDivisions(note).keys()]).toEqual(['subjective']);
  });

  it('of an empty note are one empty text', () => {
    expect(plain(noteDivisions(''))).toEqual({ subjective: '' });
  });
});

describe('the SOAP texts of a note', () => {
  it('join all sections of a part and leave the headings out', () => {
    const note = 'HPI: cough\nMeds: none\nExam: clear\nLabs: K 4\nA/P: rest';
    expect(Object.fromEntries(soapTexts(note))).toEqual({
      subjective: 'cough\nnone',
      objective: 'clear\nK 4',
      assessment: 'rest',
      plan: 'rest',
    });
  });
});
