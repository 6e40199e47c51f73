/**
 * One weight of an ONNX file by its shape. Field numbers: onnx.proto3 (ModelProto.graph = 7, GraphProto.initializer = 5,
 * TensorProto.dims = 1, data_type = 2, raw_data = 9).
 */
import { type MessageField, messageFields, readVarint } from '../../src/core/models/protobuf-wire.ts';

const FLOAT = 1;

/** The first weight in single precision with these dimensions, row-major. */
export function initializerOf(onnx: Uint8Array, dims: readonly number[]): Float32Array {
  for (const graph of messageFields(onnx, 0, onnx.length)) {
    if (graph.number !== 7) continue;
    for (const tensor of messageFields(onnx, graph.start, graph.end)) {
      if (tensor.number !== 5) continue;
      const parts = [...messageFields(onnx, tensor.start, tensor.end)];
      const shape = parts.flatMap((part) => (part.number === 1 ? numbersOf(onnx, part) : []));
      const type = parts.find(({ number }) => number === 2)?.varint;
      const raw = parts.find(({ number }) => number === 9);
      if (type === FLOAT && raw !== undefined && shape.join() === dims.join())
        return new Float32Array(new Uint8Array(onnx.subarray(raw.start, raw.end)).buffer);
    }
  }
  throw new Error(`the file has no weight of ${dims.join(' x ')}`);
}

/** Repeated numbers may stand together in one field. */
function numbersOf(onnx: Uint8Array, { varint, start, end }: MessageField): number[] {
  if (varint !== null) return [varint];
  const found: number[] = [];
  for (let at = start; at < end;) {
    const { value, next } = readVarint(onnx, at, end);
    found.push(value);
    at = next;
  }
  return found;
}
