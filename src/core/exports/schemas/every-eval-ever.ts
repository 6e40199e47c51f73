/** Every Eval Ever 0.2.1: the parts of evaleval/every_eval_ever's eval.schema.json that we write, as strictly. */
import * as v from 'valibot';
import { count, finite, sha256, stringRecord } from './schema-parts.ts';

const additional = { additional_details: v.exactOptional(stringRecord) };

const MetricConfigSchema = v.pipe(
  v.strictObject({
    evaluation_description: v.string(),
    lower_is_better: v.boolean(),
    /** Without it, the JSON Schema's condition for "levels" holds and asks for level names. */
    score_type: v.picklist(['binary', 'continuous']),
    min_score: v.exactOptional(finite),
    max_score: v.exactOptional(finite),
    ...additional,
  }),
  v.check(
    (config) =>
      config.score_type !== 'continuous' ||
      (config.min_score !== undefined && config.max_score !== undefined),
    'a continuous score needs its lowest and highest value',
  ),
);

const UncertaintySchema = v.strictObject({
  standard_error: v.exactOptional(v.strictObject({ value: finite, method: v.string() })),
  confidence_interval: v.exactOptional(
    v.strictObject({
      lower: finite,
      upper: finite,
      confidence_level: v.pipe(finite, v.minValue(0), v.maxValue(1)),
      method: v.string(),
    }),
  ),
  num_samples: count,
  num_bootstrap_samples: v.exactOptional(count),
});

const ResultSchema = v.strictObject({
  evaluation_name: v.string(),
  source_data: v.strictObject({ dataset_name: v.string(), source_type: v.literal('other'), ...additional }),
  evaluation_timestamp: v.string(),
  metric_config: MetricConfigSchema,
  score_details: v.strictObject({ score: finite, details: stringRecord, uncertainty: UncertaintySchema }),
  generation_config: v.strictObject({
    generation_args: v.strictObject({
      temperature: v.nullable(finite),
      top_k: v.nullable(finite),
      max_tokens: v.exactOptional(v.pipe(count, v.minValue(1))),
    }),
    ...additional,
  }),
});

export const EveryEvalEverSchema = v.strictObject({
  schema_version: v.literal('0.2.1'),
  /** pack/model/unix time */
  evaluation_id: v.pipe(v.string(), v.regex(/^[^/]+\/.+\/\d+$/)),
  dedupe_identity: v.strictObject({
    run_fingerprint: sha256,
    content_hash: sha256,
    hash_algorithm: v.literal('sha256'),
    canonicalization_version: v.string(),
  }),
  evaluation_timestamp: v.string(),
  retrieved_timestamp: v.pipe(v.string(), v.regex(/^\d+$/)),
  source_metadata: v.strictObject({
    source_name: v.string(),
    source_type: v.picklist(['documentation', 'evaluation_run']),
    source_organization_name: v.string(),
    evaluator_relationship: v.picklist(['first_party', 'third_party', 'collaborative', 'other']),
    ...additional,
  }),
  eval_library: v.strictObject({ name: v.string(), version: v.string(), ...additional }),
  model_info: v.strictObject({
    name: v.string(),
    id: v.string(),
    inference_engine: v.strictObject({ name: v.string(), version: v.string() }),
    ...additional,
  }),
  evaluation_results: v.array(ResultSchema),
});
