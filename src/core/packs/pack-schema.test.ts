import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fullPack } from './fixtures.ts';
import { PackSchema } from './pack.ts';
import { parseStrictJson } from './strict-json.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const schema = JSON.parse(read('../../../docs/pack.schema.json')) as object;
const validate = new Ajv2020({ allErrors: false, strict: true }).compile(schema);

/** Both verdicts on the same JSON text: what another language's validator says, and what we do. */
function verdicts(text: string): { json: boolean; typescript: boolean } {
  let typescript = false;
  try {
    typescript = v.safeParse(PackSchema, parseStrictJson(text, { file: 'test' })).success;
  } catch {
    typescript = false;
  }
  return { json: validate(JSON.parse(text)), typescript };
}

type Path = readonly (string | number)[];

/** The pack with one place set to `value`, or removed when `value` is undefined. */
function changed(path: Path, value: unknown): string {
  const pack = JSON.parse(JSON.stringify(fullPack())) as Record<string | number, unknown>;
  let place = pack;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete place[last];
  // defineProperty, so that "__proto__" becomes a field of the text as it would in a hostile file.
  else Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(pack);
}

const SAMPLE = ['samples', 0] as const;
const FACT = [...SAMPLE, 'facts', 0] as const;
const TURN = [...SAMPLE, 'input', 'turns', 0] as const;

const REFUSED: readonly (readonly [Path, unknown])[] = [
  [['schemaVersion'], 2],
  [['schemaVersion'], '1'],
  [['schemaVersion'], undefined],
  [['id'], ''],
  [['id'], 'Upper'],
  [['id'], '-dash'],
  [['id'], 'a'.repeat(101)],
  [['version'], '1.0'],
  [['version'], 'v1.0.0'],
  [['title'], ''],
  [['title'], undefined],
  [['language'], 'e'],
  [['language'], 'en_GB'],
  [['licence'], ''],
  [['citation'], undefined],
  [['citation'], null],
  [['provenance'], undefined],
  [['provenance', 'kind'], 'copied'],
  [['provenance', 'statement'], ''],
  [['provenance', 'extra'], 'x'],
  [['provenance', 'transformOf'], null],
  [['provenance', 'transformOf', 'seal'], 'short'],
  [['provenance', 'transformOf', 'transform'], ''],
  [['provenance', 'transformOf', 'seed'], -1],
  [['provenance', 'transformOf', 'seed'], undefined],
  [['promptId'], 'Not A Slug'],
  [['solver'], 5],
  [['scorers'], []],
  [['scorers'], ['A B']],
  [['sliceFields'], 'topic'],
  [['sliceFields'], ['']],
  [['canary'], ''],
  [['private'], 'yes'],
  [['seal'], 'abc'],
  [['seal'], 'A'.repeat(64)],
  [['unknown'], 1],
  [['__proto__'], {}],
  [['samples'], []],
  [['samples'], {}],
  [['samples'], undefined],
  [[...SAMPLE, 'id'], ''],
  [[...SAMPLE, 'id'], 12],
  [[...SAMPLE, 'id'], 'line\nbreak'],
  [[...SAMPLE, 'id'], 'x'.repeat(201)],
  [[...SAMPLE, 'cluster'], ''],
  [[...SAMPLE, 'input'], {}],
  [[...SAMPLE, 'input'], 'text'],
  [[...SAMPLE, 'input'], { messages: [], turns: [] }],
  [[...SAMPLE, 'input'], { messages: [] }],
  [[...SAMPLE, 'input'], { messages: [{ role: 'tool', content: '' }] }],
  [[...SAMPLE, 'input'], { messages: [{ role: 'user' }] }],
  [[...SAMPLE, 'input', 'turns'], []],
  [[...TURN, 'line'], 0],
  [[...TURN, 'line'], 1.5],
  [[...TURN, 'line'], '1'],
  [[...TURN, 'speaker'], ''],
  [[...TURN, 'text'], undefined],
  [[...SAMPLE, 'documents', 0, 'id'], undefined],
  [[...SAMPLE, 'target'], 'text'],
  [[...SAMPLE, 'target', 0], null],
  [[...SAMPLE, 'choices'], [{ id: 'A', text: 'only one' }]],
  [[...SAMPLE, 'choices', 0, 'text'], ''],
  [[...SAMPLE, 'answer'], ''],
  [[...SAMPLE, 'answer'], 1],
  [[...FACT, 'category'], 'meds'],
  [[...FACT, 'name'], ''],
  [[...FACT, 'synonyms'], Array.from({ length: 41 }, () => 'x')],
  [[...FACT, 'status'], 'maybe'],
  [[...FACT, 'status'], undefined],
  [[...FACT, 'side'], 'Left'],
  [[...FACT, 'dose'], 400],
  [[...FACT, 'span', 'start'], -1],
  [[...FACT, 'span', 'line'], 0],
  [[...FACT, 'span', 'end'], undefined],
  [[...SAMPLE, 'meta', 'list'], ['x']],
  [[...SAMPLE, 'meta', 'nothing'], null],
  [[...SAMPLE, 'meta', ''], 'x'],
  [[...SAMPLE, 'meta', '__proto__'], 'x'],
  [[...SAMPLE, 'meta', 'constructor'], 'x'],
  [[...SAMPLE, 'meta', 'prototype'], 'x'],
  [[...SAMPLE, 'meta'], []],
  [[...SAMPLE, 'extra'], true],
];

const ACCEPTED: readonly (readonly [Path, unknown])[] = [
  [['title'], 'Ümläut 😀'],
  [['citation'], ''],
  [['description'], undefined],
  [['private'], undefined],
  [['sliceFields'], []],
  [['seal'], '0'.repeat(64)],
  [['language'], 'deu'],
  [[...SAMPLE, 'id'], '#2 / ü'],
  [[...SAMPLE, 'target'], []],
  [[...SAMPLE, 'target'], ['']],
  [[...SAMPLE, 'facts'], []],
  [[...SAMPLE, 'meta'], {}],
  [[...SAMPLE, 'meta', 'x'], -1.5],
  [[...SAMPLE, 'cluster'], undefined],
  [[...SAMPLE, 'documents', 0, 'title'], undefined],
  [[...SAMPLE, 'documents'], []],
  [[...TURN, 'text'], ''],
  [[...FACT, 'span'], undefined],
];

describe('docs/pack.schema.json and pack.ts give the same verdict', () => {
  it('on a pack that uses every field', () => {
    expect(verdicts(JSON.stringify(fullPack()))).toEqual({ json: true, typescript: true });
  });

  it.each(REFUSED)('refusing %j = %j', (path, value) => {
    expect(verdicts(changed(path, value))).toEqual({ json: false, typescript: false });
  });

  it.each(ACCEPTED)('accepting %j = %j', (path, value) => {
    expect(verdicts(changed(path, value))).toEqual({ json: true, typescript: true });
  });

  it('on every bundled pack', () => {
    for (const name of readdirSync(new URL('../../../public/packs/', import.meta.url))) {
      if (!name.endsWith('.json')) continue;
      const text = read(`../../../public/packs/${name}`);
      if (!('samples' in (JSON.parse(text) as object))) continue;
      expect(verdicts(text), name).toEqual({ json: true, typescript: true });
    }
  });
});
