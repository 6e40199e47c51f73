import { describe, expect, it } from 'vitest';
import { readClinicalText } from './clinical-text.ts';
import { findNames } from './match-name.ts';
import { polarityOf } from './polarity.ts';

function polarity(text: string, name: string): string {
  const note = readClinicalText(text);
  const [mention] = findNames(note, [name]);
  if (mention === undefined) throw new Error(`${name} is not in ${text}`);
  const { sense, aside } = polarityOf(note, mention);
  return aside ?? sense;
}

describe('polarity of a mention', () => {
  it.each([
    ['Reports cough and fever.', 'fever', 'affirmed'],
    ['Denies fever.', 'fever', 'negated'],
    ['Denies chest pain, shortness of breath, fever.', 'fever', 'negated'],
    ['No fever, chills or cough.', 'cough', 'negated'],
    ['No fever. Cough for 2 days.', 'cough', 'affirmed'],
    ['No fever but has a cough.', 'cough', 'affirmed'],
    ['Denies fever, reports cough.', 'cough', 'affirmed'],
    ['No murmur, lungs clear.', 'lungs clear', 'unclear'],
    ['Patient does not have fever.', 'fever', 'negated'],
    ['Without fever or chills.', 'chills', 'negated'],
    ['Negative for fever, chills, cough.', 'cough', 'negated'],
    ['Fever: denied. Cough: yes.', 'fever', 'negated'],
    ['Fever: none', 'fever', 'negated'],
    ['Edema absent.', 'edema', 'negated'],
    ['Pneumonia was ruled out.', 'pneumonia', 'negated'],
    ['No history of diabetes, asthma, stroke.', 'stroke', 'negated'],
    ['no cancer, no ulcers; kidney stones', 'kidney stones', 'affirmed'],
    ['Ibuprofen no longer helps the headache.', 'headache', 'affirmed'],
    ['Call for fever or cough.', 'cough', 'conditional'],
    ['Return if fever develops.', 'fever', 'conditional'],
    ['Emergency room for chest pain.', 'chest pain', 'conditional'],
    ['Family history: stroke.', 'stroke', 'family'],
    ['Her father had a stroke.', 'stroke', 'family'],
    ['Asthma (sister).', 'asthma', 'family'],
    ['Seen with her mother with sore throat.', 'sore throat', 'affirmed'],
    ['Denies:\n- fever\n- cough', 'cough', 'negated'],
  ])('%s %s is %s', (text, name, expected) => {
    expect(polarity(text, name)).toBe(expected);
  });
});
