import { AppError } from '../errors.ts';
import { jsonErrorPosition } from './json-error-position.ts';

/** No pack, run or prediction nests deeper than ten levels. */
export const MAX_JSON_DEPTH = 32;

export interface JsonPlace {
  readonly file: string;
  /** 1-based line of the file at which `text` begins. */
  readonly firstLine?: number;
}

/** JSON from a file that may be mistaken or hostile; errors name line and column, or the path of the field. */
export function parseStrictJson(text: string, place: JsonPlace): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw notJson(text, place, thrown);
  }
  refuseOddShapes(value, place);
  return value;
}

function notJson(text: string, place: JsonPlace, cause: unknown): AppError {
  const error = jsonErrorPosition(text) ?? { offset: 0, problem: String(cause) };
  const before = text.slice(0, error.offset).split('\n');
  const line = (place.firstLine ?? 1) + before.length - 1;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const html = /^\s*<(?:!doctype|html)/i.test(text);
  return new AppError(
    'input/not-json',
    `${place.file} is not JSON: line ${line}, column ${column}: ${html ? 'it is an HTML page' : error.problem}`,
    { file: place.file, line, column, problem: html ? 'it is an HTML page' : error.problem },
    { cause },
  );
}

/**
 * Refuses field names that every JavaScript object already has ("__proto__", "constructor", ...): in the free part of
 * a pack (meta) schema checks would drop them without a word, and the seal would no longer fit.
 */
function refuseOddShapes(root: unknown, place: JsonPlace): void {
  const stack: { value: unknown; path: string; depth: number }[] = [{ value: root, path: '', depth: 1 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { value, path, depth } = top;
    if (typeof value !== 'object' || value === null) continue;
    const refuse = (at: string, problem: string): AppError =>
      new AppError('input/schema', `${where(place)}: ${at}: ${problem}`, {
        file: place.file,
        ...(place.firstLine === undefined ? {} : { line: place.firstLine }),
        problems: [`${at}: ${problem}`],
      });
    if (depth > MAX_JSON_DEPTH) throw refuse(path, `is nested deeper than ${MAX_JSON_DEPTH} levels`);
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        if (typeof item === 'object' && item !== null) {
          stack.push({ value: item, path: `${path}[${index}]`, depth: depth + 1 });
        }
      });
      continue;
    }
    for (const [key, item] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (isReservedKey(key)) throw refuse(at, 'is a name that no field may have');
      if (typeof item === 'object' && item !== null) stack.push({ value: item, path: at, depth: depth + 1 });
    }
  }
}

export function isReservedKey(key: string): boolean {
  return key in Object.prototype || key === 'prototype';
}

/** "file" or "file, line 3". */
export function where(place: JsonPlace): string {
  return place.firstLine === undefined ? place.file : `${place.file}, line ${place.firstLine}`;
}
