/** lm-evaluation-harness: results JSON and one line of a samples JSONL (result_schema.py, evaluation_tracker.py). */
import * as v from 'valibot';
import { count, finite } from './schema-parts.ts';

const anything = v.record(v.string(), v.unknown());
const nullableText = v.nullable(v.string());

/** `<metric>,<filter>` holds a number; its standard error may be the word "N/A". */
const TaskResultSchema = v.objectWithRest(
  { name: v.string(), alias: v.string(), sample_len: count },
  v.union([finite, v.literal('N/A')]),
);

export const LmEvalResultsSchema = v.object({
  results: v.record(v.string(), TaskResultSchema),
  group_subtasks: v.record(v.string(), v.array(v.string())),
  configs: v.record(v.string(), v.object({ task: v.string(), metadata: v.object({ version: v.string() }) })),
  versions: v.record(v.string(), v.union([v.string(), v.number()])),
  'n-shot': v.record(v.string(), count),
  higher_is_better: v.record(v.string(), v.record(v.string(), v.boolean())),
  'n-samples': v.record(v.string(), v.strictObject({ original: count, effective: count })),
  config: v.object({
    model: v.string(),
    model_args: anything,
    model_dtype: v.string(),
    model_revision: v.string(),
    model_sha: v.string(),
    batch_size: count,
    device: v.string(),
    use_cache: nullableText,
    limit: v.nullable(finite),
    bootstrap_iters: count,
    gen_kwargs: anything,
    random_seed: v.nullable(finite),
    numpy_seed: v.nullable(finite),
    torch_seed: v.nullable(finite),
    fewshot_seed: v.nullable(finite),
  }),
  git_hash: nullableText,
  date: v.nullable(finite),
  lm_eval_version: nullableText,
  max_length: v.nullable(count),
  model_source: v.string(),
  model_name: v.string(),
  model_name_sanitized: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  system_instruction: nullableText,
  chat_template: nullableText,
  chat_template_sha: nullableText,
  total_evaluation_time_seconds: v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/)),
  bedside: anything,
});

/** Each name in `metrics` is a field of its own beside these. */
export const LmEvalSampleSchema = v.pipe(
  v.looseObject({
    doc_id: count,
    doc: anything,
    target: v.string(),
    arguments: v.record(v.string(), v.object({ arg_0: v.string(), arg_1: v.unknown() })),
    resps: v.array(v.array(v.string())),
    filtered_resps: v.array(v.string()),
    filter: v.string(),
    metrics: v.array(v.string()),
    doc_hash: v.string(),
    prompt_hash: v.string(),
    target_hash: v.string(),
  }),
  v.check(
    (sample) => sample.metrics.every((metric) => Number.isFinite(sample[metric])),
    'a metric is named without a finite value',
  ),
);
