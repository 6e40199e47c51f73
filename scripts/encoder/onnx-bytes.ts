/** Writes the parts of ONNX's protobuf that a model graph needs (onnx.proto3, IR version 8). */

const VARINT = 0;
const BYTES = 2;
const FLOAT32 = 5;

function varint(value: number | bigint): number[] {
  const out: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    out.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return out;
}

const tag = (field: number, wire: number): number[] => varint((field << 3) | wire);

export const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const number = (field: number, value: number | bigint): Uint8Array =>
  Uint8Array.from([...tag(field, VARINT), ...varint(value)]);
const bytes = (field: number, value: Uint8Array): Uint8Array =>
  concat([Uint8Array.from([...tag(field, BYTES), ...varint(value.length)]), value]);
const text = (field: number, value: string): Uint8Array => bytes(field, new TextEncoder().encode(value));
const float = (field: number, value: number): Uint8Array =>
  concat([Uint8Array.from(tag(field, FLOAT32)), new Uint8Array(Float32Array.of(value).buffer)]);

export type Attribute = number | { readonly float: number } | readonly number[];

function attribute(name: string, value: Attribute): Uint8Array {
  const kinds = { float: 1, int: 2, ints: 7 };
  const body =
    typeof value === 'number'
      ? [number(3, value), number(20, kinds.int)]
      : 'float' in value
        ? [float(2, value.float), number(20, kinds.float)]
        : [...value.map((item) => number(8, item)), number(20, kinds.ints)];
  return bytes(5, concat([text(1, name), ...body]));
}

export function node(
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, Attribute>> = {},
): Uint8Array {
  const parts = [
    ...inputs.map((input) => text(1, input)),
    text(2, output),
    text(3, output),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  ];
  return bytes(1, concat(parts));
}

/** A weight, kept as it is in memory (little-endian). */
export function tensor(
  name: string,
  dims: readonly number[],
  data: Float32Array | BigInt64Array,
): Uint8Array {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const type = data instanceof Float32Array ? 1 : 7;
  return bytes(
    5,
    concat([...dims.map((dim) => number(1, dim)), number(2, type), text(8, name), bytes(9, raw)]),
  );
}

export type ValueType = 'float' | 'int64';

function value(field: number, name: string, type: ValueType, dims: readonly (string | number)[]): Uint8Array {
  const shape = dims.map((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : text(2, dim)));
  const tensorType = concat([number(1, type === 'float' ? 1 : 7), bytes(2, concat(shape))]);
  return bytes(field, concat([text(1, name), bytes(2, bytes(1, tensorType))]));
}

export const input = (name: string, type: ValueType, dims: readonly (string | number)[]): Uint8Array =>
  value(11, name, type, dims);
export const output = (name: string, type: ValueType, dims: readonly (string | number)[]): Uint8Array =>
  value(12, name, type, dims);

const IR_VERSION = 8;
const OPSET = 17;

export function model(graphName: string, parts: readonly Uint8Array[]): Uint8Array {
  const opset = concat([text(1, ''), number(2, OPSET)]);
  return concat([
    number(1, IR_VERSION),
    text(2, 'bedside'),
    bytes(7, concat([...parts, text(2, graphName)])),
    bytes(8, opset),
  ]);
}
