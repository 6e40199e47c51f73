/** HELM: per_instance_stats.json, stats.json and run_spec.json (statistic.py, metric_name.py, run_display.py). */
import type { RunExport } from './export-contract.ts';
import type { ExportColumn, ExportRow, ExportView } from './export-view.ts';
import { finiteJson } from './finite-json.ts';
import { meanOf, sortedNumbers } from '../stats/mean.ts';

export const helm: RunExport = {
  id: 'helm',
  title: 'HELM run',
  description: 'per_instance_stats.json of HELM',
  beside: [
    { name: 'stats.json', what: 'stats.json: every metric over all instances', from: 'scores' },
    { name: 'run_spec.json', what: 'run_spec.json: pack, model, settings', from: 'scores' },
    { name: 'hashes.json', what: 'SHA-256 of sample, prompt and output', from: 'hashes' },
    { name: 'display_predictions.json', what: 'the outputs, for the HELM viewer', from: 'full' },
  ],
  write: (view) => {
    const file = (beside: string | null, value: unknown) => ({ beside, text: `${finiteJson(value, 1)}\n` });
    return [
      file(
        null,
        view.rows.map((row, index) => instanceStats(view, row, index)),
      ),
      file('stats.json', view.columns.flatMap(columnStats)),
      file('run_spec.json', runSpec(view)),
      ...(view.privacy === 'scores' ? [] : [file('hashes.json', view.rows.map(instanceHashes))]),
      ...(view.privacy === 'full'
        ? [
            file(
              'display_predictions.json',
              view.rows.flatMap((row, index) => prediction(view, row, index)),
            ),
          ]
        : []),
    ];
  },
};

/** HELM counts trials where we count repeats of one sample. */
function instanceKey({ id, repeat }: ExportRow): { instance_id: string; train_trial_index: number } {
  return { instance_id: id, train_trial_index: repeat };
}

function instanceStats({ columns }: ExportView, row: ExportRow, index: number): unknown {
  return {
    ...instanceKey(row),
    stats: columns.map(({ metric, scores }) => {
      const score = scores[index];
      return stat(metric, score?.state === 'scored' ? [score.value] : []);
    }),
  };
}

function columnStats({ metric, scores, estimate }: ExportColumn): unknown[] {
  const values = scores.flatMap((score) => (score.state === 'scored' ? [score.value] : []));
  // HELM has no place for what was not scored: a statistic of its own keeps the count beside the mean.
  return [stat(metric, values), stat(`${metric}.unscored`, [estimate.unscored])];
}

/** HELM's Stat: with no value only the count and the sums exist. Variance is the population's, as there. */
function stat(name: string, given: readonly number[]): unknown {
  const values = sortedNumbers(given);
  const sum = values.reduce((total, value) => total + value, 0);
  const counted = {
    name: { name, split: 'test' },
    count: values.length,
    sum,
    sum_squared: values.reduce((total, value) => total + value ** 2, 0),
  };
  if (values.length === 0) return counted;
  const mean = meanOf(values);
  const variance = meanOf(sortedNumbers(values.map((value) => (value - mean) ** 2)));
  return {
    ...counted,
    min: values[0],
    max: values.at(-1),
    mean,
    variance,
    stddev: Math.sqrt(variance),
  };
}

function runSpec({ header, pack, columns, privacy, overrides }: ExportView): unknown {
  const { generation, model, solver } = header;
  const scorers = new Map(columns.map(({ scorer }) => [scorer.id, scorer.version]));
  return {
    name: `${pack.id}:model=${model.id}`,
    scenario_spec: {
      class_name: 'bedside.Pack',
      args: { id: pack.id, version: pack.version, sha256: pack.seal },
    },
    adapter_spec: {
      method: solver.id === 'rank-choices' ? 'multiple_choice_separate_original' : 'generation',
      model: `bedside/${model.id}`,
      ...(header.runtime.server === undefined
        ? {}
        : { model_deployment: `server/${header.runtime.server.origin}` }),
      max_tokens: generation.maxTokens,
      temperature: generation.temperature,
      top_k_per_token: generation.topK,
      random: String(generation.seed),
      stop_sequences: generation.stop,
      num_trials: header.selection.repeats,
    },
    metric_specs: [...scorers].map(([id, version]) => ({ class_name: `bedside.${id}`, args: { version } })),
    groups: [pack.id],
    annotators: [],
    bedside: { privacy, run: header, overrides },
  };
}

function instanceHashes(row: ExportRow): unknown {
  const { hashes } = row;
  return {
    ...instanceKey(row),
    sample_sha256: hashes?.sample ?? null,
    prompt_sha256: hashes?.prompt ?? null,
    output_sha256: hashes?.output ?? null,
  };
}

function prediction({ columns }: ExportView, row: ExportRow, index: number): unknown[] {
  const { text } = row;
  if (text?.output === null || text === null) return [];
  return [
    {
      ...instanceKey(row),
      predicted_text: text.output,
      base64_images: [],
      stats: Object.fromEntries(
        columns.flatMap(({ metric, scores }) => {
          const score = scores[index];
          return score?.state === 'scored' ? [[metric, score.value] as const] : [];
        }),
      ),
      annotations: { messages: text.messages, prompt: text.prompt, references: text.targets },
    },
  ];
}
