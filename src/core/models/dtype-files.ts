/** How a weight format is written in file names: onnx/model<suffix>.onnx (the transformers.js convention). */
const DTYPE_SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['fp32', ''],
  ['fp16', '_fp16'],
  ['q8', '_quantized'],
  ['int8', '_int8'],
  ['uint8', '_uint8'],
  ['q4', '_q4'],
  ['q4f16', '_q4f16'],
  ['bnb4', '_bnb4'],
  ['q2', '_q2'],
  ['q2f16', '_q2f16'],
  ['q1', '_q1'],
  ['q1f16', '_q1f16'],
]);

export const DTYPES: readonly string[] = [...DTYPE_SUFFIXES.keys()];

/** The graph file of a dtype, relative to the model folder; null when the dtype is unknown. */
export function onnxFileOf(dtype: string): string | null {
  const suffix = DTYPE_SUFFIXES.get(dtype);
  return suffix === undefined ? null : `onnx/model${suffix}.onnx`;
}

/** The dtype that a graph file holds; null for any other file. */
export function dtypeOfOnnxFile(path: string): string | null {
  const match = /^onnx\/model(_[a-z0-9]+)?\.onnx$/.exec(path);
  if (match === null) return null;
  const suffix = match[1] ?? '';
  return DTYPES.find((dtype) => DTYPE_SUFFIXES.get(dtype) === suffix) ?? null;
}

/**
 * Number formats of models compiled for WebLLM, as their names end: weight bits, type of the arithmetic, layout. They
 * have no ONNX file.
 */
export const WEB_LLM_DTYPES: readonly string[] = [
  'q0f16',
  'q0f32',
  'q3f16_1',
  'q4f16_0',
  'q4f16_1',
  'q4f32_0',
  'q4f32_1',
];

/** True when the arithmetic needs the shader-f16 feature on WebGPU. */
export function needsShaderF16(dtype: string): boolean {
  return dtype === 'fp16' || /^q\d+f16(_\d+)?$/.test(dtype);
}

/** Bits of a weight with the scales of its block, for a first guess when no file size is known. */
const BITS: readonly (readonly [RegExp, number])[] = [
  [/^(fp32|F32|q0f32)$/u, 32],
  [/^(fp16|F16|BF16|q0f16)$/u, 16],
  [/^(q8|int8|uint8|Q8_0)$/u, 8.5],
  [/^(q4|q4f16|q4f32|bnb4|Q4|IQ4)/u, 5],
  [/^(q3|Q3|IQ3)/u, 4],
  [/^(q2|Q2|IQ2|TQ2)/u, 3],
  [/^(q1|IQ1|TQ1)/u, 2],
  [/^Q5/u, 6],
  [/^Q6/u, 7],
];

/** Null for a format that is not known. */
export function bitsOfWeight(dtype: string): number | null {
  return BITS.find(([pattern]) => pattern.test(dtype))?.[1] ?? null;
}
