/** Small GGUF files for tests, written by the specification and not by the reader under test. */
const utf8 = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

function little(value: number, bytes: number): number[] {
  const out: number[] = [];
  let rest = value;
  for (let i = 0; i < bytes; i++) {
    out.push(rest % 256);
    rest = Math.floor(rest / 256);
  }
  return out;
}
const text = (value: string): number[] => [...little(value.length, 8), ...utf8(value)];

export interface GgufParts {
  readonly meta: Readonly<Record<string, string | number | readonly string[] | readonly number[]>>;
  readonly tensors: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    /** ggml_type */
    readonly type: number;
    readonly offset: number;
  }[];
  /** Bytes behind the head. */
  readonly dataBytes: number;
}

export function ggufBytes({ meta, tensors, dataBytes }: GgufParts): Uint8Array<ArrayBuffer> {
  const head = [
    ...utf8('GGUF'),
    ...little(3, 4),
    ...little(tensors.length, 8),
    ...little(Object.keys(meta).length, 8),
  ];
  for (const [key, value] of Object.entries(meta)) {
    head.push(...text(key));
    if (typeof value === 'string') head.push(...little(8, 4), ...text(value));
    else if (typeof value === 'number') head.push(...little(4, 4), ...little(value, 4));
    else if (value.every((item) => typeof item === 'number'))
      head.push(
        ...little(9, 4),
        ...little(4, 4),
        ...little(value.length, 8),
        ...value.flatMap((item) => little(item, 4)),
      );
    else
      head.push(
        ...little(9, 4),
        ...little(8, 4),
        ...little(value.length, 8),
        ...value.flatMap((item) => text(String(item))),
      );
  }
  for (const { name, shape, type, offset } of tensors) {
    head.push(...text(name), ...little(shape.length, 4), ...shape.flatMap((size) => little(size, 8)));
    head.push(...little(type, 4), ...little(offset, 8));
  }
  const start = Math.ceil(head.length / 32) * 32;
  const bytes = new Uint8Array(start + dataBytes);
  bytes.set(head);
  return bytes;
}

/** A llama of two layers with one tensor of eight-bit weights. */
export function tinyGguf(dataBytes = 34 * 64, meta: GgufParts['meta'] = {}): Uint8Array<ArrayBuffer> {
  return ggufBytes({
    meta: {
      'general.architecture': 'llama',
      'general.name': 'tiny',
      'general.license': 'apache-2.0',
      'general.file_type': 7,
      'llama.context_length': 2048,
      'llama.block_count': 2,
      'llama.embedding_length': 64,
      'llama.attention.head_count': 8,
      'llama.attention.head_count_kv': 2,
      'tokenizer.ggml.tokens': ['a', 'b', 'c'],
      ...meta,
    },
    tensors: [{ name: 'token_embd.weight', shape: [64, 32], type: 8, offset: 0 }],
    dataBytes,
  });
}
