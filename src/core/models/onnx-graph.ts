/**
 * Reads just enough of an ONNX file to answer two questions without a runtime: is the file whole, and which
 * operators does it use. Protobuf wire format: https://protobuf.dev/programming-guides/encoding ; field
 * numbers: onnx.proto3 (ModelProto.graph = 7, GraphProto.node = 1, NodeProto.op_type = 4,
 * NodeProto.attribute = 5, AttributeProto.g = 6).
 */

export type OnnxReading =
  | { readonly kind: 'ok'; readonly operators: ReadonlySet<string> }
  /** A length runs past the end: `atLeastBytes` is the smallest size the whole file can have. */
  | { readonly kind: 'truncated'; readonly atLeastBytes: number }
  | { readonly kind: 'not-onnx' };

interface Field {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** A field would end after its message does. */
class Overrun extends Error {
  readonly end: number;
  constructor(end: number) {
    super('overrun');
    this.end = end;
  }
}
class Malformed extends Error {}

function readVarint(bytes: Uint8Array, at: number, end: number): { value: number; next: number } {
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

/** The fields of one message; only length-delimited ones are yielded, the others are stepped over. */
function* fields(bytes: Uint8Array, start: number, end: number): Generator<Field> {
  let at = start;
  while (at < end) {
    const tag = readVarint(bytes, at, end);
    const wireType = tag.value % 8;
    const number = Math.floor(tag.value / 8);
    if (number === 0) throw new Malformed();
    at = tag.next;
    if (wireType === 0) at = readVarint(bytes, at, end).next;
    else if (wireType === 1) at += 8;
    else if (wireType === 5) at += 4;
    else if (wireType === 2) {
      const length = readVarint(bytes, at, end);
      at = length.next + length.value;
      if (at <= end) yield { number, start: length.next, end: at };
    } else throw new Malformed();
    if (at > end) throw new Overrun(at);
  }
}

/** Operator names are ASCII identifiers. */
function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function collectOperators(bytes: Uint8Array, graph: Field, into: Set<string>): void {
  for (const node of fields(bytes, graph.start, graph.end)) {
    if (node.number !== 1) continue;
    for (const part of fields(bytes, node.start, node.end)) {
      if (part.number === 4)
        into.add(ascii(bytes.subarray(part.start, Math.min(part.end, part.start + 200))));
      if (part.number !== 5) continue;
      for (const attribute of fields(bytes, part.start, part.end)) {
        if (attribute.number === 6) collectOperators(bytes, attribute, into);
      }
    }
  }
}

export function readOnnx(bytes: Uint8Array): OnnxReading {
  const operators = new Set<string>();
  const graphs: Field[] = [];
  try {
    for (const field of fields(bytes, 0, bytes.length)) if (field.number === 7) graphs.push(field);
  } catch (thrown) {
    // The outermost message ends where the file ends: running past it means that the rest is missing.
    if (thrown instanceof Overrun) return { kind: 'truncated', atLeastBytes: thrown.end };
    if (thrown instanceof Malformed) return { kind: 'not-onnx' };
    throw thrown;
  }
  try {
    for (const graph of graphs) collectOperators(bytes, graph, operators);
  } catch (thrown) {
    if (thrown instanceof Overrun || thrown instanceof Malformed) return { kind: 'not-onnx' };
    throw thrown;
  }
  return operators.size > 0 ? { kind: 'ok', operators } : { kind: 'not-onnx' };
}

/**
 * True when the graph scales activations over the whole tensor (dynamic quantisation, as "int8" and most
 * public "_quantized" files do). A token's result then depends on which other tokens are in the same pass,
 * so a cached prefix and a full pass differ (up to 0.57 nats were seen) and log-probabilities are not exact.
 */
export function scalesActivationsPerTensor(operators: ReadonlySet<string>): boolean {
  return ['DynamicQuantizeLinear', 'DynamicQuantizeMatMul', 'MatMulInteger', 'DynamicQuantizeLSTM'].some(
    (name) => operators.has(name),
  );
}
