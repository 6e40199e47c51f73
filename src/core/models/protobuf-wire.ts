/** Protobuf's wire format, as far as ONNX files need it: https://protobuf.dev/programming-guides/encoding */

export interface MessageField {
  readonly number: number;
  /** Of a number; null where bytes of the given length stand. */
  readonly varint: number | null;
  readonly start: number;
  readonly end: number;
}

/** A field would end after its message does. */
export class Overrun extends Error {
  readonly end: number;
  constructor(end: number) {
    super('overrun');
    this.end = end;
  }
}
export class Malformed extends Error {}

export function readVarint(bytes: Uint8Array, at: number, end: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let i = at; i < at + 10; i++) {
    if (i >= end) throw new Overrun(end + 1);
    const byte = bytes[i] ?? 0;
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 0x80) return { value, next: i + 1 };
  }
  throw new Malformed();
}

/** The fields of one message: numbers and length-delimited ones; those of fixed width are stepped over. */
export function* messageFields(bytes: Uint8Array, start: number, end: number): Generator<MessageField> {
  let at = start;
  while (at < end) {
    const tag = readVarint(bytes, at, end);
    const wireType = tag.value % 8;
    const number = Math.floor(tag.value / 8);
    if (number === 0) throw new Malformed();
    at = tag.next;
    if (wireType === 0) {
      const { value, next } = readVarint(bytes, at, end);
      yield { number, varint: value, start: at, end: next };
      at = next;
    } else if (wireType === 1) at += 8;
    else if (wireType === 5) at += 4;
    else if (wireType === 2) {
      const length = readVarint(bytes, at, end);
      at = length.next + length.value;
      if (at <= end) yield { number, varint: null, start: length.next, end: at };
    } else throw new Malformed();
    if (at > end) throw new Overrun(at);
  }
}
