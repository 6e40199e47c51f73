/**
 * The messages that go into and come out of wllama's WebAssembly module, as bytes: "GLUE", a version, eight letters
 * of name, then each field as a type and a value, little endian (wllama 2.4.0, cpp/glue.hpp and src/glue/messages.ts).
 * Only what this runtime asks is here.
 */
import { AppError } from '../../../src/core/errors.ts';

const MAGIC = 0x4555_4c47; // "GLUE"
const VERSION = 1;
const NAME_BYTES = 8;

const TYPE = {
  null: 0,
  bool: 1,
  int: 2,
  float: 3,
  text: 4,
  bytes: 5,
  bools: 6,
  ints: 7,
  floats: 8,
  texts: 9,
} as const;

/** A value to send, with the type that the module expects at its place. */
export type Field =
  | readonly ['null']
  | readonly ['bool', boolean]
  | readonly ['int', number]
  | readonly ['text', string]
  | readonly ['ints', readonly number[]]
  | readonly ['texts', readonly string[]];

export type Value = null | boolean | number | string | Uint8Array | readonly (boolean | number | string)[];

export function encodeMessage(name: string, fields: readonly Field[]): Uint8Array {
  const parts: Uint8Array[] = [words(MAGIC, VERSION), utf8(name)];
  for (const field of fields) {
    const [type, value] = field;
    parts.push(words(TYPE[type]));
    switch (type) {
      case 'null':
        break;
      case 'bool':
        parts.push(words(value ? 1 : 0));
        break;
      case 'int':
        parts.push(words(value));
        break;
      case 'text':
        parts.push(...text(value));
        break;
      case 'ints':
        parts.push(words(value.length), words(...value));
        break;
      case 'texts':
        parts.push(words(value.length), ...value.flatMap(text));
        break;
    }
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** The values in the order of the message's fields; the types stand in the bytes themselves. */
export function decodeMessage(bytes: Uint8Array, name: string): readonly Value[] {
  const reader = new Reader(bytes);
  if (reader.word() !== MAGIC || reader.word() !== VERSION) throw unreadable('does not begin as one');
  const found = reader.text(NAME_BYTES);
  if (found !== name) throw unreadable(`is "${found}" and not "${name}"`);
  const values: Value[] = [];
  while (!reader.done) values.push(reader.value());
  return values;
}

class Reader {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get done(): boolean {
    return this.#at >= this.#bytes.byteLength;
  }

  word(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  text(length: number): string {
    return new TextDecoder().decode(this.#raw(length));
  }

  value(): Value {
    const type = this.word();
    switch (type) {
      case TYPE.null:
        return null;
      case TYPE.bool:
        return this.word() !== 0;
      case TYPE.int:
        return this.#int();
      case TYPE.float:
        return this.#float();
      case TYPE.text:
        return this.text(this.word());
      case TYPE.bytes:
        return this.#raw(this.word()).slice();
      case TYPE.bools:
        return this.#list(() => this.word() !== 0);
      case TYPE.ints:
        return this.#list(() => this.#int());
      case TYPE.floats:
        return this.#list(() => this.#float());
      case TYPE.texts:
        return this.#list(() => this.text(this.word()));
      default:
        throw unreadable(`has a value of type ${type}`);
    }
  }

  #int(): number {
    return this.#view.getInt32(this.#take(4), true);
  }

  #float(): number {
    return this.#view.getFloat32(this.#take(4), true);
  }

  #raw(length: number): Uint8Array {
    const from = this.#take(length);
    return this.#bytes.subarray(from, from + length);
  }

  #list<Item>(item: () => Item): Item[] {
    const length = this.word();
    // Each item takes at least four bytes: a length beyond that was never written by the module.
    if (length * 4 > this.#bytes.byteLength) throw unreadable('has a list longer than itself');
    return Array.from({ length }, item);
  }

  #take(length: number): number {
    const from = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.byteLength) throw unreadable('ends too early');
    return from;
  }
}

function unreadable(why: string): AppError {
  return new AppError('runtime/failed', `a message of the llama.cpp module ${why}`);
}

function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setInt32(index * 4, value, true));
  return bytes;
}

const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);

function text(value: string): Uint8Array[] {
  const bytes = utf8(value);
  return [words(bytes.byteLength), bytes];
}
