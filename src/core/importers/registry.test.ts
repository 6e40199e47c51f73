/** Contract of every importer: golden cases exist and hold; whatever the file, rows or an AppError come out, never silence. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { ImportRow, Importer } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { SampleSchema } from '../packs/pack.ts';
import { promptById } from '../prompts/registry.ts';
import { fileOf } from '../run/fixtures.ts';
import { scorerById } from '../scorers/registry.ts';
import { solverById } from '../solvers/registry.ts';
import { IMPORTERS, importerById } from './registry.ts';

const GoldenSchema = v.strictObject({
  cases: v.pipe(
    v.array(
      v.strictObject({
        name: v.string(),
        files: v.pipe(
          v.array(
            v.union([
              v.strictObject({ name: v.string(), text: v.string() }),
              // For formats that are not text.
              v.strictObject({ name: v.string(), base64: v.string() }),
            ]),
          ),
          v.minLength(1),
        ),
        map: v.record(v.string(), v.string()),
        rows: v.pipe(v.array(v.unknown()), v.minLength(1)),
      }),
    ),
    v.minLength(3),
  ),
});

function golden(id: string): v.InferOutput<typeof GoldenSchema> {
  const url = new URL(`./${id}.golden.json`, import.meta.url);
  if (!existsSync(url)) throw new Error(`importer ${id} has no golden cases`);
  return v.parse(GoldenSchema, JSON.parse(readFileSync(url, 'utf8')));
}

async function rowsOf(
  importer: Importer,
  files: readonly (readonly [string, string | Uint8Array])[],
  map = {},
): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  const sources = files.map(([name, content]) => fileOf(name, content));
  for await (const row of importer.read(sources, { map })) rows.push(row);
  return rows;
}

const HOSTILE: readonly (readonly [string, string | Uint8Array])[] = [
  ['nothing', ''],
  ['a byte order mark alone', '\uFEFF'],
  ['zero bytes', new Uint8Array(300)],
  ['bytes that are not UTF-8', Uint8Array.from([0x69, 0x64, 0x0a, 0xff, 0xfe])],
  ['an HTML page', '<!doctype html>\n<html><p>not found</p></html>\n'],
  ['an open quote', `id,encounter_id,dialogue,note,question\n1,"${'x'.repeat(10_000)}`],
  ['quotes only', '"'.repeat(9999)],
  ['a header only', 'id,encounter_id,dialogue,note,question\n'],
  ['reserved names', 'id,question,__proto__,constructor\n1,q,x,y\n'],
  ['reserved names in JSON', '{"id":"1","question":"q","constructor":"x"}\n'],
  ['deep JSON', `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}\n`],
];

describe.each(IMPORTERS.map((importer) => [importer.id, importer] as const))(
  'importer %s',
  (id, importer) => {
    it.each(golden(id).cases.map((one) => [one.name, one] as const))(
      '%s',
      async (_, { files, map, rows }) => {
        expect(
          await rowsOf(
            importer,
            files.map((file) => [file.name, 'text' in file ? file.text : Buffer.from(file.base64, 'base64')]),
            map,
          ),
        ).toEqual(rows);
      },
    );

    it('has golden cases for good rows and for reported ones', () => {
      const kinds = golden(id).cases.flatMap(({ rows }) => rows.map((row) => (row as ImportRow).kind));
      expect(new Set(kinds)).toEqual(new Set(['sample', 'problem']));
    });

    it('has defaults that exist', () => {
      const { promptId, solver, scorers } = importer.defaults;
      expect(promptById(promptId).id).toBe(promptId);
      expect(solverById(solver).id).toBe(solver);
      expect(scorers.length).toBeGreaterThan(0);
      for (const scorer of scorers) expect(scorerById(scorer).id).toBe(scorer);
      expect(importerById(id)).toBe(importer);
    });

    it.each(HOSTILE)('survives %s', async (_, content) => {
      try {
        for (const row of await rowsOf(importer, [['hostile', content]])) {
          if (row.kind === 'sample') expect(v.is(SampleSchema, row.sample)).toBe(true);
          else expect(row.problem).not.toBe('');
        }
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(AppError);
        expect((thrown as AppError).code).toMatch(/^input\//);
      }
    });
  },
);

describe('importerById', () => {
  it('names the known ones for an unknown id', () => {
    expect(() => importerById('xls')).toThrowError(expect.objectContaining({ code: 'input/unknown-format' }));
  });
});
