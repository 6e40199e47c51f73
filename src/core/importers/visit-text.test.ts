import { describe, expect, it } from 'vitest';
import { packOfPastedVisit } from './pasted-visit.ts';
import { readVisitText } from './visit-text.ts';

const speakers = (text: string) =>
  readVisitText(text).turns.map(({ line, speaker, text: said }) => [line, speaker, said]);

describe('a pasted transcript', () => {
  it.each([
    ['short tags', 'D: Hello.\nP: Hi.'],
    ['brackets', '[doctor] Hello.\n[patient] Hi.'],
    ['full words', 'Doctor: Hello.\nPatient: Hi.'],
    ['tight and full-width colons', 'doctor:Hello.\nP：Hi.'],
    ['times before', '[00:01] Doctor: Hello.\n00:01:04 - Patient: Hi.'],
    ['times after', 'Doctor (00:01): Hello.\nPatient [0:04]: Hi.'],
    ['Windows line ends and a byte order mark', '\uFEFFD: Hello.\r\nP: Hi.\r\n'],
  ])('names its speakers: %s', (_, text) => {
    expect(
      speakers(text).map(([line, speaker, said]) => [line, String(speaker).toLowerCase(), said]),
    ).toEqual([
      [1, 'doctor', 'Hello.'],
      [2, 'patient', 'Hi.'],
    ]);
  });

  it('without speakers has a turn for each line, under its own number', () => {
    expect(readVisitText('she coughs\n\nfor a week').named).toBe(false);
    expect(speakers('she coughs\n\nfor a week')).toEqual([
      [1, 'Speaker', 'she coughs'],
      [3, 'Speaker', 'for a week'],
    ]);
  });

  it('does not take one colon in running text for a speaker', () => {
    expect(readVisitText('she said\nwhat hurts: the knee\nand the hip').named).toBe(false);
  });

  it('leaves out no word', () => {
    const text = 'Title of it\nD: one two\nthree: four\n\nP: five\nsix';
    const said = readVisitText(text)
      .turns.map((turn) => `${turn.speaker} ${turn.text}`)
      .join(' ');
    for (const word of ['Title', 'one', 'two', 'three', 'four', 'five', 'six']) expect(said).toContain(word);
  });
});

describe('the pack of a pasted transcript', () => {
  const visit = { title: 'Monday', transcript: 'D: Hello.\nP: Hi.', reference: '', language: 'en' };

  it('is private, has one sample and is scored with what needs no reference', () => {
    const pack = packOfPastedVisit(visit);
    expect(pack).toMatchObject({ private: true, title: 'Monday', promptId: 'soap-note-detailed' });
    expect(pack.samples).toHaveLength(1);
    expect(pack.scorers).not.toContain('rouge');
    expect(packOfPastedVisit({ ...visit, reference: 'Well.' }).scorers).toContain('rouge');
  });

  it('is the same pack for the same text, and another for another', () => {
    expect(packOfPastedVisit(visit)).toEqual(packOfPastedVisit({ ...visit }));
    expect(packOfPastedVisit(visit).id).not.toBe(packOfPastedVisit({ ...visit, transcript: 'D: Bye.' }).id);
  });

  it('of nothing is refused', () => {
    expect(() => packOfPastedVisit({ ...visit, transcript: ' \n' })).toThrowError(
      expect.objectContaining({ code: 'input/empty' }),
    );
  });
});
