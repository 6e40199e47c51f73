import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { placedWords } from '../../extract/placed-words.ts';
import { soapNote } from '../../prompts/soap-note.ts';
import { findEmptySections } from './empty-sections.ts';
import { findLeakedPrompt } from './leaked-prompt.ts';
import { fleschKincaid, gradeLevel, patientInstructions, sentenceCount, syllables } from './reading-level.ts';
import { findRepetition } from './repetition.ts';
import { languageOf, mainScript } from './script-and-language.ts';

const loops = (text: string): string[] =>
  findRepetition(text, placedWords(text)).ranges.map(({ start, end }) => text.slice(start, end));

describe('repetition loops', () => {
  it.each([
    ['one word', `The ${'pain '.repeat(6)}is gone.`, [`${'pain '.repeat(5)}pain`]],
    [
      'a sentence',
      `A. ${'She denies fever. '.repeat(3)}Rest.`,
      ['She denies fever. She denies fever. She denies fever'],
    ],
    ['lines', 'Rest and ice.\n'.repeat(4), ['Rest and ice.\nRest and ice.\nRest and ice.\nRest and ice']],
    ['letters', `Rest ${'a'.repeat(40)} now`, ['a'.repeat(40)]],
  ])('are found: %s', (_, text, found) => {
    expect(loops(text)).toEqual(found);
  });

  it.each([
    [
      'a review of systems',
      'Denies fever. Denies chills. Denies cough. Denies nausea. Denies vomiting. Denies rash.',
    ],
    ['strength in numbers', 'Strength 5 / 5 , 5 / 5 , 5 / 5 , 5 / 5 , 5 / 5 .'],
    ['a repeated word', 'It is very very very bad.'],
    ['a sentence said twice', 'Continue lisinopril 10 mg daily. Continue lisinopril 10 mg daily.'],
  ])('are not seen in %s', (_, text) => {
    expect(loops(text)).toEqual([]);
  });

  it('50,000 words take bounded time', () => {
    const text = 'lisinopril 20 mg denies chest pain '.repeat(8_334);
    const started = performance.now();
    expect(findRepetition(text, placedWords(text)).share).toBe(1);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('leaked prompt text', () => {
  const found = (text: string): string[] =>
    findLeakedPrompt(text, placedWords(text), [soapNote.template]).map(({ start, end }) =>
      text.slice(start, end),
    );

  it('is the instruction itself, and control tokens of chat templates', () => {
    const instruction = soapNote.template.split('\n')[0] ?? '';
    expect(placedWords(instruction).length).toBeGreaterThanOrEqual(7);
    expect(found(`${instruction}\nSubjective: cough.`)).toHaveLength(1);
    expect(found('Plan: rest.<|im_end|>\n<|im_start|>user')).toEqual(['<|im_end|>', '<|im_start|>']);
    expect(found('[INST] Subjective [/INST]')).toEqual(['[INST]', '[/INST]']);
    expect(found('### Response:\nSubjective')).toEqual(['### Response:']);
  });

  it('is not the language of the task', () => {
    expect(
      found('Subjective: cough.\nObjective: T < 38, BP > 120.\nAssessment and plan: rest.\n### Plan'),
    ).toEqual([]);
  });
});

describe('empty sections', () => {
  it('are headings with nothing under them', () => {
    const note =
      'Subjective:\nHPI: cough\nObjective: [not provided]\nAssessment and Plan:\nAssessment: URI\nPlan:';
    expect(findEmptySections(note).map(({ start, end }) => note.slice(start, end))).toEqual([
      'Objective:',
      'Plan:',
    ]);
  });
});

/** Syllables as American dictionaries divide the words of patient instructions. */
const SYLLABLES =
  'take1 medicine3 emergency4 infection3 temperature4 antibiotic5 doctor2 appointment3 tablet2 daily2 twice1 water2 fluids2 fever2 office2 immediately5 breathing2 difficulty4 pressure2 diabetes4 exercise3 diet2 alcohol3 swelling2 ibuprofen4 acetaminophen6 every2 hours1 needed2 bandage2 changed1 surgery3 physical3 therapy3 ice1 minutes2 area3 symptoms2 vomiting3 diarrhea4 allergic3 reaction3 swallowing3 medication4 prescription3 pharmacy3 doses2 dose1 scheduled2 radiation4 radio3 variety4 anxiety4 patient2 essential3 specialist3 social2 questions2 creature2 gradually4 usual3 treated2 increased2 table2 people2 video3 period3 client2 going2 drying2 science2 spasm2 organism4 insulin3 cholesterol4 colonoscopy5 influenza4 vegetables4 continued3 colleague2 advised2 washed1 washes2 bottles2 eye1 severe2 provided3'
    .split(' ')
    .map((item) => [item.replace(/\d$/, ''), Number(item.at(-1))] as const);

describe('the reading level', () => {
  it.each(SYLLABLES)('counts the syllables of %s: %i', (word, count) => {
    expect(syllables(word)).toBe(count);
  });

  it('gives the published example: 13 words and 24 syllables are grade 11.3', () => {
    const sentence = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.';
    const words = sentence.match(/[a-z]+/gi) ?? [];
    expect(words.reduce((sum, word) => sum + syllables(word), 0)).toBe(24);
    expect(fleschKincaid(13, 1, 24).toFixed(1)).toBe('11.3');
  });

  it('counts list lines as sentences and abbreviated numbers as none', () => {
    expect(sentenceCount('Rest today\nTake 2.5 mg twice a day\nCall us.')).toBe(3);
  });

  it('is of the instructions alone, and of none under twenty words', () => {
    const note = 'Plan: rest.\n\n**Patient Instructions:**\nRest your knee.\n\n**FOLLOW UP**\nIn a week.';
    expect(patientInstructions(note)?.trim()).toBe('Rest your knee.');
    expect(gradeLevel('Rest your knee.')).toBeNull();
    expect(patientInstructions('Plan: follow the instructions given.')).toBeNull();
  });
});

describe('script and language', () => {
  it('are known from the letters and the small words', () => {
    expect(mainScript('主観：胸痛なし BP')).toBe('han');
    expect(mainScript('120/80')).toBeNull();
    const english =
      'The patient denies fever and she has had a cough for the last week with no pain in the chest.';
    const spanish =
      'La paciente niega fiebre y refiere tos desde hace una semana con dolor en el pecho que no se va por la noche.';
    expect(languageOf(placedWords(english))).toBe('en');
    expect(languageOf(placedWords(spanish))).toBe('es');
    expect(languageOf(placedWords('BP 120/80, HR 72'))).toBeNull();
  });
});

const publicData = process.env['BEDSIDE_PUBLIC_DATA'] ?? '';
const references = join(publicData, 'aci-bench/table6/reference_test1.csv');

describe.skipIf(publicData === '' || !existsSync(references))('forty notes that people wrote', () => {
  it('have no loops and no prompt text, and are in English', () => {
    const rows = Papa.parse<Record<string, string>>(readFileSync(references, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows).toHaveLength(40);
    for (const { note = '', encounter_id } of rows) {
      const words = placedWords(note);
      expect(loops(note), encounter_id).toEqual([]);
      expect(findLeakedPrompt(note, words, [soapNote.template]), encounter_id).toEqual([]);
      expect(languageOf(words), encounter_id).toBe('en');
    }
  });
});
