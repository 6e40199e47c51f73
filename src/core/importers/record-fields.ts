import { FieldProblem } from './field-problem.ts';

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_');

type MetaValue = string | number | boolean;

/** What the pack format allows in one meta field. */
const MAX_META_CHARS = 10_000;

/**
 * One row of a public set by the names of its fields. "Row Number", "row_number" and "ROW NUMBER" are one field:
 * copies of one set differ in nothing more often.
 */
export class RecordFields {
  readonly #values = new Map<string, { readonly name: string; readonly value: unknown }>();

  constructor(values: ReadonlyMap<string, unknown>) {
    for (const [name, value] of values) {
      if (!this.#values.has(plain(name))) this.#values.set(plain(name), { name, value });
    }
  }

  /** The first of these fields that is there and not empty. */
  raw(...names: readonly string[]): unknown {
    const found = names.map((name) => this.#values.get(plain(name))?.value);
    return found.find((value) => value !== undefined && value !== null && value !== '');
  }

  /** The name that the file itself gives the first of these fields; the one asked for where it has none. */
  nameOf(...names: readonly string[]): string {
    return (
      names.map((name) => this.#values.get(plain(name))?.name).find((name) => name !== undefined) ??
      names[0] ??
      ''
    );
  }

  /** Text as it stands; undefined when there is none but white space. */
  text(...names: readonly string[]): string | undefined {
    const value = this.raw(...names);
    if (typeof value === 'string') return value.trim() === '' ? undefined : value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (value === undefined) return undefined;
    throw new FieldProblem(this.nameOf(...names), 'must be text');
  }

  needText(...names: readonly string[]): string {
    const text = this.text(...names);
    if (text === undefined) throw new FieldProblem(this.nameOf(...names), 'is empty');
    return text;
  }

  /** These fields as a sample's meta, under the names given; empty ones left out, lists as JSON. */
  meta(names: Readonly<Record<string, readonly string[]>>): Record<string, MetaValue> {
    const meta: Record<string, MetaValue> = {};
    for (const [field, sources] of Object.entries(names)) {
      const value = this.raw(...sources);
      if (value === undefined || (typeof value === 'string' && value.trim() === '')) continue;
      const plainValue = typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
      const fits = plainValue ? value : JSON.stringify(value);
      if (typeof fits === 'string' && fits.length > MAX_META_CHARS)
        throw new FieldProblem(this.nameOf(...sources), 'is too long for meta');
      meta[field] = typeof fits === 'string' ? fits.trim() : fits;
    }
    return meta;
  }
}

/** Undefined for what pandas, with which these files were written, reads as no value. */
export function notNa(text: string | undefined): string | undefined {
  // Trimmed first: a pattern with white space at both ends takes the square of the time on a cell full of it.
  return text === undefined || /^(?:#?n\/?a|nan|null|none)?$/i.test(text.trim()) ? undefined : text;
}
