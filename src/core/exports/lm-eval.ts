/** lm-evaluation-harness: the results JSON and the samples JSONL that its tracker writes (result_schema.py). */
import type { RunExport } from './export-contract.ts';
import type { ExportRow, ExportView } from './export-view.ts';
import { finiteJson, jsonLines } from './finite-json.ts';

/** Filters do not exist here: every metric is named with the harness's own word for that, "none". */
const FILTER = 'none';

export const lmEval: RunExport = {
  id: 'lm-eval',
  title: 'lm-eval results',
  description: 'the results JSON of lm-evaluation-harness',
  beside: [{ name: 'samples.jsonl', what: 'one line per answer, as its samples files', from: 'scores' }],
  write: (view) => [
    { beside: null, text: `${finiteJson(results(view), 1)}\n` },
    { beside: 'samples.jsonl', text: jsonLines(view.rows.map((row, index) => sample(view, row, index))) },
  ],
};

function results(view: ExportView): unknown {
  const { header, pack, columns, rows } = view;
  const { model, runtime, generation, selection } = header;
  const task = pack.id;
  const scored = columns.filter(({ estimate }) => estimate.value !== null);
  return {
    results: {
      [task]: {
        name: task,
        alias: task,
        sample_len: rows.length,
        ...Object.fromEntries(
          scored.flatMap(({ metric, estimate, standardError }) => [
            [`${metric},${FILTER}`, estimate.value],
            // The harness's own word where there is no error to give.
            [`${metric}_stderr,${FILTER}`, standardError ?? 'N/A'],
          ]),
        ),
      },
    },
    group_subtasks: { [task]: [] },
    configs: {
      [task]: {
        task,
        dataset_path: pack.id,
        output_type: header.solver.id === 'rank-choices' ? 'multiple_choice' : 'generate_until',
        metric_list: columns.map(({ metric, measure }) => ({
          metric,
          aggregation: 'mean',
          higher_is_better: measure.better === 'higher',
        })),
        repeats: selection.repeats,
        metadata: { version: pack.version, sha256: pack.seal, prompt: header.prompt, solver: header.solver },
      },
    },
    versions: { [task]: pack.version },
    'n-shot': { [task]: 0 },
    higher_is_better: {
      [task]: Object.fromEntries(
        columns.map(({ metric, measure }) => [metric, measure.better === 'higher'] as const),
      ),
    },
    'n-samples': {
      [task]: { original: pack.samples, effective: new Set(rows.map(({ position }) => position)).size },
    },
    config: {
      model: `bedside-${runtime.id}`,
      model_args: {
        pretrained: model.id,
        dtype: model.dtype,
        device: runtime.device,
        ...(runtime.server === undefined ? {} : { server: runtime.server.origin }),
      },
      model_dtype: model.dtype,
      model_revision: model.revision ?? '',
      model_sha: model.sha256,
      batch_size: 1,
      device: runtime.device,
      use_cache: null,
      limit: selection.limit,
      bootstrap_iters: 0,
      gen_kwargs: {
        max_gen_toks: generation.maxTokens,
        temperature: generation.temperature,
        top_k: generation.topK,
        until: generation.stop,
      },
      random_seed: generation.seed,
      numpy_seed: null,
      torch_seed: null,
      fewshot_seed: null,
    },
    git_hash: null,
    date: unixSeconds(header.createdAt),
    lm_eval_version: null,
    max_length: runtime.contextTokens,
    model_source: 'bedside',
    model_name: model.id,
    model_name_sanitized: model.id.replace(/[^\w.-]+/gu, '_'),
    system_instruction: null,
    chat_template: null,
    chat_template_sha: runtime.chatTemplateSha256,
    total_evaluation_time_seconds: String(evaluationSeconds(view)),
    // The harness has no place for an interval, for what was not scored, or for this much of the settings.
    bedside: {
      privacy: view.privacy,
      run: header,
      scorers: Object.fromEntries(columns.map(({ scorer }) => [scorer.id, scorer.version])),
      overrides: view.overrides,
      metrics: Object.fromEntries(columns.map(({ metric, estimate }) => [metric, estimate])),
    },
  };
}

function sample({ pack, header, columns }: ExportView, row: ExportRow, index: number): unknown {
  const { text, hashes } = row;
  const output = text?.output ?? null;
  const scored = columns.flatMap(({ metric, scores }) => {
    const score = scores[index];
    return score?.state === 'scored' ? [[metric, score.value] as const] : [];
  });
  const target = text === null ? '' : (text.answer ?? text.targets[0] ?? '');
  return {
    doc_id: row.position - 1,
    doc:
      text === null
        ? {}
        : { id: row.id, messages: text.messages, choices: text.choices, targets: text.targets },
    target,
    arguments:
      text === null
        ? {}
        : {
            gen_args_0: {
              arg_0: text.prompt ?? text.messages.map(({ content }) => content).join('\n\n'),
              arg_1: { until: header.generation.stop, max_gen_toks: header.generation.maxTokens },
            },
          },
    resps: output === null ? [] : [[output]],
    filtered_resps: output === null ? [] : [output],
    filter: FILTER,
    metrics: scored.map(([metric]) => metric),
    // Empty where the privacy level withholds them or there was nothing to hash; bedside.output_sha256 is ours.
    doc_hash: hashes?.sample ?? '',
    prompt_hash: hashes?.prompt ?? '',
    target_hash: '',
    ...Object.fromEntries(scored),
    bedside: {
      task: pack.id,
      id: row.id,
      cluster: row.cluster,
      repeat: row.repeat,
      state: row.state,
      unscored: row.unscored,
      ...(hashes === null ? {} : { output_sha256: hashes.output }),
    },
  };
}

function evaluationSeconds({ rows }: ExportView): number {
  return rows.reduce((sum, { timings }) => sum + (timings?.totalMs ?? 0), 0) / 1000;
}

function unixSeconds(time: string): number | null {
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? null : ms / 1000;
}
