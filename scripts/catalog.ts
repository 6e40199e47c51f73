/**
 * Writes public/models/catalog.json from the model files themselves. Run again whenever weights change:
 *   npx tsx scripts/catalog.ts          writes it
 *   npx tsx scripts/catalog.ts --check  exits 1 when it does not match the files
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256Hex } from '../src/core/digest.ts';
import {
  readCatalog,
  type Catalog,
  type CatalogModel,
  type CatalogVariant,
} from '../src/core/models/catalog.ts';
import { DTYPES, onnxFileOf } from '../src/core/models/dtype-files.ts';
import { readOnnx, scalesActivationsPerTensor } from '../src/core/models/onnx-graph.ts';

const MODELS = fileURLToPath(new URL('../public/models/', import.meta.url));
const CATALOG = `${MODELS}catalog.json`;
const SHARED_FILES = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'generation_config.json',
  'chat_template.jinja',
];
const NOTICE = 'Demonstration model, trained on generated text to show this tool. Not for care.';

type Described = Omit<CatalogModel, 'variants' | 'contextTokens' | 'cardUrl'>;

const DESCRIBED: readonly Described[] = [
  {
    id: 'demo-tuned',
    title: 'Demo model, tuned',
    description:
      'A very small model (4.6 million parameters) trained from scratch on generated visits, notes and questions. It writes notes in its generator’s style and fails outside it.',
    notice: NOTICE,
    licence: 'Apache-2.0',
    parameters: 4_560_000,
    runtimeId: 'transformers-js',
    defaults: { generate: 'int8', logprobs: 'q8' },
  },
  {
    id: 'demo-base',
    title: 'Demo model, base',
    description:
      'The same model before it was tuned: it has read visits and notes as plain language and learned to copy, but never saw a visit with its note. Compared with the tuned one it shows what tuning changed, and what a weak score looks like here.',
    notice: NOTICE,
    licence: 'Apache-2.0',
    parameters: 4_560_000,
    runtimeId: 'transformers-js',
    defaults: { generate: 'int8', logprobs: 'q8' },
  },
];

function describeFile(folder: string, path: string): CatalogVariant['files'][number] {
  const bytes = readFileSync(`${folder}${path}`);
  return { path, bytes: bytes.byteLength, sha256: sha256Hex(bytes) };
}

function describeVariant(folder: string, dtype: string, onnxPath: string): CatalogVariant {
  const reading = readOnnx(readFileSync(`${folder}${onnxPath}`));
  if (reading.kind !== 'ok') throw new Error(`${folder}${onnxPath}: ${reading.kind}`);
  const dataFiles = readdirSync(`${folder}onnx`)
    .map((name) => `onnx/${name}`)
    .filter((path) => path.startsWith(`${onnxPath}_data`))
    .sort();
  const paths = [...SHARED_FILES.filter((path) => existsSync(`${folder}${path}`)), onnxPath, ...dataFiles];
  const files = paths.map((path) => describeFile(folder, path));
  return {
    dtype,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    logprobs: !scalesActivationsPerTensor(reading.operators),
    files,
  };
}

function contextTokens(folder: string): number | null {
  const config: unknown = JSON.parse(readFileSync(`${folder}config.json`, 'utf8'));
  if (typeof config !== 'object' || config === null || !('max_position_embeddings' in config)) return null;
  return typeof config.max_position_embeddings === 'number' ? config.max_position_embeddings : null;
}

function describeModel(model: Described): CatalogModel {
  const folder = `${MODELS}${model.id}/`;
  const variants = DTYPES.flatMap((dtype) => {
    const onnxPath = onnxFileOf(dtype);
    return onnxPath !== null && existsSync(`${folder}${onnxPath}`)
      ? [describeVariant(folder, dtype, onnxPath)]
      : [];
  });
  const card = 'README.md';
  return {
    ...model,
    contextTokens: contextTokens(folder),
    variants,
    cardUrl: existsSync(`${folder}${card}`) ? `models/${model.id}/${card}` : null,
  };
}

const catalog: Catalog = readCatalog({ schemaVersion: 1, models: DESCRIBED.map(describeModel) });
const text = `${JSON.stringify(catalog, null, 2)}\n`;
if (process.argv.includes('--check')) {
  if (!existsSync(CATALOG) || readFileSync(CATALOG, 'utf8') !== text) {
    process.stderr.write(
      'public/models/catalog.json does not match the model files: run npx tsx scripts/catalog.ts\n',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(CATALOG, text);
  process.stderr.write(`wrote ${catalog.models.length} models to public/models/catalog.json\n`);
}
