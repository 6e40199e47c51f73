/** A BERT encoder (Devlin et al. 2019) as an ONNX graph, from its weights by their usual names. fp32. */
import { input, model, node, output, tensor, type Attribute } from './onnx-bytes.ts';

export interface BertShape {
  readonly vocabulary: number;
  readonly positions: number;
  readonly width: number;
  readonly inner: number;
  readonly layers: number;
  readonly heads: number;
  readonly epsilon: number;
}

/** Row-major, e.g. "encoder.layer.0.attention.self.query.weight" of [out, in]. */
export type Weights = (name: string) => Float32Array;

export function bertOnnx(shape: BertShape, weights: Weights): Uint8Array {
  const nodes: Uint8Array[] = [];
  const tensors: Uint8Array[] = [];
  let count = 0;
  const op = (
    name: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    as?: string,
  ): string => {
    const result = as ?? `${name}_${count++}`;
    nodes.push(node(name, inputs, result, attributes));
    return result;
  };
  const weight = (name: string, dims: readonly number[]): string => {
    tensors.push(tensor(name, dims, weights(name)));
    return name;
  };
  const ints = (...values: number[]): string => {
    const name = `ints_${count++}`;
    tensors.push(tensor(name, [values.length], BigInt64Array.from(values, BigInt)));
    return name;
  };
  const real = (value: number): string => {
    const name = `real_${count++}`;
    tensors.push(tensor(name, [], Float32Array.of(value)));
    return name;
  };
  const { width, heads } = shape;
  const head = width / heads;
  const linear = (x: string, name: string, from: number, to: number): string => {
    const turned = op('Transpose', [weight(`${name}.weight`, [to, from])], { perm: [1, 0] });
    return op('Add', [op('MatMul', [x, turned]), weight(`${name}.bias`, [to])]);
  };
  const norm = (x: string, name: string, as?: string): string =>
    op(
      'LayerNormalization',
      [x, weight(`${name}.weight`, [width]), weight(`${name}.bias`, [width])],
      { axis: -1, epsilon: { float: shape.epsilon } },
      as,
    );

  const e = 'embeddings.';
  const words = op('Gather', [weight(`${e}word_embeddings.weight`, [shape.vocabulary, width]), 'input_ids']);
  const types = op('Gather', [weight(`${e}token_type_embeddings.weight`, [2, width]), 'token_type_ids']);
  const length = op('Slice', [op('Shape', ['input_ids']), ints(1), ints(2), ints(0)]);
  const positions = op('Slice', [
    weight(`${e}position_embeddings.weight`, [shape.positions, width]),
    ints(0),
    length,
    ints(0),
  ]);
  let x = norm(op('Add', [op('Add', [words, types]), positions]), `${e}LayerNorm`);

  const seen = op('Cast', [op('Unsqueeze', ['attention_mask', ints(1, 2)])], { to: 1 });
  const bias = op('Mul', [op('Sub', [real(1), seen]), real(-1e9)]);
  const toHeads = (y: string): string =>
    op('Transpose', [op('Reshape', [y, ints(0, 0, heads, head)])], { perm: [0, 2, 1, 3] });
  for (let layer = 0; layer < shape.layers; layer += 1) {
    const l = `encoder.layer.${layer}.`;
    const [q, k, v] = ['query', 'key', 'value'].map((part) =>
      toHeads(linear(x, `${l}attention.self.${part}`, width, width)),
    ) as [string, string, string]; // three parts give three names
    const turned = op('Transpose', [k], { perm: [0, 1, 3, 2] });
    const scores = op('Mul', [op('MatMul', [q, turned]), real(head ** -0.5)]);
    const mixed = op('MatMul', [op('Softmax', [op('Add', [scores, bias])], { axis: -1 }), v]);
    const joined = op('Reshape', [op('Transpose', [mixed], { perm: [0, 2, 1, 3] }), ints(0, 0, width)]);
    const attended = linear(joined, `${l}attention.output.dense`, width, width);
    x = norm(op('Add', [x, attended]), `${l}attention.output.LayerNorm`);
    const h = linear(x, `${l}intermediate.dense`, width, shape.inner);
    // gelu: h/2 (1 + erf(h / sqrt 2))
    const erf = op('Add', [op('Erf', [op('Mul', [h, real(Math.SQRT1_2)])]), real(1)]);
    const gelu = op('Mul', [op('Mul', [h, real(0.5)]), erf]);
    const fed = linear(gelu, `${l}output.dense`, shape.inner, width);
    const last = layer === shape.layers - 1 ? 'last_hidden_state' : undefined;
    x = norm(op('Add', [x, fed]), `${l}output.LayerNorm`, last);
  }

  const dims = ['batch_size', 'sequence_length'];
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'].map((name) => input(name, 'int64', dims));
  return model('bert', [
    ...nodes,
    ...tensors,
    ...inputs,
    output('last_hidden_state', 'float', [...dims, width]),
  ]);
}
