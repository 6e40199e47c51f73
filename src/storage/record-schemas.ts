/** Runtime checks for what the contracts describe: a stored row is `unknown` until one of these says otherwise. */
import * as v from 'valibot';
import {
  PROMPT_WARNINGS,
  UNSCORED_REASONS,
  type Estimate,
  type Evidence,
  type RunHeader,
  type RunRecord,
} from '../core/contracts.ts';
import { ERROR_CODES, type PlainError } from '../core/errors.ts';
import { MessageSchema } from '../core/packs/pack.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const optional = v.exactOptional;
const nullableNumber = v.nullable(v.number());

export const PlainErrorSchema: v.GenericSchema<PlainError> = v.object({
  code: v.picklist(ERROR_CODES),
  message: v.string(),
  details: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])),
});

export const UnscoredReasonSchema = v.picklist(UNSCORED_REASONS);

const files = v.array(v.object({ path: v.string(), bytes: count, sha256: v.string() }));

const ModelIdentitySchema = v.object({
  id: v.string(),
  title: v.string(),
  dtype: v.string(),
  source: v.picklist(['bundled', 'folder', 'hub', 'scripted']),
  revision: optional(v.string()),
  sha256: v.string(),
  files,
});

const RuntimeIdentitySchema = v.object({
  id: v.string(),
  version: v.string(),
  device: v.picklist(['wasm', 'webgpu', 'scripted']),
  threads: count,
  crossOriginIsolated: v.boolean(),
  adapter: optional(v.object({ vendor: v.string(), architecture: v.string(), description: v.string() })),
  fallback: optional(v.object({ from: v.string(), reason: v.string() })),
  chatTemplateSha256: v.nullable(v.string()),
  contextTokens: v.nullable(count),
});

export const RunHeaderSchema: v.GenericSchema<RunHeader> = v.object({
  kind: v.literal('run'),
  schemaVersion: v.literal(1),
  id: v.string(),
  createdAt: v.string(),
  app: v.object({ name: v.literal('bedside'), version: v.string(), build: v.string() }),
  pack: v.object({
    id: v.string(),
    version: v.string(),
    title: v.string(),
    sha256: v.string(),
    samples: count,
  }),
  model: ModelIdentitySchema,
  runtime: RuntimeIdentitySchema,
  device: v.object({
    userAgent: v.string(),
    cores: nullableNumber,
    memoryGiB: nullableNumber,
    platform: v.string(),
  }),
  prompt: v.object({ id: v.string(), version: v.string(), sha256: v.string() }),
  solver: v.object({ id: v.string(), version: v.string() }),
  generation: v.object({
    maxTokens: count,
    temperature: v.number(),
    topK: v.number(),
    seed: v.number(),
    stop: v.array(v.string()),
  }),
  selection: v.object({
    limit: v.nullable(count),
    shard: v.nullable(v.object({ index: count, count })),
    repeats: count,
  }),
  scorers: v.array(v.string()),
  settingsSha256: v.string(),
});

const RenderedPromptSchema = v.object({
  text: v.string(),
  tokenCount: count,
  tokenIdsSha256: v.string(),
  firstTokenIds: v.array(v.number()),
  warnings: v.array(v.picklist(PROMPT_WARNINGS)),
});

export const RunRecordSchema: v.GenericSchema<RunRecord> = v.object({
  kind: v.literal('record'),
  id: v.string(),
  repeat: count,
  index: count,
  createdAt: v.string(),
  output: v.nullable(v.string()),
  finish: v.nullable(v.picklist(['stop', 'stop-string', 'length', 'cancelled'])),
  unscored: optional(UnscoredReasonSchema),
  error: optional(PlainErrorSchema),
  messages: v.array(MessageSchema),
  prompt: v.nullable(RenderedPromptSchema),
  choiceScores: optional(
    v.array(
      v.object({
        id: v.string(),
        logLikelihood: v.number(),
        tokens: count,
        chars: count,
        bytes: count,
        isGreedy: v.boolean(),
      }),
    ),
  ),
  usage: v.nullable(v.object({ promptTokens: count, outputTokens: count })),
  timings: v.nullable(
    v.object({ firstTokenMs: nullableNumber, totalMs: v.number(), tokensPerSecond: nullableNumber }),
  ),
});

export const EstimateSchema: v.GenericSchema<Estimate> = v.object({
  value: nullableNumber,
  low: nullableNumber,
  high: nullableNumber,
  level: v.number(),
  method: v.picklist([
    'wilson',
    'bca-bootstrap',
    'percentile-bootstrap',
    't',
    'cluster-t',
    'clopper-pearson',
    'exact-poisson',
    'none',
  ]),
  n: count,
  unscored: count,
  failed: count,
  clusters: optional(count),
  unreliable: optional(v.picklist(['few-clusters', 'few-samples'])),
});

const range = v.object({ start: count, end: count });

export const EvidenceSchema: v.GenericSchema<Evidence> = v.variant('kind', [
  v.object({
    kind: v.literal('facts'),
    facts: v.array(
      v.object({
        fact: count,
        outcome: v.picklist(['kept', 'missed', 'contradicted']),
        note: optional(range),
        attribute: optional(v.string()),
      }),
    ),
    invented: v.array(v.object({ category: v.string(), text: v.string(), note: range })),
  }),
  v.object({
    kind: v.literal('sections'),
    present: v.array(v.string()),
    missing: v.array(v.string()),
  }),
  v.object({
    kind: v.literal('choice'),
    picked: v.nullable(v.string()),
    correct: v.string(),
    method: v.picklist(['log-likelihood', 'generated']),
    strict: optional(v.nullable(v.string())),
  }),
]);
