/**
 * One weight of an ONNX file by its shape. Protobuf wire format: https://protobuf.dev/programming-guides/encoding ; field
 * numbers: onnx.proto3 (ModelProto.graph = 7, GraphProto.initializer = 5, TensorProto.dims = 1, data_type = 2,
 * raw_data = 9).
 */
interface Field {
  readonly number: number;
  /** Of a varint. */
  readonly value: number;
  /** Of a length-delimited field. */
  readonly bytes: Uint8Array;
}

const NONE = new Uint8Array();
const FLOAT = 1;

function* fields(bytes: Uint8Array): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    for (let value = 0, scale = 1; ; scale *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        yield { number, value: varint(), bytes: NONE };
        break;
      case 2: {
        const length = varint();
        yield { number, value: 0, bytes: bytes.subarray(at, at + length) };
        at += length;
        break;
      }
      case 1:
        at += 8;
        break;
      case 5:
        at += 4;
        break;
      default:
        throw new Error('not an ONNX file');
    }
  }
}

/** The first weight in single precision with these dimensions, row-major. */
export function initializerOf(onnx: Uint8Array, dims: readonly number[]): Float32Array {
  for (const graph of fields(onnx)) {
    if (graph.number !== 7) continue;
    for (const tensor of fields(graph.bytes)) {
      if (tensor.number !== 5) continue;
      const parts = [...fields(tensor.bytes)];
      const shape = parts.flatMap(({ number, value, bytes }) =>
        number !== 1 ? [] : bytes.length === 0 ? [value] : [...packed(bytes)],
      );
      const type = parts.find(({ number }) => number === 2)?.value;
      const raw = parts.find(({ number }) => number === 9)?.bytes;
      if (type === FLOAT && raw !== undefined && shape.join() === dims.join())
        return new Float32Array(new Uint8Array(raw).buffer);
    }
  }
  throw new Error(`the file has no weight of ${dims.join(' x ')}`);
}

/** Repeated numbers may stand together in one field. */
function* packed(bytes: Uint8Array): Generator<number> {
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 0x80) {
      yield value;
      [value, scale] = [0, 1];
    }
  }
}
