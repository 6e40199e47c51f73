/** Every Eval Ever, schema 0.2.1 (evaleval/every_eval_ever, eval.schema.json): the aggregate results of one run. */
import { canonicalJson } from '../canonical-json.ts';
import { sha256Hex } from '../digest.ts';
import type { DerivedMetric } from '../run/derived-metrics.ts';
import { bootstrapCount } from '../metrics/estimate.ts';
import type { RunExport } from './export-contract.ts';
import type { ExportColumn, ExportView } from './export-view.ts';
import { finiteJson } from './finite-json.ts';
import { scorerVersions } from './settings-rows.ts';

/** Its instance-level files need the raw input, so none is written: it holds aggregates at every privacy level. */
export const everyEvalEver: RunExport = {
  id: 'every-eval-ever',
  title: 'Every Eval Ever',
  description: 'aggregate results in the Every Eval Ever schema 0.2.1; no sample at any privacy level',
  beside: [],
  write: (view) => [{ beside: null, text: `${finiteJson(record(view), 1)}\n` }],
};

function record(view: ExportView): unknown {
  const { header, pack, columns, states, privacy } = view;
  const { model, runtime } = header;
  const scored = columns.filter(({ estimate }) => estimate.value !== null);
  const results = [
    ...scored.map((column) => result(view, column)),
    ...view.derived
      .filter(({ estimate }) => estimate.value !== null)
      .map((one) => result(view, derivedColumn(one))),
  ];
  const seconds = String(Math.floor((Date.parse(header.createdAt) || 0) / 1000));
  return {
    schema_version: '0.2.1',
    evaluation_id: `${pack.id}/${model.id}/${seconds}`,
    dedupe_identity: {
      run_fingerprint: header.settingsSha256,
      content_hash: sha256Hex(canonicalJson(results)),
      hash_algorithm: 'sha256',
      canonicalization_version: 'RFC 8785',
    },
    evaluation_timestamp: header.createdAt,
    retrieved_timestamp: seconds,
    source_metadata: {
      source_name: 'Bedside',
      source_type: 'evaluation_run',
      // The run does not know who made it; the one who publishes it writes it here.
      source_organization_name: 'not stated',
      evaluator_relationship: 'other',
      additional_details: { run: header.id, privacy },
    },
    eval_library: {
      name: header.app.name,
      version: header.app.version,
      additional_details: {
        build: header.app.build,
        scorers: scorerVersions(view),
        answered: String(states.answered),
        failed: String(states.failed),
        not_answered: String(states['not-answered']),
        not_reached: String(states.missing),
        metrics_without_a_score:
          columns
            .filter(({ estimate }) => estimate.value === null)
            .map(({ metric }) => metric)
            .join(', ') || 'none',
      },
    },
    model_info: {
      name: model.title,
      id: model.id,
      inference_engine: { name: runtime.id, version: runtime.version },
      additional_details: {
        dtype: model.dtype,
        source: model.source,
        sha256: model.sha256,
        device: runtime.device,
        ...(runtime.server === undefined ? {} : { server: runtime.server.origin }),
        ...(model.revision === undefined ? {} : { revision: model.revision }),
      },
    },
    evaluation_results: results,
  };
}

/** No single row has a score for it. */
function derivedColumn({ metric, scorer, measure, estimate }: DerivedMetric): ExportColumn {
  return {
    metric,
    scorer,
    measure,
    estimate,
    standardError: null,
    zeroWords: null,
    overridden: null,
    scores: [],
  };
}

function result({ header, pack }: ExportView, column: ExportColumn): unknown {
  const { metric, scorer, measure, estimate, standardError } = column;
  const { generation } = header;
  return {
    evaluation_name: `${pack.id}: ${metric}`,
    source_data: {
      dataset_name: pack.id,
      source_type: 'other',
      additional_details: {
        version: pack.version,
        sha256: pack.seal,
        samples: String(pack.samples),
        private: String(pack.private),
      },
    },
    evaluation_timestamp: header.createdAt,
    metric_config: {
      evaluation_description: measure.title,
      lower_is_better: measure.better === 'lower',
      score_type: measure.kind === 'binary' ? 'binary' : 'continuous',
      min_score: 0,
      max_score: highest(column),
      additional_details: {
        scorer: scorer.id,
        scorer_version: scorer.version,
        kind: measure.kind,
        ...(measure.kind === 'count' ? { max_score: 'the highest count seen: a count has no bound' } : {}),
      },
    },
    score_details: {
      score: estimate.value,
      details: {
        unscored: String(estimate.unscored),
        failed: String(estimate.failed),
        ...(estimate.unreliable === undefined ? {} : { unreliable: estimate.unreliable }),
        ...(column.zeroWords === null ? {} : { words: column.zeroWords }),
        ...(column.overridden === null
          ? {}
          : { score_with_changes_by_people: String(column.overridden.value) }),
      },
      uncertainty: uncertainty(column, standardError),
    },
    generation_config: {
      generation_args: {
        temperature: generation.temperature,
        top_k: generation.topK,
        ...(generation.maxTokens < 1 ? {} : { max_tokens: generation.maxTokens }),
      },
      additional_details: {
        seed: String(generation.seed),
        solver: `${header.solver.id} ${header.solver.version}`,
        prompt: `${header.prompt.id} ${header.prompt.version}`,
        prompt_sha256: header.prompt.sha256,
      },
    },
  };
}

/** The schema wants a highest value of every continuous score, and takes a missing score_type for "levels". */
function highest({ measure, scores }: ExportColumn): number {
  if (measure.kind !== 'count') return 1;
  return scores.reduce((most, score) => (score.state === 'scored' ? Math.max(most, score.value) : most), 1);
}

function uncertainty({ estimate }: ExportColumn, standardError: number | null): unknown {
  const { low, high, level, method, n } = estimate;
  return {
    ...(standardError === null
      ? {}
      : { standard_error: { value: standardError, method: 'analytic, robust to clusters' } }),
    ...(low === null || high === null
      ? {}
      : { confidence_interval: { lower: low, upper: high, confidence_level: level, method } }),
    num_samples: n,
    ...(method === 'bca-bootstrap' ? { num_bootstrap_samples: bootstrapCount(n) } : {}),
  };
}
