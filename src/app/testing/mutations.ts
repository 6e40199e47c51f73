/**
 * Structured mutations of valid files, for tests that feed them to everything that reads a file. Deterministic, so that
 * a failure has a name that finds it again.
 */

export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** No reader may take this without a word; of the others some are still valid files. */
  readonly malformed: boolean;
  /** Where an invalid byte was put, 1-based. */
  readonly line?: number;
}

/** What cannot stand in UTF-8: Unicode 15, table 3-7. */
const NOT_UTF8: readonly (readonly [string, readonly number[]])[] = [
  ['a byte that is never used', [0xff]],
  ['an overlong NUL', [0xc0, 0x80]],
  ['an overlong slash', [0xe0, 0x80, 0xaf]],
  ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
  ['a code point beyond the last', [0xf4, 0x90, 0x80, 0x80]],
  ['a continuation without its start', [0x80]],
];

const ALIEN: readonly (readonly [string, Uint8Array])[] = [
  ['nothing', new Uint8Array(0)],
  ['a byte order mark alone', Uint8Array.of(0xef, 0xbb, 0xbf)],
  ['blank lines', encode('\n\n \n\t\n')],
  ['zero bytes', new Uint8Array(5000)],
  ['an HTML page', encode('<!doctype html>\n<html><body>Not found</body></html>\n')],
  ['a PNG image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
  ['a PDF', encode('%PDF-1.7\n%\xb5\xed\xae\xfb\n1 0 obj\n<< >>\nendobj\n')],
  ['a gzip stream', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
  ['an empty zip', Uint8Array.of(0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0))],
];

export const POLLUTING_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
] as const;

/** JSON texts that stand in for a value, and that no field of ours may hold. */
const HOSTILE_VALUES: readonly (readonly [string, string])[] = [
  ['a number beyond the largest', '1e400'],
  ['a negative one', '-1e400'],
  ['an unknown object', '{"x":1}'],
  ['forty lists in each other', `${'['.repeat(40)}${']'.repeat(40)}`],
];

export function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function join(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** What is wrong whatever the format is, as long as it is text. */
export function* textMutants(text: string): Iterable<Mutant> {
  const bytes = encode(text);
  for (const [name, alien] of ALIEN) yield { name, bytes: join(alien), malformed: true };
  for (const [name, bad] of NOT_UTF8) {
    for (const part of [0.2, 0.5, 0.9]) {
      const at = characterStart(bytes, Math.max(3, Math.floor(bytes.length * part)));
      const before = bytes.subarray(0, at);
      const line = 1 + before.filter((byte) => byte === 10).length;
      yield {
        name: `${name} at ${part}`,
        bytes: join(before, bad, bytes.subarray(at)),
        malformed: true,
        line,
      };
    }
  }
  yield { name: 'a character cut in two at the end', bytes: join(bytes, [0xe2, 0x82]), malformed: true };
  for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    yield {
      name: `cut at ${part}`,
      bytes: bytes.slice(0, Math.floor(bytes.length * part)),
      malformed: false,
    };
  }
  yield { name: 'twice', bytes: join(bytes, bytes), malformed: false };
  yield { name: 'backwards', bytes: encode([...text].reverse().join('')), malformed: false };
  yield { name: 'in upper case', bytes: encode(text.toUpperCase()), malformed: false };
  yield { name: 'NUL between', bytes: encode(text.replaceAll(',', ',\0')), malformed: false };
  yield { name: 'old Mac line ends', bytes: encode(text.replace(/\r?\n/g, '\r')), malformed: false };
  yield {
    name: 'line ends of Unicode',
    bytes: encode(text.replace(/\r?\n/g, '\u2028\u0085')),
    malformed: false,
  };
  yield {
    name: 'a word of two million letters',
    bytes: encode(text + 'x'.repeat(2_000_000)),
    malformed: false,
  };
  yield { name: 'ten thousand quotes', bytes: encode(text + '"'.repeat(9_999)), malformed: false };
  yield { name: 'ten thousand brackets', bytes: encode(text + '[{('.repeat(10_000)), malformed: false };
  yield { name: 'ten thousand commas', bytes: encode(`${','.repeat(10_000)}\n${text}`), malformed: false };
}

/** `whole`: the text is one JSON value or lines of them, and every field of it is checked. */
export function* jsonMutants(text: string): Iterable<Mutant> {
  const lines = text.trimEnd().split('\n');
  const single = parses(text) ? [JSON.stringify(JSON.parse(text))] : lines;
  for (const [number, line] of single.entries()) {
    if (!parses(line)) continue;
    const value: unknown = JSON.parse(line);
    const put = (name: string, changed: string): Mutant => ({
      name: `line ${number + 1}: ${name}`,
      bytes: encode(`${single.with(number, changed).join('\n')}\n`),
      malformed: true,
    });
    for (const [name, broken] of brokenTexts(line)) yield put(name, broken);
    for (const path of pathsOf(value)) {
      const at = path.join('.');
      for (const [name, hostile] of HOSTILE_VALUES) {
        yield put(`${at} is ${name}`, withText(value, path, hostile));
      }
    }
    for (const key of POLLUTING_KEYS) {
      for (const path of objectPaths(value)) {
        yield put(`${path.join('.')} has ${key}`, withKey(value, path, key));
      }
    }
  }
}

function* brokenTexts(line: string): Iterable<readonly [string, string]> {
  yield ['an unclosed brace', line.slice(0, -1)];
  yield ['a second brace', `${line}}`];
  yield ['a comma too many', line.replace(/\}$/, ',}')];
  yield ['single quotes', line.replaceAll('"', "'")];
  yield ['a comment', line.replace('{', '{/* */')];
  yield ['NaN', line.replace(/:/, ':NaN,"x":')];
  yield ['a raw line feed in a string', line.replace(/":"/, '":"\\')];
  yield ['a list around it', `[${line}]`];
  yield ['a string of it', JSON.stringify(line)];
}

export function* csvMutants(text: string): Iterable<Mutant> {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const [header = '', ...rows] = text.trimEnd().split(lineEnd);
  const put = (name: string, lines: readonly string[], malformed = true): Mutant => ({
    name,
    bytes: encode(`${lines.join(lineEnd)}${lineEnd}`),
    malformed,
  });
  yield put('a header alone', [header], false);
  yield put('no header', rows, false);
  yield put('an open quote', [header, `"${rows.join(lineEnd)}`]);
  yield put('a quote inside a quoted cell', [header, ...rows, `"a"b,c`]);
  yield put('a row that is too long', [header, ...rows, ','.repeat(60) + 'x']);
  yield put('a row that is too short', [header, ...rows, 'only one cell']);
  yield put('a column twice', [`${header},${header}`, ...rows]);
  for (const key of POLLUTING_KEYS) {
    yield put(`a column called ${key}`, [`${header},${key}`, ...rows.map((row) => `${row},x`)], false);
    yield put(`a row called ${key}`, [header, ...rows.map((row) => row.replace(/^[^,]*/, key))], false);
  }
  yield put('formulas', [header, ...rows.map((row) => row.replace(/^[^,]*/, "=cmd|'/c calc'!A1"))], false);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export type Path = readonly (string | number)[];

/** Every place of a JSON value below the whole; of a list the first and the last item. */
export function* pathsOf(value: unknown, base: Path = []): Iterable<Path> {
  if (typeof value !== 'object' || value === null) return;
  const keys = Array.isArray(value)
    ? [...new Set([0, value.length - 1])].filter((at) => at >= 0 && at < value.length)
    : Object.keys(value);
  for (const key of keys) {
    const path = [...base, key];
    yield path;
    yield* pathsOf(Reflect.get(value, key), path);
  }
}

function* objectPaths(value: unknown): Iterable<Path> {
  for (const path of [[] as Path, ...pathsOf(value)]) {
    const found = path.reduce<unknown>((at, key) => Reflect.get(at as object, key), value);
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) yield path;
  }
}

/** JSON.stringify cannot write 1e400 or "__proto__": a mark is put there and the text replaced. */
const MARK = '\u0001here\u0001';

function withText(value: unknown, path: Path, text: string): string {
  return JSON.stringify(changed(value, path, () => MARK)).replace(JSON.stringify(MARK), text);
}

function withKey(value: unknown, path: Path, key: string): string {
  const marked = changed(value, path, (found) => ({ ...(found as object), [MARK]: { polluted: true } }));
  return JSON.stringify(marked).replace(JSON.stringify(MARK), JSON.stringify(key));
}

export function changed(value: unknown, path: Path, change: (found: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const inside = changed(Reflect.get(value as object, key), rest, change);
  if (Array.isArray(value)) return value.map((item: unknown, at) => (at === key ? inside : item));
  return { ...(value as object), [key]: inside };
}

function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return start;
}
