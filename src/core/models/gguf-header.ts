/**
 * Reads the head of a GGUF file: what the model is, and how long the file must be. Layout: GGUF specification
 * (ggml/docs/gguf.md), versions 2 and 3, little endian.
 */
import { tensorBytes } from './gguf-types.ts';

/** What the entries at the start of a file say of the model. */
export interface GgufFacts {
  readonly architecture: string | null;
  readonly name: string | null;
  readonly licence: string | null;
  readonly fileType: number | null;
  readonly contextTokens: number | null;
  readonly layers: number | null;
  readonly embedding: number | null;
  readonly heads: number | null;
  /** One number for all layers, or one for each. */
  readonly kvHeads: number | readonly number[] | null;
  readonly headSize: number | null;
  readonly valueSize: number | null;
  readonly vocabulary: number | null;
}

export interface GgufHeader extends GgufFacts {
  readonly parameters: number;
  /** Where the last tensor that can be measured ends; the whole file is at least this long. */
  readonly atLeastBytes: number;
}

export type GgufReading =
  | { readonly kind: 'ok'; readonly header: GgufHeader }
  /** The head is longer than what was given. */
  | { readonly kind: 'more' }
  | { readonly kind: 'not-gguf' };

const MAGIC = 0x46554747; // "GGUF"
const ARRAY = 9;
const STRING = 8;
/** Bytes of the scalar value types; strings (8) and arrays (9) have their own form. */
const SCALAR_BYTES: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const MAX_COUNT = 10_000_000;
const MOST_LAYERS = 1_000;

class NeedsMore extends Error {}
class Malformed extends Error {}

type Value = string | number | { readonly items: number; readonly numbers: readonly number[] } | null;

class Cursor {
  at = 0;
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  take(count: number): number {
    const from = this.at;
    if (from + count > this.#view.byteLength) throw new NeedsMore();
    this.at = from + count;
    return from;
  }
  u32(): number {
    return this.#view.getUint32(this.take(4), true);
  }
  /** Counts and lengths; nothing that can be true is beyond 2^53. */
  u64(): number {
    return Number(this.#view.getBigUint64(this.take(8), true));
  }
  count(): number {
    const count = this.u64();
    if (count > MAX_COUNT) throw new Malformed();
    return count;
  }
  text(): string {
    const length = this.count();
    const from = this.take(length);
    return fromUtf8(this.#bytes.subarray(from, from + Math.min(length, 400)));
  }
  skipText(): void {
    this.take(this.count());
  }
  scalar(type: number): number {
    const bytes = SCALAR_BYTES[type];
    if (bytes === undefined) throw new Malformed();
    const at = this.take(bytes);
    switch (type) {
      case 0:
      case 7:
        return this.#view.getUint8(at);
      case 1:
        return this.#view.getInt8(at);
      case 2:
        return this.#view.getUint16(at, true);
      case 3:
        return this.#view.getInt16(at, true);
      case 4:
        return this.#view.getUint32(at, true);
      case 5:
        return this.#view.getInt32(at, true);
      case 6:
        return this.#view.getFloat32(at, true);
      case 10:
        return Number(this.#view.getBigUint64(at, true));
      case 11:
        return Number(this.#view.getBigInt64(at, true));
      default:
        return this.#view.getFloat64(at, true);
    }
  }
}

/** Names in these files are ASCII; anything else is kept as a replacement, it is only shown. */
function fromUtf8(bytes: Uint8Array): string {
  return String.fromCharCode(...[...bytes].map((byte) => (byte < 128 ? byte : 0xfffd)));
}

/** `tell` hears how many items an array has before they are read: a cut-off file still says it. */
function readValue(cursor: Cursor, type: number, tell: (value: Value) => void): void {
  if (type === STRING) return tell(cursor.text());
  if (type !== ARRAY) return tell(cursor.scalar(type));
  const itemType = cursor.u32();
  const items = cursor.count();
  const numbers: number[] = [];
  tell({ items, numbers });
  if (itemType === STRING) for (let i = 0; i < items; i++) cursor.skipText();
  else if (itemType === ARRAY) throw new Malformed();
  else {
    const bytes = SCALAR_BYTES[itemType];
    if (bytes === undefined) throw new Malformed();
    // Short ones say something of each layer; long ones belong to the tokenizer.
    if (items <= MOST_LAYERS) for (let i = 0; i < items; i++) numbers.push(cursor.scalar(itemType));
    else cursor.take(bytes * items);
  }
}

export function readGguf(bytes: Uint8Array): GgufReading {
  try {
    return { kind: 'ok', header: readHeader(new Cursor(bytes)) };
  } catch (thrown) {
    if (thrown instanceof NeedsMore) return { kind: 'more' };
    if (thrown instanceof Malformed) return { kind: 'not-gguf' };
    throw thrown;
  }
}

/** Of the first part of a file: as many of its entries as are whole; null when it is no GGUF file. */
export function readGgufFacts(bytes: Uint8Array): GgufFacts | null {
  const meta = new Map<string, Value>();
  try {
    const cursor = new Cursor(bytes);
    readMeta(cursor, readCounts(cursor).keys, meta);
  } catch (thrown) {
    if (thrown instanceof Malformed) return null;
    if (!(thrown instanceof NeedsMore)) throw thrown;
  }
  return factsOf(meta);
}

function readCounts(cursor: Cursor): { readonly tensors: number; readonly keys: number } {
  if (cursor.u32() !== MAGIC) throw new Malformed();
  const version = cursor.u32();
  if (version !== 2 && version !== 3) throw new Malformed();
  return { tensors: cursor.count(), keys: cursor.count() };
}

function readMeta(cursor: Cursor, keys: number, meta: Map<string, Value>): void {
  for (let i = 0; i < keys; i++) {
    const key = cursor.text();
    readValue(cursor, cursor.u32(), (value) => meta.set(key, value));
  }
}

function readHeader(cursor: Cursor): GgufHeader {
  const { tensors, keys } = readCounts(cursor);
  const meta = new Map<string, Value>();
  readMeta(cursor, keys, meta);
  let parameters = 0;
  let dataBytes = 0;
  for (let i = 0; i < tensors; i++) {
    cursor.skipText();
    const dimensions = cursor.u32();
    if (dimensions > 8) throw new Malformed();
    let numbers = 1;
    for (let d = 0; d < dimensions; d++) numbers *= cursor.u64();
    const type = cursor.u32();
    const offset = cursor.u64();
    parameters += numbers;
    dataBytes = Math.max(dataBytes, offset + (tensorBytes(type, numbers) ?? 0));
  }
  const alignment = numberOf(meta.get('general.alignment')) ?? 32;
  const dataStart = Math.ceil(cursor.at / alignment) * alignment;
  return { ...factsOf(meta), parameters, atLeastBytes: dataStart + dataBytes };
}

function factsOf(meta: ReadonlyMap<string, Value>): GgufFacts {
  const architecture = textOf(meta.get('general.architecture'));
  const entry = (key: string) => meta.get(`${architecture ?? ''}.${key}`);
  const own = (key: string) => numberOf(entry(key));
  const heads = own('attention.head_count');
  const embedding = own('embedding_length');
  const headSize =
    own('attention.key_length') ?? (heads === null || embedding === null ? null : embedding / heads);
  return {
    architecture,
    name: textOf(meta.get('general.name')),
    licence: textOf(meta.get('general.license')),
    fileType: numberOf(meta.get('general.file_type')),
    contextTokens: own('context_length'),
    layers: own('block_count'),
    embedding,
    heads,
    kvHeads: numbersOf(entry('attention.head_count_kv')) ?? own('attention.head_count_kv') ?? heads,
    headSize,
    valueSize: own('attention.value_length') ?? headSize,
    vocabulary: own('vocab_size') ?? itemsOf(meta.get('tokenizer.ggml.tokens')),
  };
}

const textOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
const itemsOf = (value: Value | undefined): number | null =>
  typeof value === 'object' && value !== null ? value.items : null;
const numbersOf = (value: Value | undefined): readonly number[] | null =>
  typeof value === 'object' && value !== null && value.numbers.length > 0 ? value.numbers : null;
