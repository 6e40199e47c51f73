import type { Estimate } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import type { MetricComparison } from '../../core/compare/compare-metric.ts';
import {
  type ComparedRun,
  DEFAULT_EFFECT,
  type RunComparison,
  assertSamePack,
  compareRuns,
} from '../../core/compare/compare-runs.ts';
import { type PlannedVerdict, plannedVerdict, readSealedPlan } from '../../core/compare/sealed-plan.ts';
import { COMPARISON_EXPORTS } from '../../core/exports/comparison/registry.ts';
import { readLines } from '../../core/packs/lines.ts';
import { parseStrictJson } from '../../core/packs/strict-json.ts';
import { refuseAnchored } from '../../core/review/anchors.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../../core/run/score-run.ts';
import { SCORERS } from '../../core/scorers/registry.ts';
import { commandArgs, listOption } from '../command-args.ts';
import type { Command } from '../command.ts';
import { writeReportFile } from '../compare-report.ts';
import { EXIT } from '../exit-codes.ts';
import { sourceFile } from '../files.ts';
import { FULL_TEXT_HELP, FULL_TEXT_OPTIONS, consentOptions, privacyOption } from '../full-text-options.ts';
import { RUN_FILES, openAll } from '../open-runs.ts';
import { textTable } from '../text-table.ts';

export const compareCommand: Command = {
  name: 'compare',
  summary: 'Is run B better than run A on the samples both answered, by how much, and may one say so',
  usage: `bedside compare <run-a> <run-b> [--pack file] [--twin file] [--scorers id,id] [--effect d] [--plan plan.json] [--json]
                 [--out file [--to id] [--privacy scores|hashes|full]]

  <run>      ${RUN_FILES}

  --pack     the pack both are runs of; found among the bundled ones by its id when left out
  --twin     the pack that run B is of, when it is a twin of run A's (bedside transform): the drop by the transform
  --scorers  instead of the pack's own: ${SCORERS.map(({ id }) => id).join(', ')}
  --effect   the difference to plan for: how many samples it would take to show it (${DEFAULT_EFFECT} when left out)
  --plan     a sealed non-inferiority plan (docs/adr/0002-rank-command.md says its form); gives the verdict it was made for
  --json     one JSON object on stdout
  --out      also a report as a file, which may be handed on
  --to       its form, else as the file's name ends: ${COMPARISON_EXPORTS.map(({ id, extension, description }) => `${id} (.${extension}): ${description}`).join('\n             ')}
  ${FULL_TEXT_HELP}

  Runs of different packs are refused, but for a pack and its twins. Settings that differ come first; another prompt, solver or generation setting
  is marked. Differences are B - A.`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      pack: { type: 'string' },
      twin: { type: 'string' },
      scorers: { type: 'string' },
      effect: { type: 'string' },
      plan: { type: 'string' },
      out: { type: 'string' },
      to: { type: 'string' },
      ...FULL_TEXT_OPTIONS,
      json: { type: 'boolean', default: false },
    });
    if (positionals.length === 0 || positionals.length > 2)
      throw new AppError('input/option', 'give exactly two runs', { option: 'file' });
    const effect = values.effect === undefined ? DEFAULT_EFFECT : Number(values.effect);
    if (!Number.isFinite(effect) || effect <= 0)
      throw new AppError('input/option', '--effect must be a number above 0', { option: '--effect' });
    const privacy = privacyOption(values.privacy);
    const plan = values.plan === undefined ? null : readSealedPlan(await readJson(values.plan), values.plan);
    const scorers = values.scorers === undefined ? null : listOption(values.scorers);
    const opened =
      values.twin === undefined
        ? await openAll(positionals, { pack: values.pack, scorers }, io)
        : [
            ...(await openAll(positionals.slice(0, 1), { pack: values.pack, scorers }, io)),
            ...(await openAll(positionals.slice(1), { pack: values.twin, scorers }, io)),
          ];
    const [a, b] = opened;
    if (a === undefined || b === undefined || opened.length > 2)
      throw new AppError('input/option', `give exactly two runs: the files hold ${opened.length}`, {
        option: 'file',
      });
    assertSamePack(a, b);
    refuseAnchored(a.pack?.samples ?? [], [a.header.model, b.header.model]);
    const comparison = compareRuns(a, b, { effect });
    if (comparison.metrics.length === 0)
      throw new AppError(
        'input/option',
        `${a.name} and ${b.name} have no metric in common: name scorers with --scorers`,
        { option: '--scorers' },
      );
    const first = [...a.records, ...b.records].map((record) => record.createdAt).sort()[0] ?? null;
    const how = { level: DEFAULT_LEVEL, seed: DEFAULT_SEED };
    const verdict = plan === null ? null : plannedVerdict(plan, a, b, first, how);
    if (values.out !== undefined)
      await writeReportFile(
        [a, b],
        {
          out: values.out,
          to: values.to,
          privacy,
          consent: consentOptions(values),
          effect,
          plan,
          firstRecordAt: first,
          inputs: [...positionals, values.pack, values.twin, values.plan].filter(
            (path) => path !== undefined,
          ),
        },
        io,
      );
    else if (values.to !== undefined)
      throw new AppError('input/option', '--to needs --out: the file to write', { option: '--out' });
    io.out(
      values.json
        ? `${JSON.stringify(comparisonJson(a, b, comparison, verdict))}\n`
        : `${textReport(a, b, comparison, verdict).join('\n')}\n`,
    );
    return EXIT.done;
  },
};

async function readJson(path: string): Promise<unknown> {
  let text = '';
  for await (const line of readLines(sourceFile(path).stream(), path)) text += `${line.text}\n`;
  return parseStrictJson(text, { file: path });
}

/** Metrics by their key as `score --json` has them; sample ids only where a sample changed sides. */
function comparisonJson(
  a: ComparedRun,
  b: ComparedRun,
  { metrics, ...comparison }: RunComparison,
  verdict: PlannedVerdict | null,
): unknown {
  const { pack } = a.header;
  const side = ({ name, header }: ComparedRun) => ({
    file: name,
    run: header.id,
    model: header.model.id,
    settingsSha256: header.settingsSha256,
  });
  return {
    pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
    a: side(a),
    b: side(b),
    ...comparison,
    metrics: Object.fromEntries(
      metrics.map(({ metric, measure, flips, ...one }) => [
        metric,
        {
          title: measure.title,
          better: measure.better,
          headline: measure.headline,
          ...one,
          flips:
            flips === null
              ? null
              : {
                  bothRight: flips.bothRight.length,
                  bothWrong: flips.bothWrong.length,
                  onlyA: flips.onlyA,
                  onlyB: flips.onlyB,
                },
        },
      ]),
    ),
    nonInferiority: verdict,
  };
}

function textReport(
  a: ComparedRun,
  b: ComparedRun,
  comparison: RunComparison,
  verdict: PlannedVerdict | null,
): string[] {
  const { settings, samples, metrics, disagreement } = comparison;
  const shown = metrics.filter(({ measure }) => measure.headline);
  return [
    `A: ${a.name} (${a.header.model.id})`,
    `B: ${b.name} (${b.header.model.id})`,
    settings.length === 0 ? 'No setting differs.' : 'Settings that differ:',
    ...settings.map((one) => `  ${one.marked ? '! ' : ''}${one.setting}: ${one.a} | ${one.b}`),
    ...(comparison.likeForLike
      ? []
      : [
          '  ! not like for like: the runs were not asked the same way, so a difference is not the model’s alone',
        ]),
    `${samples.shared} shared samples${outside(samples)}`,
    '',
    textTable(['metric', 'A', 'B', 'B - A', 'p', 'p (Holm)', 'scored in both'], shown.map(metricRow)),
    ...shown.flatMap(metricLines),
    ...(disagreement === null
      ? []
      : [
          `FLAG: metrics disagree${disagreement.clear ? ' clearly' : ''}: B is better by ${disagreement.better.join(', ')}, worse by ${disagreement.worse.join(', ')}.`,
        ]),
    ...(metrics.length > shown.length
      ? [`${metrics.length - shown.length} further metrics are in --json; their p-values are not adjusted.`]
      : []),
    ...(verdict === null ? [] : verdictLines(verdict)),
  ];
}

function outside({ onlyInA, onlyInB }: RunComparison['samples']): string {
  return onlyInA + onlyInB === 0 ? '' : `; ${onlyInA} only in A and ${onlyInB} only in B take no part`;
}

function metricRow({ metric, a, b, difference, test, scored: counts }: MetricComparison): string[] {
  const { value, low, high } = difference;
  return [
    metric,
    estimateText(a),
    estimateText(b),
    value === null
      ? 'n/a'
      : `${signed(value)}${low === null || high === null ? '' : ` (${signed(low)} to ${signed(high)})`}`,
    test === null ? 'n/a' : pText(test.p),
    test?.holm === null || test === null ? 'n/a' : pText(test.holm),
    `${counts.both}${counts.onlyA + counts.onlyB + counts.neither === 0 ? '' : ` (only A ${counts.onlyA}, only B ${counts.onlyB}, neither ${counts.neither})`}`,
  ];
}

function metricLines(one: MetricComparison): string[] {
  const { metric, flips, leads, test, mcNemar, difference, detectable, needed, bounds, repeats } = one;
  const sides =
    flips === null
      ? `A ahead on ${leads.a}, B on ${leads.b}, equal on ${leads.equal}`
      : `both right ${flips.bothRight.length}, both wrong ${flips.bothWrong.length}, only A ${flips.onlyA.length}, only B ${flips.onlyB.length}`;
  const tests = [
    ...(test === null
      ? []
      : [
          `${test.name} p ${test.p < 0.0001 ? pText(test.p) : `= ${pText(test.p)}`}${test.error === undefined ? '' : ` ± ${test.error.toFixed(4)}`}`,
        ]),
    ...(mcNemar === null
      ? []
      : [
          `mid-p ${pText(mcNemar.midP)}${mcNemar.assumption === undefined ? '' : ' (takes samples for independent)'}`,
        ]),
    ...(one.scoreInterval === null || difference.unreliable === undefined
      ? []
      : [`score interval (Tango) ${signed(one.scoreInterval.low)} to ${signed(one.scoreInterval.high)}`]),
    ...(difference.dz === null ? [] : [`dz ${difference.dz.toFixed(3)}`]),
  ];
  const power = [
    ...(detectable === null ? [] : [`detectable with 80 % power: ${detectable.toFixed(3)}`]),
    ...(needed === null ? [] : [`samples to detect ${needed.effect}: ${needed.n}`]),
    ...(bounds === null
      ? []
      : [`missing scores could make it ${signed(bounds.low)} to ${signed(bounds.high)}`]),
  ];
  return [
    `${metric}: ${one.words}`,
    ...[[sides], tests, power].filter((parts) => parts.length > 0).map((parts) => `  ${parts.join('; ')}`),
    ...(repeats === null
      ? []
      : (['a', 'b'] as const).map(
          (side) =>
            `  ${side.toUpperCase()} over ${repeats[side].k} answers: pass@k ${estimateText(repeats[side].passAtK)}, pass^k ${estimateText(repeats[side].passHatK)}, majority ${estimateText(repeats[side].majority)}`,
        )),
  ];
}

function verdictLines({ plan, standing, reasons, words }: PlannedVerdict): string[] {
  return [
    `Non-inferiority (${plan.metric}, margin ${plan.margin}, missing: ${plan.missing}): ${words}`,
    `  ${standing}${reasons.map((reason) => `; ${reason}`).join('')}`,
    ...plan.amendments.map(({ at, what, why }) => `  amended ${at}: ${what} (${why})`),
  ];
}

function estimateText({ value, low, high, n }: Estimate): string {
  if (value === null) return `n/a (n ${n})`;
  const interval = low === null || high === null ? '' : `${low.toFixed(3)} to ${high.toFixed(3)}, `;
  return `${value.toFixed(3)} (${interval}n ${n})`;
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(3)}`;
}

function pText(p: number): string {
  return p < 0.0001 ? '< 0.0001' : p.toFixed(4);
}
