/**
 * What a line of run.jsonl must look like; run-jsonl.test.ts holds it to the contracts, field by field.
 * Strict: a field we do not know would otherwise vanish on the next write.
 */
import * as v from 'valibot';
import { NORMALISATIONS, PROMPT_WARNINGS, UNSCORED_REASONS } from '../contracts.ts';
import { ERROR_CODES } from '../errors.ts';
import { NetworkUseSchema } from '../network/network-use.ts';
import { DocumentPolicySchema, MessageSchema } from '../packs/pack.ts';

const text = v.string();
const nonEmpty = v.pipe(text, v.minLength(1, 'must not be empty'));
const finite = v.pipe(v.number(), v.finite('must be a finite number'));
const count = v.pipe(finite, v.integer('must be a whole number'), v.minValue(0, 'must not be negative'));
const natural = v.pipe(count, v.minValue(1, 'must be 1 or more'));
const sha256 = v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'));

export const RunHeaderSchema = v.strictObject({
  kind: v.literal('run'),
  schemaVersion: v.literal(1),
  id: nonEmpty,
  createdAt: text,
  app: v.strictObject({ name: v.literal('bedside'), version: text, build: text }),
  pack: v.strictObject({ id: nonEmpty, version: text, title: text, sha256, samples: count }),
  model: v.strictObject({
    id: nonEmpty,
    title: text,
    dtype: text,
    source: v.picklist(['bundled', 'folder', 'hub', 'scripted', 'imported', 'server']),
    revision: v.exactOptional(text),
    sha256: text,
    files: v.array(v.strictObject({ path: text, bytes: count, sha256: text })),
  }),
  runtime: v.strictObject({
    id: nonEmpty,
    version: text,
    device: v.picklist(['wasm', 'webgpu', 'scripted', 'server', 'elsewhere']),
    threads: count,
    crossOriginIsolated: v.boolean(),
    adapter: v.exactOptional(v.strictObject({ vendor: text, architecture: text, description: text })),
    fallback: v.exactOptional(v.strictObject({ from: text, reason: text })),
    chatTemplateSha256: v.nullable(text),
    contextTokens: v.nullable(count),
    server: v.exactOptional(v.strictObject({ origin: text, model: text })),
  }),
  device: v.strictObject({
    userAgent: text,
    cores: v.nullable(finite),
    memoryGiB: v.nullable(finite),
    platform: text,
  }),
  prompt: v.strictObject({ id: nonEmpty, version: text, sha256: text }),
  solver: v.strictObject({
    id: nonEmpty,
    version: text,
    settings: v.exactOptional(v.record(text, v.union([text, finite, v.boolean()]))),
    encoder: v.exactOptional(
      v.strictObject({ id: v.exactOptional(text), name: text, dtype: text, sha256: text }),
    ),
  }),
  generation: v.strictObject({
    maxTokens: count,
    temperature: finite,
    topK: finite,
    seed: finite,
    stop: v.array(text),
  }),
  documents: v.exactOptional(DocumentPolicySchema),
  documentsFrom: v.exactOptional(v.literal('run')),
  selection: v.strictObject({
    limit: v.nullable(natural),
    shard: v.nullable(v.strictObject({ index: natural, count: natural })),
    repeats: natural,
  }),
  scorers: v.array(text),
  settingsSha256: sha256,
  imported: v.exactOptional(
    v.strictObject({
      format: nonEmpty,
      tool: text,
      files: v.array(v.strictObject({ name: text, sha256 })),
      problems: count,
    }),
  ),
  sentTo: v.exactOptional(v.strictObject({ origin: text, agreedAt: v.nullable(text) })),
  speed: v.exactOptional(v.strictObject({ prefixReuse: v.boolean(), prepareNext: v.boolean() })),
  fidelity: v.exactOptional(
    v.strictObject({
      verdict: v.picklist(['passed', 'failed']),
      checkId: text,
      checkedAt: text,
      model: text,
      dtype: text,
      failures: v.array(text),
    }),
  ),
});

const warnings = v.array(v.picklist(PROMPT_WARNINGS));
const RenderedPromptSchema = v.union([
  v.strictObject({
    text,
    tokenCount: count,
    tokenIdsSha256: text,
    firstTokenIds: v.array(finite),
    warnings,
  }),
  v.strictObject({
    kind: v.literal('messages'),
    text,
    tokenCount: count,
    messagesSha256: text,
    sentTo: text,
    warnings,
  }),
]);

const PlainErrorSchema = v.strictObject({
  code: v.picklist(ERROR_CODES),
  message: text,
  details: v.record(text, v.union([text, finite, v.boolean(), v.array(text)])),
});

const FINISH = v.picklist(['stop', 'stop-string', 'length', 'cancelled']);
const UsageSchema = v.strictObject({ promptTokens: count, outputTokens: count });
const TimingsSchema = v.strictObject({
  firstTokenMs: v.nullable(finite),
  totalMs: finite,
  tokensPerSecond: v.nullable(finite),
  reusedTokens: v.exactOptional(count),
});

const SolverCallSchema = v.strictObject({
  label: text,
  promptSha256: text,
  text: v.nullable(text),
  finish: FINISH,
  usage: UsageSchema,
  timings: TimingsSchema,
  seed: v.nullable(finite),
  unclosed: v.exactOptional(v.literal(true)),
  order: v.exactOptional(v.array(text)),
  picked: v.exactOptional(v.nullable(text)),
});

const TooLongSchema = v.strictObject({ promptTokens: count, newTokens: count, contextTokens: count });

export const RunRecordSchema = v.strictObject({
  kind: v.literal('record'),
  id: nonEmpty,
  repeat: count,
  index: count,
  createdAt: text,
  output: v.nullable(text),
  finish: v.nullable(FINISH),
  unscored: v.exactOptional(v.picklist(UNSCORED_REASONS)),
  error: v.exactOptional(PlainErrorSchema),
  tooLong: v.exactOptional(TooLongSchema),
  documents: v.exactOptional(
    v.strictObject({
      shown: v.array(text),
      leftOut: v.array(text),
      whole: v.exactOptional(TooLongSchema),
    }),
  ),
  messages: v.array(MessageSchema),
  prompt: v.nullable(RenderedPromptSchema),
  choiceScores: v.exactOptional(
    v.array(
      v.strictObject({
        id: text,
        logLikelihood: finite,
        tokens: count,
        chars: count,
        bytes: count,
        isGreedy: v.boolean(),
        unconditional: v.exactOptional(finite),
      }),
    ),
  ),
  rankedBy: v.exactOptional(v.picklist(NORMALISATIONS)),
  extractor: v.exactOptional(text),
  confidence: v.exactOptional(v.nullable(v.pipe(finite, v.minValue(0), v.maxValue(1)))),
  trace: v.exactOptional(v.array(SolverCallSchema)),
  usage: v.nullable(UsageSchema),
  timings: v.nullable(TimingsSchema),
  network: v.exactOptional(NetworkUseSchema),
  memory: v.exactOptional(
    v.strictObject({
      wasmBytes: v.nullable(count),
      pageBytes: v.nullable(count),
      jsHeapBytes: v.nullable(count),
    }),
  ),
  load: v.exactOptional(
    v.strictObject({ totalMs: finite, readMs: finite, from: v.picklist(['cold', 'warm', 'folder']) }),
  ),
});
