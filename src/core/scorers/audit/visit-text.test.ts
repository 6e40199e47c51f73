import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { SampleSchema } from '../../packs/pack.ts';
import { readClinicalText } from '../../extract/clinical-text.ts';
import { findExact, namePattern } from '../../extract/match-name.ts';
import { answerIn, spokenStatus } from './spoken-status.ts';
import { readableSpeech, visitText } from './visit-text.ts';

function visitOf(...turns: readonly (readonly [speaker: string, text: string])[]) {
  return visitText(
    v.parse(SampleSchema, {
      id: 'visit',
      input: { turns: turns.map(([speaker, text], at) => ({ line: at + 3, speaker, text })) },
      documents: [{ id: 'lab', title: 'Laboratory', text: 'Potassium 4.3.' }],
    }),
  );
}

describe('the text of a visit', () => {
  it('leads back to the turn or the document', () => {
    const visit = visitOf(['Doctor', 'Any pain?'], ['Patient', 'My knee hurts.']);
    const at = visit.text.indexOf('knee');
    expect(visit.sourceOf({ start: at, end: at + 4 })).toEqual({ line: 4, start: 3, end: 7 });
    const lab = visit.text.indexOf('4.3');
    expect(visit.sourceOf({ start: lab, end: lab + 3 })).toEqual({
      line: null,
      document: 'lab',
      start: 10,
      end: 13,
    });
  });

  it('keeps its length when speech is made readable', () => {
    const spoken =
      "okay so he does n't have , uh , fever and i do n't see any rash on your arms so that's good and you know the lungs sound clear to me today";
    expect(readableSpeech(spoken)).toHaveLength(spoken.length);
    expect(readClinicalText(readableSpeech(spoken)).sentences.length).toBeGreaterThan(1);
  });
});

describe('what the visit says of a complaint', () => {
  const cases: readonly (readonly [string, readonly (readonly [string, string])[], string])[] = [
    [
      'an answer no',
      [
        ['Doctor', 'Any fever or chills?'],
        ['Patient', 'No, neither.'],
      ],
      'denied',
    ],
    [
      'an answer yes',
      [
        ['Doctor', 'Any fever?'],
        ['Patient', 'Yeah, a little.'],
      ],
      'affirmed',
    ],
    [
      'no answer',
      [
        ['Doctor', 'Any fever?'],
        ['Patient', 'My wife asked that too.'],
      ],
      'asked',
    ],
    ['a statement', [['Patient', 'I had a fever all week.']], 'affirmed'],
    ['a denial', [['Patient', "I haven't had a fever."]], 'denied'],
    ['a relative', [['Patient', 'My brother had a fever last week.']], 'aside'],
    ['a mother of herself', [['Mother', "I'm the one who had a fever."]], 'aside'],
    ['what to watch for', [['Doctor', 'A high fever or a stiff neck, call me.']], 'aside'],
    [
      'speech without signs',
      [
        ['doctor', 'okay any fever with this at all or have you been feeling alright'],
        ['patient', 'no i have not'],
      ],
      'denied',
    ],
  ];
  it.each(cases)('%s', (_, turns, expected) => {
    const visit = visitOf(...turns);
    const [mention] = findExact(visit.clinical, namePattern('fever'));
    if (mention === undefined) throw new Error('not named');
    expect(spokenStatus(visit, mention)).toBe(expected);
  });

  it.each([
    ['uh , no , not really', 'no'],
    ["i don't think so", 'no'],
    ['well , yes', 'yes'],
    ['it comes and goes', null],
  ])('"%s" answers %s', (text, expected) => {
    expect(answerIn(text)).toBe(expected);
  });
});
