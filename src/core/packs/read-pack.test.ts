import { describe, expect, it } from 'vitest';
import { fileOf } from '../run/fixtures.ts';
import { fullPack, fullSample } from './fixtures.ts';
import type { Pack } from './pack.ts';
import { readPack } from './read-pack.ts';
import { sealPack } from './seal.ts';
import { packJson, packJsonl } from './write-pack.ts';

const pack = sealPack(fullPack());
const read = (content: string | Uint8Array) => readPack(fileOf('p.json', content));
const lines = (of: Pack): string => [...packJsonl(of)].join('');

async function refusal(
  content: string | Uint8Array,
): Promise<{ code: string; message: string; details: object }> {
  try {
    await read(content);
  } catch (thrown) {
    return thrown as { code: string; message: string; details: object };
  }
  throw new Error('was accepted');
}

describe('readPack', () => {
  it('reads the one-file and the JSONL form to the same pack with the same seal', async () => {
    expect(await read(packJson(pack))).toEqual(pack);
    expect(await read(JSON.stringify(pack))).toEqual(pack);
    expect(await read(lines(pack))).toEqual(pack);
    expect(await read(`\uFEFF${packJson(pack).replaceAll('\n', '\r\n')}`)).toEqual(pack);
  });

  it('gives a pack without a seal the one its content has', async () => {
    expect((await read(packJson(fullPack()))).seal).toBe(pack.seal);
    expect((await read(lines(fullPack()))).seal).toBe(pack.seal);
  });

  it('refuses a wrong seal in both forms, and accepts it only for re-sealing', async () => {
    const altered = { ...pack, title: 'Altered' };
    for (const text of [packJson(altered), lines(altered)]) {
      expect(await refusal(text)).toMatchObject({
        code: 'input/seal-mismatch',
        details: { expected: pack.seal },
      });
    }
    const resealed = await readPack(fileOf('p.json', packJson(altered)), { ignoreSeal: true });
    expect(resealed.seal).toBe(sealPack(altered).seal);
  });

  it('names the line and column where the text stops being JSON', async () => {
    expect(await refusal('{\n  "schemaVersion": 1,\n  "id": x\n}')).toMatchObject({
      code: 'input/not-json',
      message: 'p.json is not JSON: line 3, column 9: a value is missing or misspelt',
    });
    expect(await refusal('\n\n{\n "a": }')).toMatchObject({ details: { line: 4, column: 7 } });
    expect(await refusal('<!doctype html><p>404')).toMatchObject({
      message: expect.stringMatching('it is an HTML page') as string,
    });
    expect(await refusal(lines(pack) + '{"id":')).toMatchObject({
      code: 'input/not-json',
      details: { line: 4 },
    });
  });

  it('names the byte and line that are not UTF-8', async () => {
    const bytes = Buffer.from(packJson({ ...pack, title: 'caf' }));
    const at = bytes.indexOf('caf') + 3;
    const broken = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xe9]), bytes.subarray(at)]);
    expect(await refusal(broken)).toMatchObject({ code: 'input/not-utf8', details: { byte: at, line: 5 } });
    const utf16 = Buffer.from(`\uFEFF${packJson(pack)}`, 'utf16le');
    expect(await refusal(utf16)).toMatchObject({
      code: 'input/not-utf8',
      details: { encoding: 'UTF-16', line: 1 },
    });
    expect(await refusal(Buffer.from('{"a":"é').subarray(0, 7))).toMatchObject({ details: { byte: 6 } });
  });

  it('lists what does not fit the schema, by path and in plain words', async () => {
    const broken = JSON.parse(packJson(pack)) as {
      version: string;
      samples: { input: { turns: object[] } }[];
    };
    broken.version = '1';
    broken.samples[0]?.input.turns.splice(0, 1, { line: 'one', speaker: '', text: 'x' });
    const { code, details } = await refusal(JSON.stringify({ ...broken, licence: undefined, extra: 1 }));
    expect(code).toBe('input/schema');
    expect(details).toMatchObject({
      file: 'p.json',
      problems: [
        'version: must look like 1.0.0',
        'licence: is missing',
        'samples[0].input.turns[0].line: must be a number',
        'samples[0].input.turns[0].speaker: must not be empty',
        'extra: is not a known field',
      ],
    });
  });

  it('names the line of a bad sample in JSONL', async () => {
    const text = lines({ ...pack, samples: [fullSample(), { ...fullSample('b'), answer: '' }] });
    expect(await refusal(text)).toMatchObject({ message: 'p.json, line 3: answer: must not be empty' });
  });

  it('lists at most twenty problems and counts them all', async () => {
    const samples = Array.from({ length: 30 }, (_, i) => ({ ...fullSample(`s${i}`), answer: 7 }));
    expect(await refusal(JSON.stringify({ ...fullPack(), samples }))).toMatchObject({
      message: 'p.json: samples[0].answer: must be text (and 29 more)',
      details: { problemCount: 30, problems: { length: 20 } },
    });
  });

  it('refuses duplicate ids and says where they are', async () => {
    const twice = { ...fullPack(), samples: [fullSample('a'), fullSample('b'), fullSample('a')] };
    expect(await refusal(packJson(twice))).toMatchObject({
      code: 'input/duplicate-id',
      details: { ids: ['"a" (samples[0] and samples[2])'] },
    });
    expect(await refusal(lines(twice))).toMatchObject({ details: { ids: ['"a" (line 2 and line 4)'] } });
  });

  it('says that a later format needs a later Bedside, before anything else', async () => {
    expect(await refusal(JSON.stringify({ ...pack, schemaVersion: 2, future: true }))).toMatchObject({
      message: 'p.json: schemaVersion: is 2; this version of Bedside reads 1',
    });
  });

  it('refuses reserved field names and deep nesting anywhere', async () => {
    const text = packJson(pack).replace('"topic": "throat"', '"__proto__": {"polluted": true}');
    expect(await refusal(text)).toMatchObject({
      code: 'input/schema',
      message: expect.stringMatching('__proto__') as string,
    });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    expect(await refusal(`{"samples":${deep}}`)).toMatchObject({
      message: expect.stringMatching('nested deeper') as string,
    });
  });

  it('refuses references that lead nowhere', async () => {
    const sample = fullSample();
    const [fact] = sample.facts ?? [];
    if (fact === undefined) throw new Error('no fact');
    for (const [change, problem] of [
      [{ answer: 'C' }, 'samples[0].answer: "C" is not the id of a choice'],
      [
        {
          choices: [
            { id: 'A', text: 'x' },
            { id: 'A', text: 'y' },
          ],
        },
        'samples[0].choices[1].id: "A" occurs twice',
      ],
      [
        { facts: [{ ...fact, span: { line: 9, start: 0, end: 1 } }] },
        'samples[0].facts[0].span.line: there is no line 9',
      ],
      [
        { facts: [{ ...fact, span: { line: 2, start: 0, end: 99 } }] },
        'samples[0].facts[0].span: 0 to 99 is not inside line 2',
      ],
    ] as const) {
      const text = JSON.stringify({ ...fullPack(), samples: [{ ...sample, ...change }] });
      expect(await refusal(text)).toMatchObject({ code: 'input/schema', details: { problems: [problem] } });
    }
  });

  it.each([
    ['nothing', '', 'input/empty'],
    ['blank lines', '\n\n', 'input/empty'],
    ['a header alone', JSON.stringify({ ...pack, samples: undefined, seal: undefined }), 'input/schema'],
    ['a list', '[]', 'input/schema'],
    ['null', 'null', 'input/schema'],
  ])('refuses %s', async (_, content, code) => {
    expect((await refusal(content)).code).toBe(code);
  });
});
