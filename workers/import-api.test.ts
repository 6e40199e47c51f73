import { describe, expect, it } from 'vitest';
import type { Sample } from '../src/core/packs/pack.ts';
import { computeSeal, sealPack } from '../src/core/packs/seal.ts';
import { aPack } from '../src/storage/fixtures.ts';
import { importApi } from './import-api.ts';

const file = (name: string, text: string) => new File([text], name);
const packText = JSON.stringify(sealPack(aPack()));
const read = (name: string, text: string, importerId: string | null = null) =>
  importApi.read({ files: [file(name, text)], importerId, map: {} });

describe('looking at files before they are stored', () => {
  it('takes a pack file for what it is', async () => {
    const reading = await read('my.json', packText);
    expect(reading).toMatchObject({
      importerId: 'pack',
      good: 3,
      totalProblems: 0,
      header: { id: 'a-pack' },
    });
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
    expect(reading.header?.licence).toMatch(/^Not stated/);
  });

  it.each([
    ['q.jsonl', '{"id":"1","question":"Why?","options":{"A":"x","B":"y"},"answer":"B"}\n'],
    ['q.jsonl', '{"id":"1","question":"Why?","options":{"A":"x","B":"y"},"answer_idx":"B","label":"B"}\n'],
    ['q.jsonl', '{"id":"1","question":"Is it?","answer":"yes"}\n'],
    ['q.json', '[{"id":"1","question":"Why?","options":["x","y"],"label":"B"}]'],
    ['q.json', '{"q1":{"question":"Why?","answer":"x"},"q2":{"question":"How?","answer":"y"}}'],
    ['q.json', '{"data":[{"question":"Why?","answer":"x"}]}'],
    ['q.csv', 'id,dialogue\n1,"Doctor: Hello."\n'],
  ])('calls no file of one’s own a benchmark: %s %s', async (name, text) => {
    const reading = await read(name, text);
    expect(reading.importerId).toBe(name === 'q.csv' ? 'csv' : 'jsonl');
    expect(reading.totalProblems).toBe(0);
    expect(reading.header?.licence).toMatch(/^Not stated/);
  });

  it.each([
    [
      'medqa',
      'us.jsonl',
      '{"question":"Why?","options":{"A":"x","B":"y"},"answer":"y","answer_idx":"B","meta_info":"step1"}\n',
    ],
    [
      'medmcqa',
      'dev.jsonl',
      '{"question":"Why?","opa":"x","opb":"y","opc":"z","opd":"w","cop":4,"id":"a"}\n',
    ],
    [
      'medxpertqa',
      'x.jsonl',
      '{"id":"1","question":"Why?","options":{"A":"x","B":"y"},"label":"B","medical_task":"Diagnosis"}\n',
    ],
    [
      'pubmedqa',
      'ori.json',
      '{"123":{"QUESTION":"Is it?","CONTEXTS":["a"],"LONG_ANSWER":"b","final_decision":"yes"}}',
    ],
    [
      'fhir',
      'b.json',
      '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"1"}}]}',
    ],
    ['mts-dialog', 'm.csv', 'ID,section_header,section_text,dialogue\n1,CC,Cough.,"Doctor: Hello."\n'],
  ])('recognises %s by its own marks', async (importerId, name, text) => {
    expect(await read(name, text)).toMatchObject({ importerId, good: 1, totalProblems: 0 });
  });

  it('guesses the columns, shows what stands in them and how ten samples would be asked', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => `${at},Frage ${at}?,ja,nein,${at % 2}`);
    const text = ['nr,Frage,a,b,richtig', ...rows].join('\r\n');
    const map = { id: 'nr', question: 'Frage', choice_a: 'a', choice_b: 'b', answer: 'richtig' };
    const files = [file('eigene.csv', text)];
    const guessed = await importApi.read({ files, importerId: 'csv', map: {} });
    expect(guessed).toMatchObject({ good: 0, totalProblems: 12, header: null });
    expect(guessed.columns).toMatchObject({
      from: 'guessed',
      found: [{ name: 'nr', example: '0' }, { name: 'Frage', example: 'Frage 0?' }, {}, {}, {}],
      fields: { choice_a: 'a', choice_b: 'b', 'meta.Frage': 'Frage' },
    });
    const mapped = await importApi.read({ files, importerId: null, map, answersFrom: 0 });
    expect(mapped).toMatchObject({ good: 12, totalProblems: 0, columns: { from: 'chosen' } });
    expect(mapped.prompts).toHaveLength(10);
    expect(mapped.prompts[3]?.messages[0]?.content).toBe('Frage 3?\nA. ja\nB. nein\nAnswer with the letter.');
    expect(mapped.head[3]).toMatchObject({ id: '3', answer: 'B' });
    const remembered = [{ columns: ['Frage', 'a', 'b', 'nr', 'richtig'], map, answersFrom: 0 as const }];
    const again = await importApi.read({ files, importerId: null, map: {}, remembered });
    expect(again).toMatchObject({ good: 12, map, answersFrom: 0, columns: { from: 'remembered' } });
  });

  it('says which three rows of a thousand are bad, and why', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) =>
      at === 99 ? `${at},,x` : at === 499 ? `${at},"broken" quote,x` : at === 999 ? `${at},q` : `${at},q,x`,
    );
    const reading = await read('own.csv', ['id,question,answer', ...rows].join('\n'));
    expect(reading).toMatchObject({ importerId: 'csv', good: 997, totalProblems: 3 });
    expect(reading.problems.map(({ line }) => line)).toEqual([101, 501, 1001]);
    for (const { problem } of reading.problems) expect(problem).not.toBe('');
  });

  it('reports bad rows by line beside the good ones', async () => {
    const reading = await read('own.jsonl', '{"id":"1","input":"q","target":"a"}\n{"id":"2"}\n', 'jsonl');
    expect(reading).toMatchObject({ good: 1, totalProblems: 1, problems: [{ line: 2 }] });
    expect(reading.head).toHaveLength(1);
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
    const reading = await importApi.read({ files, importerId: null, map: {}, paths });
    expect(reading).toMatchObject({
      importerId: 'text-pairs',
      fileName: 'visits',
      good: 1,
      totalProblems: 0,
    });
    expect(reading.head).toMatchObject([{ id: 'ann', target: ['Well.'] }]);
    expect(reading.header).toMatchObject({
      title: 'visits',
      provenance: { statement: 'Imported from visits as Text files in pairs.' },
    });
  });

  it('refuses text that is not UTF-8, an unknown format, and no file', async () => {
    const latin1 = new File([new Uint8Array([0x7b, 0x22, 0xe9, 0x22])], 'my.json');
    await expect(importApi.read({ files: [latin1], importerId: 'pack', map: {} })).rejects.toMatchObject({
      code: 'input/not-utf8',
    });
    await expect(read('notes.docm', 'x')).rejects.toMatchObject({ code: 'input/unknown-format' });
    await expect(importApi.read({ files: [], importerId: null, map: {} })).rejects.toMatchObject({
      code: 'input/empty',
    });
  });
});

describe('handing files over to the store', () => {
  const deliver = async (text: string, change = {}) => {
    const request = { files: [file('own.csv', text)], importerId: null, map: {} };
    const reading = await importApi.read(request);
    const parts: (readonly Sample[])[] = [];
    const header = reading.header;
    if (header === null) throw new Error('no header');
    const delivered = await importApi.deliver(request, { ...reading, header, ...change }, async (samples) => {
      parts.push(samples);
    });
    return { parts, delivered };
  };
  const text = ['id,question,answer', ...Array.from({ length: 950 }, (_, at) => `${at},q,x`)].join('\n');

  it('gives the samples in small parts and in order, with the seal that the whole pack has', async () => {
    const { parts, delivered } = await deliver(text);
    expect(parts.length).toBeGreaterThan(5);
    const samples = parts.flat();
    expect(samples.map(({ id }) => id)).toEqual(Array.from({ length: 950 }, (_, at) => String(at)));
    const { seal, ...header } = delivered.header;
    expect(seal).toBe(computeSeal({ ...header, samples }));
    expect(delivered).toMatchObject({ samples: 950 });
  });

  it('leaves bad rows out', async () => {
    expect((await deliver(`${text}\n,,\n,no id,x`)).delivered.samples).toBe(950);
  });

  it('refuses files that are no longer what was shown', async () => {
    await expect(deliver(text, { contentSha256: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'input/seal-mismatch',
    });
  });
});
