import { describe, expect, it } from 'vitest';
import { sealPack } from '../src/core/packs/seal.ts';
import { aPack } from '../src/storage/fixtures.ts';
import { importApi } from './import-api.ts';

const file = (name: string, text: string) => new File([text], name);
const packText = JSON.stringify(sealPack(aPack()));
const read = (name: string, text: string, importerId: string | null = null) =>
  importApi.read([file(name, text)], importerId, {});

describe('looking at files before they are stored', () => {
  it('takes a pack file for what it is', async () => {
    const reading = await read('my.json', packText);
    expect(reading).toMatchObject({ importerId: 'pack', good: 3, totalProblems: 0, pack: { id: 'a-pack' } });
  });

  it('finds the importer that fits a table', async () => {
    const aci = 'dataset,encounter_id,dialogue,note\nvirtassist,D2N001,"[doctor] hi","the note"\n';
    expect(await read('valid.csv', aci)).toMatchObject({ importerId: 'aci-bench', good: 1 });
    const own = 'id,input,target\n1,question,answer\n';
    expect(await read('own.csv', own)).toMatchObject({ importerId: 'csv', good: 1 });
  });

  it.each([
    ['questions with choices', 'id,question,answer,choice_a,choice_b\n1,Why?,A,yes,no\n'],
    ['questions with short answers', 'id,question,answer\n1,Why?,because\n'],
    ['visits', 'id,transcript,note\nv1,"Doctor: Hello.\nPatient: It hurts.",It hurts.\n'],
  ])('takes a table of one’s own with %s for that, and puts no benchmark’s name on it', async (_, text) => {
    const reading = await read('mine.csv', text);
    expect(reading).toMatchObject({ importerId: 'csv', good: 1 });
    expect(reading.pack?.licence).toMatch(/^Not stated/);
  });

  it('reports bad rows by line beside the good ones', async () => {
    const reading = await read('own.jsonl', '{"id":"1","input":"q","target":"a"}\n{"id":"2"}\n', 'jsonl');
    expect(reading).toMatchObject({ good: 1, totalProblems: 1, problems: [{ line: 2 }] });
    expect(reading.pack?.samples).toHaveLength(1);
  });

  it.each([
    ['not JSON', packText.slice(0, -20), 'input/not-json'],
    ['another seal', packText.replace('answer 0', 'answer X'), 'input/seal-mismatch'],
    ['an id twice', packText.replace('"id":"s1"', '"id":"s0"'), 'input/duplicate-id'],
    ['a field that does not fit', packText.replace('"version":"1.0.0"', '"version":"one"'), 'input/schema'],
  ])('refuses a pack with %s', async (_what, text, code) => {
    await expect(read('my.json', text)).rejects.toMatchObject({ code });
  });

  it('pairs the files of a folder by where they lie, names the pack after it, and passes over files of the system', async () => {
    const paths = ['visits/.DS_Store', 'visits/ann/transcript.txt', 'visits/ann/note.txt'];
    const files = ['', 'Doctor: Hello.', 'Well.'].map((text, at) =>
      file(paths[at]?.split('/').at(-1) ?? '', text),
    );
    const reading = await importApi.read(files, null, {}, paths);
    expect(reading).toMatchObject({
      importerId: 'text-pairs',
      fileName: 'visits',
      good: 1,
      totalProblems: 0,
    });
    expect(reading.pack).toMatchObject({
      title: 'visits',
      samples: [{ id: 'ann', target: ['Well.'] }],
      provenance: { statement: 'Imported from visits as Text files in pairs.' },
    });
  });

  it('refuses text that is not UTF-8, an unknown format, and no file', async () => {
    const latin1 = new File([new Uint8Array([0x7b, 0x22, 0xe9, 0x22])], 'my.json');
    await expect(importApi.read([latin1], 'pack', {})).rejects.toMatchObject({ code: 'input/not-utf8' });
    await expect(read('notes.docm', 'x')).rejects.toMatchObject({ code: 'input/unknown-format' });
    await expect(importApi.read([], null, {})).rejects.toMatchObject({ code: 'input/empty' });
  });
});
