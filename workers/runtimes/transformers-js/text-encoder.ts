/** A text encoder (BERT and its kin) on WASM: token embeddings of its last layer, for texts of any length. */
import {
  AutoModel,
  AutoTokenizer,
  Tensor,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@huggingface/transformers';
import * as v from 'valibot';
import { AppError } from '../../../src/core/errors.ts';
import { modelSha256 } from '../../../src/core/models/model-sha256.ts';
import type { EmbeddedTokens } from '../../../src/core/scorers/bertscore/greedy-match.ts';
import { usableThreads } from '../../device-probe.ts';
import type { TokenEncoder } from '../../encoder-api.ts';
import type { LoadProgress, LoadRequest } from '../../protocol.ts';
import { configureEnvironment, IN_MEMORY_MODEL_ID, serveFiles } from './environment.ts';
import { fileSourceOf } from './file-source.ts';
import { readModelFiles, type ModelFiles } from './model-files.ts';
import { disposeTensors } from './open-model.ts';
import { readOrtFiles } from './ort-files.ts';
import { textPieces, tokenWindows } from './token-windows.ts';

/** Encoders of the BERT kind learned no more positions; a larger window costs its square. */
const MAX_WINDOW = 512;
/** Beyond this a text is not scored: one pair would take minutes. */
const MAX_TOKENS = 8_192;

const EncoderConfigSchema = v.looseObject({
  num_hidden_layers: v.optional(v.pipe(v.number(), v.integer())),
  n_layers: v.optional(v.pipe(v.number(), v.integer())),
  max_position_embeddings: v.optional(v.number()),
});

export async function openTextEncoder(
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
): Promise<TokenEncoder> {
  const { signal } = new AbortController();
  const source = fileSourceOf(request.location, self.location.href);
  const [files, ortFiles] = await Promise.all([
    readModelFiles(source, request, onProgress, signal),
    readOrtFiles('wasm', signal),
  ]);
  configureEnvironment(usableThreads(request.threads), ortFiles);
  onProgress({ phase: 'starting', loadedBytes: 0, totalBytes: null, file: null });
  const { tokenizer, model } = await startSession(files, request.dtype);
  const config = v.parse(EncoderConfigSchema, files.config);
  const around = specialTokens(tokenizer);
  const windowTokens = Math.min(MAX_WINDOW, config.max_position_embeddings ?? MAX_WINDOW);
  const inside = windowTokens - around.before.length - around.after.length;
  return {
    identity: {
      name: request.modelId,
      dtype: request.dtype,
      layer: config.num_hidden_layers ?? config.n_layers ?? 0,
      sha256: modelSha256(files.listed),
      windowTokens,
    },
    encode: async (text) => {
      const pieces = textPieces(text).map((piece) => idsOf(tokenizer, piece, false));
      const windows = tokenWindows(pieces, inside);
      if (windows.reduce((sum, window) => sum + window.length, 0) > MAX_TOKENS) return null;
      const parts: EmbeddedWindow[] = [];
      for (const window of windows) parts.push(await encodeWindow(model, around, window));
      return joined(parts);
    },
  };
}

async function startSession(files: ModelFiles, dtype: string) {
  serveFiles(files.memory);
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(IN_MEMORY_MODEL_ID);
    const model = await AutoModel.from_pretrained(IN_MEMORY_MODEL_ID, {
      dtype: dtype as 'fp32',
      device: 'wasm',
      use_external_data_format: files.externalDataChunks,
    });
    return { tokenizer, model };
  } finally {
    serveFiles(null);
  }
}

interface SpecialTokens {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What the tokenizer puts around a text: [CLS] and [SEP] for BERT. */
function specialTokens(tokenizer: PreTrainedTokenizer): SpecialTokens {
  const bare = idsOf(tokenizer, 'a', false);
  const whole = idsOf(tokenizer, 'a', true);
  const at = whole.findIndex((_, index) => bare.every((id, offset) => whole[index + offset] === id));
  if (at < 0 || bare.length === 0) return { before: [], after: [] };
  return { before: whole.slice(0, at), after: whole.slice(at + bare.length) };
}

function idsOf(tokenizer: PreTrainedTokenizer, text: string, special: boolean): number[] {
  return tokenizer.encode(text, { add_special_tokens: special });
}

interface EmbeddedWindow {
  readonly ids: readonly number[];
  readonly content: readonly number[];
  readonly vectors: Float32Array;
  readonly dimensions: number;
}

async function encodeWindow(
  model: PreTrainedModel,
  { before, after }: SpecialTokens,
  window: readonly number[],
): Promise<EmbeddedWindow> {
  const ids = [...before, ...window, ...after];
  const content = [...before.map(() => 0), ...window.map(() => 1), ...after.map(() => 0)];
  const shape = [1, ids.length];
  const outputs: unknown = await model.forward({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
  });
  try {
    const hidden = lastHiddenState(outputs);
    const dimensions = hidden.dims.at(-1) ?? 0;
    if (hidden.dims.length !== 3 || hidden.dims[1] !== ids.length) throw notAnEncoder();
    return { ids, content, vectors: Float32Array.from(hidden.data as Float32Array), dimensions };
  } finally {
    disposeTensors(outputs);
  }
}

function lastHiddenState(outputs: unknown): Tensor {
  if (typeof outputs === 'object' && outputs !== null) {
    const named = 'last_hidden_state' in outputs ? outputs.last_hidden_state : undefined;
    const embeddings = 'token_embeddings' in outputs ? outputs.token_embeddings : undefined;
    for (const candidate of [named, embeddings]) if (candidate instanceof Tensor) return candidate;
  }
  throw notAnEncoder();
}

function notAnEncoder(): AppError {
  return new AppError(
    'model/unsupported',
    'this model gives no token embeddings: choose a feature-extraction model',
  );
}

function joined(parts: readonly EmbeddedWindow[]): EmbeddedTokens {
  const dimensions = parts[0]?.dimensions ?? 0;
  const vectors = new Float32Array(parts.reduce((sum, part) => sum + part.vectors.length, 0));
  let at = 0;
  for (const part of parts) {
    vectors.set(part.vectors, at);
    at += part.vectors.length;
  }
  return {
    ids: parts.flatMap((part) => part.ids),
    content: parts.flatMap((part) => part.content),
    vectors,
    dimensions,
  };
}
