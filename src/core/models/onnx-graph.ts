/**
 * Reads just enough of an ONNX file to answer two questions without a runtime: is the file whole, and which
 * operators does it use. Field numbers: onnx.proto3 (ModelProto.graph = 7, GraphProto.node = 1, NodeProto.op_type = 4,
 * NodeProto.attribute = 5, AttributeProto.g = 6).
 */
import { type MessageField, Malformed, Overrun, messageFields } from './protobuf-wire.ts';

export type OnnxReading =
  | { readonly kind: 'ok'; readonly operators: ReadonlySet<string> }
  /** A length runs past the end: `atLeastBytes` is the smallest size the whole file can have. */
  | { readonly kind: 'truncated'; readonly atLeastBytes: number }
  | { readonly kind: 'not-onnx' };

/** A field that holds text or a message; numbers are stepped over. */
function* lengthDelimited(bytes: Uint8Array, start: number, end: number): Generator<MessageField> {
  for (const field of messageFields(bytes, start, end)) if (field.varint === null) yield field;
}

/** Operator names are ASCII identifiers. */
function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function collectOperators(bytes: Uint8Array, graph: MessageField, into: Set<string>): void {
  for (const node of lengthDelimited(bytes, graph.start, graph.end)) {
    if (node.number !== 1) continue;
    for (const part of lengthDelimited(bytes, node.start, node.end)) {
      if (part.number === 4)
        into.add(ascii(bytes.subarray(part.start, Math.min(part.end, part.start + 200))));
      if (part.number !== 5) continue;
      for (const attribute of lengthDelimited(bytes, part.start, part.end)) {
        if (attribute.number === 6) collectOperators(bytes, attribute, into);
      }
    }
  }
}

export function readOnnx(bytes: Uint8Array): OnnxReading {
  const operators = new Set<string>();
  const graphs: MessageField[] = [];
  try {
    for (const field of lengthDelimited(bytes, 0, bytes.length)) if (field.number === 7) graphs.push(field);
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
