/**
 * What crosses between page and engine worker, checked at both ends: the worker takes nothing that is not a request,
 * and the page stores nothing that is not an answer. Third-party code runs in the worker, and what it answers becomes a
 * record that must still be readable in a year.
 */
import * as v from 'valibot';
import { PROMPT_WARNINGS, type RenderedPrompt } from '../src/core/contracts.ts';
import { AppError, type ErrorCode } from '../src/core/errors.ts';
import { MessageSchema } from '../src/core/packs/pack.ts';
import type {
  GenerateProgress,
  GenerateRequest,
  GenerateResult,
  InspectRequest,
  InspectResult,
  LoadedModel,
  LoadProgress,
  LoadRequest,
  LogprobsRequest,
  LogprobsResult,
} from './protocol.ts';

const text = v.string();
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(finite, v.integer(), v.minValue(0));
const optional = v.exactOptional;

export const MessagesSchema = v.array(MessageSchema);

export const LoadRequestSchema = v.object({
  runtimeId: text,
  modelId: text,
  location: v.variant('kind', [
    v.object({ kind: v.literal('url'), baseUrl: text }),
    v.object({ kind: v.literal('files'), files: v.array(v.object({ path: text, file: v.instance(Blob) })) }),
    v.object({ kind: v.literal('server'), origin: text, model: text, key: optional(text) }),
  ]),
  dtype: text,
  device: v.picklist(['wasm', 'webgpu', 'scripted', 'server']),
  threads: count,
  prefixReuse: optional(v.boolean()),
  expected: optional(v.record(text, v.object({ sha256: text, bytes: count }))),
}) as unknown as v.GenericSchema<unknown, LoadRequest>;

export const GenerateRequestSchema: v.GenericSchema<unknown, GenerateRequest> = v.object({
  messages: MessagesSchema,
  settings: v.object({
    maxTokens: count,
    temperature: finite,
    topK: finite,
    seed: finite,
    stop: v.array(text),
  }),
});

export const LogprobsRequestSchema: v.GenericSchema<unknown, LogprobsRequest> = v.object({
  messages: MessagesSchema,
  continuations: v.array(text),
});

const ids = v.array(count);

export const InspectRequestSchema: v.GenericSchema<unknown, InspectRequest> = v.variant('kind', [
  v.object({ kind: v.literal('tokens'), messages: MessagesSchema, continuations: v.array(text) }),
  v.object({
    kind: v.literal('forced'),
    promptIds: ids,
    continuationIds: ids,
    wanted: v.array(ids),
    top: count,
  }),
  v.object({ kind: v.literal('greedy'), promptIds: ids, maxTokens: count }),
  v.object({ kind: v.literal('text'), texts: v.array(ids) }),
]);

export const InspectResultSchema: v.GenericSchema<unknown, InspectResult> = v.variant('kind', [
  v.object({ kind: v.literal('tokens'), promptIds: ids, continuations: v.array(v.nullable(ids)) }),
  v.object({
    kind: v.literal('forced'),
    positions: v.array(v.object({ top: v.array(v.tuple([count, finite])), wanted: v.array(finite) })),
  }),
  v.object({ kind: v.literal('greedy'), ids }),
  v.object({ kind: v.literal('text'), texts: v.array(text) }),
]);

export const LoadProgressSchema: v.GenericSchema<unknown, LoadProgress> = v.object({
  phase: v.picklist(['checking', 'downloading', 'verifying', 'starting', 'warming-up', 'encoding']),
  loadedBytes: finite,
  totalBytes: v.nullable(finite),
  file: v.nullable(text),
});

export const GenerateProgressSchema: v.GenericSchema<unknown, GenerateProgress> = v.object({
  text,
  tokens: count,
  elapsedMs: finite,
});

const warnings = v.array(v.picklist(PROMPT_WARNINGS));

export const RenderedPromptSchema: v.GenericSchema<unknown, RenderedPrompt> = v.union([
  v.object({
    text,
    tokenCount: count,
    tokenIdsSha256: text,
    firstTokenIds: v.array(finite),
    warnings,
  }),
  v.object({
    kind: v.literal('messages'),
    text,
    tokenCount: count,
    messagesSha256: text,
    sentTo: text,
    warnings,
  }),
]);

const timings = v.object({
  firstTokenMs: v.nullable(finite),
  totalMs: finite,
  tokensPerSecond: v.nullable(finite),
  reusedTokens: optional(count),
});

export const GenerateResultSchema: v.GenericSchema<unknown, GenerateResult> = v.object({
  text,
  finish: v.picklist(['stop', 'stop-string', 'length', 'cancelled']),
  usage: v.object({ promptTokens: count, outputTokens: count }),
  timings,
  prompt: RenderedPromptSchema,
});

export const LogprobsResultSchema: v.GenericSchema<unknown, LogprobsResult> = v.object({
  prompt: RenderedPromptSchema,
  scores: v.array(v.object({ perToken: v.array(finite), isGreedy: v.boolean() })),
  timings,
});

export const LoadedModelSchema: v.GenericSchema<unknown, LoadedModel> = v.object({
  runtime: v.object({
    id: text,
    version: text,
    device: v.picklist(['wasm', 'webgpu', 'scripted', 'server', 'elsewhere']),
    threads: count,
    crossOriginIsolated: v.boolean(),
    adapter: optional(v.object({ vendor: text, architecture: text, description: text })),
    fallback: optional(v.object({ from: text, reason: text })),
    chatTemplateSha256: v.nullable(text),
    contextTokens: v.nullable(count),
    server: optional(v.object({ origin: text, model: text })),
  }),
  files: v.array(v.object({ path: text, bytes: count, sha256: text })),
  capabilities: v.object({
    generate: v.boolean(),
    logprobs: v.picklist(['exact', 'top-k', 'none']),
    embeddings: v.boolean(),
    images: v.boolean(),
  }),
  loadMs: finite,
  readMs: optional(finite),
  from: optional(v.picklist(['cold', 'warm', 'folder'])),
});

/** The message itself when it passes, or an error that names its first wrong field and repeats none of it. */
export function checkedMessage<Message>(
  schema: v.GenericSchema<unknown, Message>,
  message: unknown,
  what: string,
  code: ErrorCode,
): Message {
  const result = v.safeParse(schema, message, { abortEarly: true });
  if (result.success) return message as Message; // the schema has just said so
  const field = v.getDotPath(result.issues[0]) ?? '';
  throw new AppError(code, `${what} is not in our form${field === '' ? '' : `: ${field}`}`, { what, field });
}
