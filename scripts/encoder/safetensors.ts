/** Weights of a safetensors file, half precision widened to single. */
import * as v from 'valibot';

const EntrySchema = v.object({
  dtype: v.string(),
  shape: v.array(v.number()),
  data_offsets: v.tuple([v.number(), v.number()]),
});

export function readSafetensors(bytesOfFile: Uint8Array): (name: string) => Float32Array {
  // A Buffer's slice would be a view of the whole file, not a copy.
  const file = new Uint8Array(bytesOfFile.buffer, bytesOfFile.byteOffset, bytesOfFile.byteLength);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + headerBytes))) as Record<
    string,
    unknown
  >;
  const start = 8 + headerBytes;
  return (name) => {
    const { dtype, data_offsets } = v.parse(EntrySchema, header[name]);
    const [from, to] = data_offsets;
    const bytes = file.slice(start + from, start + to);
    if (dtype === 'F32') return new Float32Array(bytes.buffer);
    if (dtype === 'F16') return widened(new Uint16Array(bytes.buffer));
    throw new Error(`${name} is ${dtype}: only F16 and F32 are read`);
  };
}

/** There are only so many halves: a table is faster than arithmetic for each of millions. */
function widened(halves: Uint16Array): Float32Array {
  table ??= Float32Array.from({ length: 0x10000 }, (_, bits) => halfToFloat(bits));
  const out = new Float32Array(halves.length);
  for (let at = 0; at < halves.length; at += 1) out[at] = table[halves[at] ?? 0] ?? 0;
  return out;
}

let table: Float32Array | null = null;

/** IEEE 754 binary16. */
export function halfToFloat(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
