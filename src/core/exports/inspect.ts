/** inspect_ai EvalLog as JSON, version 2 (src/inspect_ai/log/_log.py): the order of fields is part of the format. */
import type { FinishReason, RunHeader } from '../contracts.ts';
import type { RunExport } from './export-contract.ts';
import type { ExportColumn, ExportRow, ExportView } from './export-view.ts';
import { finiteJson } from './finite-json.ts';

/**
 * One Inspect score per metric. What could not be scored has no score there (Inspect's own NaN is not JSON): it is
 * counted in `unscored_samples` and its reason stands in the sample's metadata, so that reading it back loses nothing.
 */
export const inspect: RunExport = {
  id: 'inspect',
  title: 'Inspect log',
  description: 'an inspect_ai EvalLog (JSON, version 2) for its viewer and readers',
  beside: [],
  write: (view) => [{ beside: null, text: `${finiteJson(evalLog(view), 1)}\n` }],
};

function evalLog(view: ExportView): unknown {
  const { header, rows, states } = view;
  const usage = usageOf(rows);
  return {
    version: 2,
    // A run with answers still to come was started, and this file cannot know whether it will go on.
    status: rows.length > 0 && states.missing === 0 ? 'success' : 'started',
    eval: evalSpec(view),
    plan: {
      name: 'plan',
      steps: [{ solver: header.solver.id, params: {} }],
      finish: null,
      config: generateConfig(header),
    },
    results: {
      total_samples: rows.length,
      completed_samples: rows.length - states.missing - states.failed,
      scores: view.columns.map(evalScore),
    },
    stats: {
      started_at: header.createdAt,
      completed_at: lastTime(rows) ?? '',
      model_usage: usage === null ? {} : { [modelName(header)]: usage },
    },
    error: null,
    invalidated: false,
    tags: [],
    metadata: {},
    samples: rows.map((row, index) => evalSample(view, row, index)),
  };
}

function evalSpec({ header, pack, rows, columns, privacy }: ExportView): unknown {
  const scorers = new Map(columns.map(({ scorer }) => [scorer.id, scorer]));
  return {
    eval_id: header.id,
    run_id: header.id,
    created: header.createdAt,
    task: pack.id,
    task_id: header.id,
    task_version: pack.version,
    ...(pack.words === null ? {} : { task_display_name: pack.words.title }),
    task_attribs: {},
    task_args: {},
    task_args_passed: {},
    solver: header.solver.id,
    solver_args: {},
    tags: [],
    dataset: {
      name: pack.id,
      location: `sha256:${pack.seal}`,
      samples: pack.samples,
      sample_ids: [...new Set(rows.map(({ id }) => id))],
      shuffled: false,
    },
    model: modelName(header),
    model_generate_config: generateConfig(header),
    model_args: { dtype: header.model.dtype, device: header.runtime.device, sha256: header.model.sha256 },
    config: {
      ...(header.selection.limit === null ? {} : { limit: header.selection.limit }),
      epochs: header.selection.repeats,
      epochs_reducer: ['mean'],
      fail_on_error: false,
      log_samples: true,
    },
    packages: { bedside: header.app.version, [header.runtime.id]: header.runtime.version },
    metadata: { privacy, bedside_run: header },
    scorers: [...scorers.values()].map(({ id, version, title }) => ({
      name: id,
      options: {},
      metrics: null,
      metadata: { version, title },
    })),
  };
}

function evalScore({
  metric,
  scorer,
  measure,
  estimate,
  standardError,
  zeroWords,
  overridden,
}: ExportColumn): unknown {
  const { value, low, high, level, method, n, unscored, failed } = estimate;
  const named = [
    ...(value === null ? [] : [['mean', value, {}] as const]),
    ...(standardError === null ? [] : [['stderr', standardError, {}] as const]),
    ...(low === null ? [] : [['ci_low', low, { level, method }] as const]),
    ...(high === null ? [] : [['ci_high', high, { level, method }] as const]),
  ];
  return {
    name: metric,
    scorer: metric,
    scored_samples: n,
    unscored_samples: unscored,
    params: {},
    metrics: Object.fromEntries(named.map(([name, one, params]) => [name, { name, value: one, params }])),
    metadata: {
      title: measure.title,
      better: measure.better,
      kind: measure.kind,
      scorer: scorer.id,
      failed,
      ...(estimate.unreliable === undefined ? {} : { unreliable: estimate.unreliable }),
      ...(zeroWords === null ? {} : { words: zeroWords }),
      ...(overridden === null
        ? {}
        : {
            with_changes_by_people: {
              value: overridden.value,
              low: overridden.low,
              high: overridden.high,
              n: overridden.n,
            },
          }),
    },
  };
}

function evalSample({ header, columns, overrides }: ExportView, row: ExportRow, index: number): unknown {
  const changed = overrides.filter((one) => one.row === index);
  const { text } = row;
  const model = modelName(header);
  const usage = usageOf([row]);
  const seconds = row.timings === null ? null : row.timings.totalMs / 1000;
  const answer = text?.output ?? null;
  const reply = { role: 'assistant', content: answer ?? '', source: 'generate', model };
  return {
    id: row.id,
    epoch: row.repeat + 1,
    input: text === null ? '' : text.messages,
    ...(text === null || text.choices.length === 0 ? {} : { choices: text.choices.map((one) => one.text) }),
    target: text === null ? '' : text.answer === null ? text.targets : text.answer,
    messages: text === null ? [] : [...text.messages, ...(answer === null ? [] : [reply])],
    output: {
      model,
      choices: answer === null ? [] : [{ message: reply, stop_reason: stopReason(row.finish) }],
      completion: answer ?? '',
      ...(usage === null ? {} : { usage }),
      ...(seconds === null ? {} : { time: seconds }),
    },
    scores: Object.fromEntries(
      columns.flatMap(({ metric, scores }) => {
        const score = scores[index];
        return score?.state === 'scored' ? [[metric, { value: score.value }] as const] : [];
      }),
    ),
    metadata: {
      position: row.position,
      cluster: row.cluster,
      state: row.state,
      finish: row.finish,
      unscored: row.unscored,
      ...(changed.length === 0 ? {} : { overrides: changed.map(({ row: _row, id: _id, ...one }) => one) }),
      ...(row.hashes === null ? {} : { sha256: row.hashes }),
      ...(text === null ? {} : { meta: text.meta, evidence: text.evidence }),
    },
    store: {},
    events: [],
    model_usage: usage === null ? {} : { [model]: usage },
    ...(row.recordedAt === null ? {} : { completed_at: row.recordedAt }),
    ...(seconds === null ? {} : { total_time: seconds, working_time: seconds }),
    ...(row.errorCode === null
      ? {}
      : { error: { message: text?.error ?? row.errorCode, traceback: '', traceback_ansi: '' } }),
    attachments: {},
  };
}

function modelName(header: RunHeader): string {
  return `bedside/${header.model.id}`;
}

function generateConfig({ generation }: RunHeader): unknown {
  return {
    max_tokens: generation.maxTokens,
    temperature: generation.temperature,
    top_k: generation.topK,
    seed: generation.seed,
    ...(generation.stop.length === 0 ? {} : { stop_seqs: generation.stop }),
  };
}

function usageOf(rows: readonly ExportRow[]): unknown {
  const used = rows.flatMap(({ usage }) => (usage === null ? [] : [usage]));
  if (used.length === 0) return null;
  const input = used.reduce((sum, { promptTokens }) => sum + promptTokens, 0);
  const output = used.reduce((sum, { outputTokens }) => sum + outputTokens, 0);
  return { input_tokens: input, output_tokens: output, total_tokens: input + output };
}

function stopReason(finish: FinishReason | null): string {
  if (finish === null || finish === 'cancelled') return 'unknown';
  return finish === 'length' ? 'max_tokens' : 'stop';
}

function lastTime(rows: readonly ExportRow[]): string | null {
  return (
    rows
      .flatMap(({ recordedAt }) => (recordedAt === null ? [] : [recordedAt]))
      .sort()
      .at(-1) ?? null
  );
}
