/**
 * Files that were mutated, cut, mislabelled or made up: whatever a person picks, what comes out is good rows, problems
 * with their place, or an error that has words. Nothing else, nothing stored, and never a wait without end.
 */
import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { importApi } from '../../workers/import-api.ts';
import { plainToError } from '../../workers/comlink-errors.ts';
import { AppError, isErrorCode } from '../core/errors.ts';
import { IMPORTERS } from '../core/importers/registry.ts';
import { fullPack } from '../core/packs/fixtures.ts';
import { PackSchema } from '../core/packs/pack.ts';
import { sealPack } from '../core/packs/seal.ts';
import { packJson, packJsonl } from '../core/packs/write-pack.ts';
import { runJsonl } from '../core/run/run-jsonl.ts';
import { createBrowserStore } from '../storage/browser-store.ts';
import { aHeader, aRecord } from '../storage/fixtures.ts';
import { ERROR_WORDS } from '../ui/i18n/errors.ts';
import { hashHere } from './models/hash-files.ts';
import { readPickedFolder } from './models/picked-folder.ts';
import { importRead } from './packs/import-answers.ts';
import { fakeApp } from './testing/fake-app.ts';
import { csvMutants, encode, jsonMutants, textMutants, type Mutant } from './testing/mutations.ts';

/** Generous: the slowest takes a fraction of it. */
const CEILING_MS = 5_000;

type Outcome =
  | { readonly kind: 'refused'; readonly error: AppError }
  | { readonly kind: 'read'; readonly problems: number };

let inputs = 0;
let malformed = 0;

/** Settled within the ceiling, as a value or an error with words; anything else fails the test. */
async function outcomeOf(name: string, work: () => Promise<number>): Promise<Outcome> {
  inputs += 1;
  const started = performance.now();
  try {
    return { kind: 'read', problems: await work() };
  } catch (thrown) {
    expect(thrown, name).toBeInstanceOf(AppError);
    const error = thrown as AppError;
    expect(error.code, `${name}: ${error.message}`).not.toBe('defect');
    expect(isErrorCode(error.code), name).toBe(true);
    expect(error.message.length, name).toBeGreaterThan(0);
    const { title, next } = ERROR_WORDS[error.code];
    expect(
      [title, next].every((words) => words.trim() !== ''),
      name,
    ).toBe(true);
    return { kind: 'refused', error };
  } finally {
    expect(performance.now() - started, `${name} took too long`).toBeLessThan(CEILING_MS);
  }
}

async function judge(mutant: Mutant, work: () => Promise<number>, where: string): Promise<void> {
  const name = `${where}: ${mutant.name}`;
  const outcome = await outcomeOf(name, work);
  if (!mutant.malformed) return;
  malformed += 1;
  if (outcome.kind === 'read')
    expect(outcome.problems, `${name} was taken without a word`).toBeGreaterThan(0);
  else if (mutant.line !== undefined && outcome.error.code === 'input/not-utf8') {
    expect(outcome.error.details['line'], name).toBe(mutant.line);
  }
}

const GoldenSchema = v.object({
  cases: v.array(
    v.object({
      files: v.array(v.object({ name: v.string(), text: v.optional(v.string()) })),
      map: v.record(v.string(), v.string()),
    }),
  ),
});

/** A set of files that the importer reads well, from its golden cases. */
function seedFiles(id: string): {
  files: readonly { name: string; text: string }[];
  map: Record<string, string>;
} {
  const url = new URL(`../core/importers/${id}.golden.json`, import.meta.url);
  if (!existsSync(url)) return { files: [], map: {} };
  const { cases } = v.parse(GoldenSchema, JSON.parse(readFileSync(url, 'utf8')));
  const [first] = cases;
  const files = (first?.files ?? []).flatMap(({ name, text }) =>
    text === undefined ? [] : [{ name, text }],
  );
  return { files, map: first?.map ?? {} };
}

async function importProblems(
  importerId: string | null,
  files: readonly (readonly [string, Uint8Array<ArrayBuffer>])[],
  map: Record<string, string> = {},
): Promise<number> {
  const reading = importRead(
    await importApi.read({
      files: files.map(([name, bytes]) => new File([bytes], name)),
      importerId,
      map,
    }),
  );
  expect(reading.header === null).toBe(reading.good === 0);
  if (reading.header !== null)
    expect(v.is(PackSchema, { ...reading.header, samples: reading.head })).toBe(true);
  for (const { problem, line } of reading.problems) {
    expect(problem.trim()).not.toBe('');
    expect(line).toBeGreaterThan(0);
  }
  return reading.good === 0 ? Math.max(1, reading.totalProblems) : reading.totalProblems;
}

const prototypeKeys = Reflect.ownKeys(Object.prototype).length;

afterAll(() => {
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(prototypeKeys);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

describe.each(IMPORTERS.map(({ id }) => id).filter((id) => seedFiles(id).files.length > 0))(
  'files mutated for the importer %s',
  (id) => {
    const { files, map } = seedFiles(id);

    it('are read, reported or refused', async () => {
      for (const [at, { name, text }] of files.entries()) {
        const others = files.map((file) => [file.name, encode(file.text)] as const);
        const inPlace = (bytes: Uint8Array<ArrayBuffer>) => others.with(at, [name, bytes] as const);
        const isCsv = !/^\s*[[{]/.test(text) && /\.(csv|tsv)$/.test(name);
        const mutants = [...textMutants(text), ...(isCsv ? csvMutants(text) : [])];
        for (const mutant of mutants) {
          // Other files of the set may still be good, and say nothing of this one being empty.
          const alone = files.length === 1 ? mutant : { ...mutant, malformed: mutant.line !== undefined };
          await judge(alone, () => importProblems(id, inPlace(mutant.bytes), map), `${id} ${name}`);
        }
        // Fields that an importer does not use may hold anything, so nothing is expected of these but to end well.
        for (const mutant of jsonMutants(text)) {
          const may = { ...mutant, malformed: false };
          await judge(may, () => importProblems(id, inPlace(mutant.bytes), map), `${id} ${name}`);
        }
      }
    });

    it('that nobody wrote are read, reported or refused', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme' }).map(encode)), {
            maxLength: 3,
          }),
          async (contents) => {
            const made = contents.map(
              (bytes, at) => [files[at]?.name ?? 'x.txt', new Uint8Array(bytes)] as const,
            );
            await outcomeOf(`made up for ${id}`, () => importProblems(id, made));
          },
        ),
        { numRuns: 40, seed: 8 },
      );
    });
  },
);

describe('files whose format is guessed', () => {
  const names = ['a.csv', 'a.json', 'a.jsonl', 'a.txt', 'a', 'a.exe', 'a.csv\u202efdp.', '__proto__'];
  it.each(names)('called %j are read, reported or refused', async (name) => {
    for (const mutant of textMutants('id,question,answer\n1,Why?,because\n')) {
      const may = { ...mutant, malformed: mutant.line !== undefined };
      await judge(may, () => importProblems(null, [[name, mutant.bytes]]), `guessed ${name}`);
    }
  });
});

describe('mutated packs', () => {
  const sealed = sealPack(fullPack());
  it.each([
    ['in one file', packJson(sealed)],
    ['in lines', [...packJsonl(sealed)].join('')],
  ])('%s are refused', async (_, text) => {
    const name = _ === 'in lines' ? 'pack.jsonl' : 'pack.json';
    for (const mutant of [...textMutants(text), ...jsonMutants(text)]) {
      await judge(mutant, () => importProblems('pack', [[name, mutant.bytes]]), `pack ${_}`);
    }
  });
});

describe('mutated run files', () => {
  const text = [...runJsonl(aHeader(), [aRecord(), aRecord({ index: 1 }), aRecord({ index: 2 })])].join('');
  it('are refused, and not one byte of them is stored', async () => {
    const store = createBrowserStore('hostile-runs');
    const { runs } = fakeApp({ store });
    const mutants = [...[...textMutants(text)].filter((mutant) => mutant.malformed), ...jsonMutants(text)];
    for (const mutant of mutants) {
      const file = () => runs.importJsonl(new File([mutant.bytes], 'run.jsonl')).then(() => 0);
      await judge(mutant, file, 'run.jsonl');
    }
    expect(await store.usage()).toEqual({ runs: 0, records: 0, packs: 0, scores: 0 });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('hostile-runs');
  });
});

describe('mutated model folders', () => {
  const folder = (change: Readonly<Record<string, Uint8Array<ArrayBuffer> | null>>): File[] => {
    const files: Record<string, Uint8Array<ArrayBuffer> | null> = {
      'config.json': encode('{"max_position_embeddings":64}'),
      'tokenizer.json': encode('{}'),
      'tokenizer_config.json': encode('{}'),
      'onnx/model.onnx': Uint8Array.of(8, 7),
      ...change,
    };
    return Object.entries(files).flatMap(([path, bytes]) => {
      if (bytes === null) return [];
      const file = new File([bytes], path.split('/').at(-1) ?? path);
      Object.defineProperty(file, 'webkitRelativePath', { value: `m/${path}` });
      return [file];
    });
  };
  it('are refused with the file that is wrong', async () => {
    for (const path of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx']) {
      await judge(
        { name: `${path} missing`, bytes: encode(''), malformed: true },
        () => readPickedFolder(folder({ [path]: null }), hashHere).then(() => 0),
        'model folder',
      );
      for (const mutant of textMutants('{"a":1}')) {
        const may = { ...mutant, malformed: mutant.malformed && mutant.line === undefined };
        await judge(
          may,
          () => readPickedFolder(folder({ [path]: mutant.bytes }), hashHere).then(() => 0),
          `folder ${path}`,
        );
      }
    }
  });
});

describe('what another thread sends as an error', () => {
  it('is an error of ours, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (sent) => {
        expect(plainToError(sent)).toBeInstanceOf(AppError);
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});

it('there were more than three hundred malformed files, and some thousands in all', () => {
  expect(malformed).toBeGreaterThanOrEqual(300);
  expect(inputs).toBeGreaterThan(2_000);
});
