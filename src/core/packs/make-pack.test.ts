import { describe, expect, it } from 'vitest';
import { fileOf } from '../run/fixtures.ts';
import { fullSample } from './fixtures.ts';
import { makePack } from './make-pack.ts';
import type { Sample } from './pack.ts';
import { readPack } from './read-pack.ts';
import { packJson } from './write-pack.ts';

const importer = {
  id: 'csv',
  title: 'a table',
  defaults: {
    promptId: 'plain',
    solver: 'generate',
    scorers: ['rouge'],
    sliceFields: [],
    licence: 'not stated',
    citation: '',
    language: 'en',
    fitToSamples: true,
  },
} as const;
const make = (samples: readonly Sample[], files = ['C:/Daten/Mein Büro (1).csv']) =>
  makePack({ samples, importer, files });

describe('makePack', () => {
  it('seals a pack that reads back, named after its file, private until told otherwise', async () => {
    const pack = make([fullSample()]);
    expect(pack).toMatchObject({ id: 'mein-bu-ro-1', title: 'Mein Büro (1).csv', private: true });
    expect(await readPack(fileOf('p.json', packJson(pack)))).toEqual(pack);
  });

  it('gives the same bytes for the same samples, and another canary for others', () => {
    expect(packJson(make([fullSample()]))).toBe(packJson(make([fullSample()])));
    expect(make([fullSample('x')]).canary).not.toBe(make([fullSample()]).canary);
  });

  it('chooses how to ask and score by what the samples have', () => {
    const { choices: _choices, target: _target, ...short } = fullSample();
    const { choices: _, answer: _answer, ...note } = fullSample();
    expect(make([fullSample()])).toMatchObject({
      promptId: 'mcq-letter',
      solver: 'rank-choices',
      scorers: ['choice'],
    });
    expect(make([short])).toMatchObject({ promptId: 'plain', scorers: ['exact'] });
    const asked = { ...note, input: { messages: [{ role: 'user' as const, content: 'Why?' }] } };
    expect(make([asked])).toMatchObject({ promptId: 'plain', scorers: ['rouge'] });
    expect(make([asked, short])).toMatchObject({ promptId: 'plain', scorers: ['rouge'] });
    const visit = { ...note, input: { turns: [{ line: 1, speaker: 'Patient', text: 'It hurts.' }] } };
    const { target: _t, ...alone } = visit;
    expect(make([visit])).toMatchObject({
      promptId: 'soap-note-detailed',
      scorers: ['audit', 'rouge', 'form', 'sections'],
    });
    expect(make([visit, { ...alone, id: 'b' }]).scorers).toContain('rouge');
    expect(make([alone])).toMatchObject({
      promptId: 'soap-note-detailed',
      scorers: ['audit', 'form', 'sections'],
    });
  });

  it('refuses to make an empty pack', () => {
    expect(() => make([])).toThrowError(expect.objectContaining({ code: 'input/empty' }));
  });
});
