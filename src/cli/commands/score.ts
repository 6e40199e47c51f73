import type { Estimate, Scorer } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import { type EveryInterval, everyInterval } from '../../core/metrics/every-interval.ts';
import type { Interval } from '../../core/stats/interval.ts';
import { chanceAccuracy } from '../../core/metrics/chance.ts';
import { partsOfBoundId } from '../../core/scorers/bound-id.ts';
import { zeroEventsOf } from '../../core/metrics/zero-events.ts';
import { EXTRACTORS, extractorById } from '../../core/extractors/registry.ts';
import { readPack } from '../../core/packs/read-pack.ts';
import { readOutputs } from '../../core/run/read-outputs.ts';
import { scoreJson } from '../../core/run/score-json.ts';
import { derivedMetrics } from '../../core/run/derived-metrics.ts';
import { labelReports } from '../../core/run/label-reports.ts';
import { scoredSlices } from '../../core/run/score-slices.ts';
import type { SliceEstimates } from '../../core/run/slices.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED, type ScoredRun, scoreRun } from '../../core/run/score-run.ts';
import { readVocabularyCsv } from '../../core/lexicon/vocabulary-csv.ts';
import { bindScorers } from '../../core/scorers/bind-scorers.ts';
import { SCORERS } from '../../core/scorers/registry.ts';
import type { Vocabulary } from '../../core/scorers/scorer-resources.ts';
import { commandArgs, listOption, requiredOption } from '../command-args.ts';
import type { CliIo, Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { sourceFile } from '../files.ts';
import { foreignOutputs, isForeignResults } from '../foreign-outputs.ts';
import { textTable } from '../text-table.ts';
import { labelLines, pooledLines } from './label-lines.ts';

export const scoreCommand: Command = {
  name: 'score',
  summary: 'Score predictions or a recorded run against a pack; needs no model',
  usage: `bedside score <pack.json> --predictions <preds.jsonl|run.jsonl> [--scorers id,id] [--vocabulary <terms.csv>]
            [--extractor id] [--by field] [--intervals] [--json]

  --predictions  one {"id","output"} per line, a run.jsonl, or another tool's results that hold the outputs and the
                 pack's sample ids (an inspect_ai log, lm-eval samples, promptfoo output)
  --scorers      instead of the pack's own: ${SCORERS.map(({ id }) => id).join(', ')}
  --vocabulary   a CSV with the columns term, concept id and group, for concept-f1 in place of the built-in lexicon
  --intervals    every headline mean by every interval there is (Wilson, exact, t, percentile and BCa bootstrap,
                 cluster-robust t, cluster bootstrap), and what unscored samples could make of it
  --extractor    reads the answers again, without the model, for the scorers that can be read so; their scores are
                 called <scorer>@<extractor>: ${EXTRACTORS.map(({ id }) => id).join(', ')}
  --by           the same within each group of samples: a field of the pack's meta, e.g. specialty
  --json         one JSON object on stdout: metrics with intervals and counts, and every sample's scores`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      predictions: { type: 'string' },
      scorers: { type: 'string' },
      vocabulary: { type: 'string' },
      intervals: { type: 'boolean', default: false },
      extractor: { type: 'string' },
      by: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [packPath, ...others] = positionals;
    if (packPath === undefined || others.length > 0) {
      throw new AppError('input/option', 'give exactly one pack', { option: 'pack' });
    }
    const predictions = sourceFile(requiredOption(values.predictions, '--predictions'));
    const pack = await readPack(sourceFile(packPath));
    const ids = values.scorers === undefined ? pack.scorers : listOption(values.scorers);
    if (values.extractor !== undefined) extractorById(values.extractor);
    const scorers = await scorersFor(ids, values, io);
    const { outputs, selection } = (await isForeignResults(predictions.name))
      ? await foreignOutputs(pack, predictions.name, io)
      : await readOutputs(pack, predictions);
    const run = scoreRun(pack, outputs, { scorers, selection });
    const identity = { id: pack.id, version: pack.version, sha256: pack.seal };
    const intervals = values.intervals ? headlineIntervals(run) : [];
    const slices = values.by === undefined ? null : scoredSlices(run, values.by);
    const json = scoreJson(identity, run, slices);
    if (values.json) io.out(`${JSON.stringify(values.intervals ? { ...json, intervals } : json)}\n`);
    else {
      const title = `${pack.title} (${pack.id} ${pack.version}, seal ${pack.seal.slice(0, 12)})`;
      const lines = [
        title,
        table(run),
        ...chanceLine(run),
        ...pooledLines(derivedMetrics(run, [])),
        ...labelLines(labelReports(run)),
        ...intervals.flatMap(intervalLines),
      ];
      io.out(`${lines.join('\n')}\n${slicesTable(run, slices)}`);
    }
    return EXIT.done;
  },
};

async function scorersFor(
  ids: readonly string[],
  { vocabulary, extractor }: { readonly vocabulary?: string; readonly extractor?: string },
  io: CliIo,
): Promise<Scorer[]> {
  if (ids.length === 0) throw new AppError('input/option', 'no scorer was named', { option: '--scorers' });
  const scorers = await bindScorers(ids, {
    ...(vocabulary === undefined ? {} : { ownVocabulary: await readVocabulary(vocabulary, io) }),
    ...(extractor === undefined ? {} : { extractor }),
  });
  if (vocabulary !== undefined && !scorers.some(({ needs }) => needs === 'vocabulary')) {
    throw new AppError('input/option', 'no chosen scorer uses a vocabulary: add --scorers concept-f1', {
      option: '--vocabulary',
    });
  }
  return scorers;
}

async function readVocabulary(path: string, io: CliIo): Promise<Vocabulary> {
  const { vocabulary, concepts, skipped, skippedCount } = await readVocabularyCsv(sourceFile(path));
  for (const { line, problem } of skipped) io.err(`${path}, line ${line}: ${problem}`);
  const left = skippedCount === 0 ? '' : `, ${skippedCount} rows left out`;
  io.err(
    `${path}: ${vocabulary.entries.length} terms of ${concepts} concepts${left}; SHA-256 ${vocabulary.sha256}`,
  );
  return vocabulary;
}

function chanceLine({ items, tables }: ScoredRun): string[] {
  const chance = chanceAccuracy(items.map(({ sample }) => sample));
  const ofChoices = tables.some(({ scorer }) => partsOfBoundId(scorer.id).scorerId === 'choice');
  return chance === null || !ofChoices
    ? []
    : [`chance: guessing among the choices would give ${chance.toFixed(4)}`];
}

/** Groups of fewer than a hundred must not be ranked against each other: said once, under them. */
function slicesTable(run: ScoredRun, slices: readonly SliceEstimates[] | null): string {
  if (slices === null) return '';
  const groups = slices.map(
    ({ field, value, estimates }) =>
      `\n${field}: ${value}\n${tableOf(run, (metric) => estimates[metric] ?? null)}\n`,
  );
  return `${groups.join('')}\nGroups of fewer than 100 samples must not be ranked against each other.\n`;
}

function table(run: ScoredRun): string {
  const columns = new Map(
    run.tables.flatMap((each) => each.columns).map((each) => [each.metric, each.estimate]),
  );
  return tableOf(run, (metric) => columns.get(metric) ?? null);
}

/** A number never stands without its interval and its n. */
function tableOf(run: ScoredRun, estimateOf: (metric: string) => Estimate | null): string {
  const fraction = (value: number): string => value.toFixed(4);
  const rows = run.tables
    .flatMap(({ columns }) => columns)
    .flatMap(({ metric, measure }) => {
      const estimate = estimateOf(metric);
      if (estimate === null) return [];
      const { value, low, high, level, n, unscored, failed, method } = estimate;
      const interval =
        low === null || high === null
          ? 'no interval'
          : `${fraction(low)} to ${fraction(high)} (${Math.round(level * 100)} %, ${method})`;
      const notes = [
        zeroEventsOf(estimate, measure)?.words,
        estimate.unreliable === 'few-clusters' ? `unreliable: ${estimate.clusters ?? 0} clusters` : undefined,
        estimate.unreliable === 'few-samples' ? 'unreliable: few or equal scores' : undefined,
      ].filter((note) => note !== undefined);
      const counts = `n ${n}, unscored ${unscored}${failed > 0 ? `, failed ${failed}` : ''}`;
      return [[metric, value === null ? '-' : fraction(value), interval, counts, notes.join('; ')]];
    });
  return textTable(['metric', 'mean', 'interval', 'counts', ''], rows);
}

type MetricIntervals = EveryInterval & { readonly metric: string };

function headlineIntervals(run: ScoredRun): MetricIntervals[] {
  const clusters = run.items.map(({ sample }) => sample.cluster ?? sample.id);
  return run.tables
    .flatMap(({ columns }) => columns)
    .filter(({ measure }) => measure.headline)
    .map(({ metric, measure, scores }) => ({
      metric,
      ...everyInterval(scores, clusters, measure, { level: DEFAULT_LEVEL, seed: DEFAULT_SEED }),
    }));
}

function intervalLines({ metric, estimate, intervals, bounds }: MetricIntervals): string[] {
  const range = ({ low, high }: Interval): string => `${low.toFixed(4)} to ${high.toFixed(4)}`;
  return [
    '',
    `${metric} by every method (by the rule: ${estimate.method})`,
    ...intervals.map(
      (one) =>
        `  ${one.method}: ${range(one)}${one.ignoresClusters ? ', ignores clusters: too narrow here' : ''}`,
    ),
    ...(intervals.length === 0 ? ['  n/a: too few scored samples'] : []),
    ...(bounds === null
      ? []
      : [`  were all ${estimate.unscored} unscored samples worst or best: ${range(bounds)}`]),
  ];
}
