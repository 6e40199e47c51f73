/** HELM: the files of one run (statistic.py, metric_name.py, run_display.py). */
import * as v from 'valibot';
import { count, finite, sha256 } from './schema-parts.ts';

const MetricNameSchema = v.strictObject({ name: v.string(), split: v.string() });
const instance = { instance_id: v.string(), train_trial_index: count };
const counted = { name: MetricNameSchema, count, sum: finite, sum_squared: finite };

/** A statistic of nothing has no mean. */
const StatSchema = v.union([
  v.pipe(
    v.strictObject(counted),
    v.check((stat) => stat.count === 0, 'has values but no mean'),
  ),
  v.pipe(
    v.strictObject({
      ...counted,
      min: finite,
      max: finite,
      mean: finite,
      variance: v.pipe(finite, v.minValue(0)),
      stddev: v.pipe(finite, v.minValue(0)),
    }),
    v.check((stat) => stat.count > 0, 'has a mean of nothing'),
  ),
]);

export const HelmInstanceStatsSchema = v.array(v.strictObject({ ...instance, stats: v.array(StatSchema) }));
export const HelmStatsSchema = v.array(StatSchema);

export const HelmRunSpecSchema = v.object({
  name: v.string(),
  scenario_spec: v.strictObject({ class_name: v.string(), args: v.record(v.string(), v.unknown()) }),
  adapter_spec: v.object({
    method: v.string(),
    model: v.string(),
    max_tokens: count,
    temperature: finite,
    stop_sequences: v.array(v.string()),
  }),
  metric_specs: v.array(v.strictObject({ class_name: v.string(), args: v.record(v.string(), v.unknown()) })),
  groups: v.array(v.string()),
  annotators: v.array(v.unknown()),
});

/** Ours, beside HELM's. */
export const HelmHashesSchema = v.array(
  v.strictObject({
    ...instance,
    sample_sha256: sha256,
    prompt_sha256: v.nullable(sha256),
    output_sha256: v.nullable(sha256),
  }),
);

export const HelmPredictionsSchema = v.array(
  v.strictObject({
    ...instance,
    predicted_text: v.string(),
    base64_images: v.array(v.string()),
    stats: v.record(v.string(), finite),
    annotations: v.record(v.string(), v.unknown()),
  }),
);
