/**
 * inspect_ai EvalLog, version 2, as its reader takes it (src/inspect_ai/log/_log.py): the fields it needs, their
 * types, and at the top the order it relies on. `metadata` holds what is ours. Only numbers are scores here.
 */
import * as v from 'valibot';
import { UNSCORED_REASONS } from '../../contracts.ts';
import { RunHeaderSchema } from '../../run/run-schemas.ts';
import { ChatMessageSchema, count, finite, isoTime } from './schema-parts.ts';

const anything = v.record(v.string(), v.unknown());
const UsageSchema = v.strictObject({ input_tokens: count, output_tokens: count, total_tokens: count });
const ErrorSchema = v.strictObject({
  message: v.string(),
  traceback: v.string(),
  traceback_ansi: v.string(),
});

const GenerateConfigSchema = v.strictObject({
  max_tokens: count,
  temperature: finite,
  top_k: finite,
  seed: finite,
  stop_seqs: v.exactOptional(v.array(v.string())),
});

const EvalSpecSchema = v.strictObject({
  eval_id: v.string(),
  run_id: v.string(),
  created: isoTime,
  task: v.string(),
  task_id: v.string(),
  task_version: v.union([v.number(), v.string()]),
  task_display_name: v.exactOptional(v.string()),
  task_attribs: anything,
  task_args: anything,
  task_args_passed: anything,
  solver: v.string(),
  solver_args: anything,
  tags: v.array(v.string()),
  dataset: v.strictObject({
    name: v.string(),
    location: v.string(),
    samples: count,
    sample_ids: v.array(v.string()),
    shuffled: v.boolean(),
  }),
  model: v.pipe(v.string(), v.includes('/')),
  model_generate_config: GenerateConfigSchema,
  model_args: anything,
  config: v.strictObject({
    limit: v.exactOptional(count),
    epochs: count,
    epochs_reducer: v.array(v.string()),
    fail_on_error: v.boolean(),
    log_samples: v.boolean(),
  }),
  packages: v.record(v.string(), v.string()),
  metadata: v.object({ privacy: v.string(), bedside_run: RunHeaderSchema }),
  scorers: v.array(
    v.strictObject({ name: v.string(), options: anything, metrics: v.null(), metadata: anything }),
  ),
});

const EvalScoreSchema = v.strictObject({
  name: v.string(),
  scorer: v.string(),
  scored_samples: count,
  unscored_samples: count,
  params: anything,
  metrics: v.record(v.string(), v.strictObject({ name: v.string(), value: finite, params: anything })),
  metadata: anything,
});

const EvalSampleSchema = v.strictObject({
  id: v.string(),
  epoch: v.pipe(count, v.minValue(1)),
  input: v.union([v.string(), v.array(ChatMessageSchema)]),
  choices: v.exactOptional(v.array(v.string())),
  target: v.union([v.string(), v.array(v.string())]),
  messages: v.array(ChatMessageSchema),
  output: v.strictObject({
    model: v.string(),
    choices: v.array(
      v.strictObject({
        message: ChatMessageSchema,
        stop_reason: v.picklist(['stop', 'max_tokens', 'model_length', 'content_filter', 'unknown']),
      }),
    ),
    completion: v.string(),
    usage: v.exactOptional(UsageSchema),
    time: v.exactOptional(finite),
  }),
  scores: v.record(v.string(), v.strictObject({ value: finite })),
  metadata: v.object({
    position: count,
    cluster: v.string(),
    unscored: v.record(v.string(), v.picklist(UNSCORED_REASONS)),
  }),
  store: anything,
  events: v.array(v.unknown()),
  model_usage: v.record(v.string(), UsageSchema),
  completed_at: v.exactOptional(isoTime),
  total_time: v.exactOptional(finite),
  working_time: v.exactOptional(finite),
  error: v.exactOptional(ErrorSchema),
  attachments: v.record(v.string(), v.string()),
});

const ORDER =
  'version status eval plan results stats error invalidated log_updates tags metadata samples reductions';

export const InspectLogSchema = v.strictObject({
  version: v.literal(2),
  status: v.picklist(['started', 'success', 'cancelled', 'error']),
  eval: EvalSpecSchema,
  plan: v.strictObject({
    name: v.string(),
    steps: v.array(v.strictObject({ solver: v.string(), params: anything })),
    finish: v.null(),
    config: GenerateConfigSchema,
  }),
  results: v.strictObject({
    total_samples: count,
    completed_samples: count,
    scores: v.array(EvalScoreSchema),
  }),
  stats: v.strictObject({
    started_at: isoTime,
    completed_at: v.union([isoTime, v.literal('')]),
    model_usage: v.record(v.string(), UsageSchema),
  }),
  error: v.nullable(ErrorSchema),
  invalidated: v.boolean(),
  tags: v.array(v.string()),
  metadata: anything,
  samples: v.array(EvalSampleSchema),
});

/** Inspect reads a log's header without its samples, so the order of the fields is part of the format. */
export function inspectOrderHolds(log: Readonly<Record<string, unknown>>): boolean {
  const order = ORDER.split(' ');
  const places = Object.keys(log).map((key) => order.indexOf(key));
  return places.every((place, index) => place > (places[index - 1] ?? -1));
}
