import type { Scorer } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import { zeroEventsOf } from '../../core/metrics/zero-events.ts';
import { readPack } from '../../core/packs/read-pack.ts';
import { readOutputs } from '../../core/run/read-outputs.ts';
import { scoreJson } from '../../core/run/score-json.ts';
import { type ScoredRun, scoreRun } from '../../core/run/score-run.ts';
import { SCORERS, scorerById } from '../../core/scorers/registry.ts';
import { commandArgs, listOption, requiredOption } from '../command-args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { sourceFile } from '../files.ts';
import { textTable } from '../text-table.ts';

export const scoreCommand: Command = {
  name: 'score',
  summary: 'Score predictions or a recorded run against a pack; needs no model',
  usage: `bedside score <pack.json> --predictions <preds.jsonl|run.jsonl> [--scorers id,id] [--json]

  --predictions  one {"id","output"} per line, or a run.jsonl
  --scorers      instead of the pack's own: ${SCORERS.map(({ id }) => id).join(', ')}
  --json         one JSON object on stdout: metrics with intervals and counts, and every sample's scores`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      predictions: { type: 'string' },
      scorers: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [packPath, ...others] = positionals;
    if (packPath === undefined || others.length > 0) {
      throw new AppError('input/option', 'give exactly one pack', { option: 'pack' });
    }
    const predictions = sourceFile(requiredOption(values.predictions, '--predictions'));
    const chosen = values.scorers === undefined ? null : scorersById(listOption(values.scorers));
    const pack = await readPack(sourceFile(packPath));
    const scorers = chosen ?? scorersById(pack.scorers);
    const { outputs, selection } = await readOutputs(pack, predictions);
    const run = scoreRun(pack, outputs, { scorers, selection });
    const identity = { id: pack.id, version: pack.version, sha256: pack.seal };
    if (values.json) io.out(`${JSON.stringify(scoreJson(identity, run))}\n`);
    else
      io.out(`${pack.title} (${pack.id} ${pack.version}, seal ${pack.seal.slice(0, 12)})\n${table(run)}\n`);
    return EXIT.done;
  },
};

function scorersById(ids: readonly string[]): Scorer[] {
  if (ids.length === 0) throw new AppError('input/option', 'no scorer was named', { option: '--scorers' });
  return ids.map(scorerById);
}

/** A number never stands without its interval and its n. */
function table(run: ScoredRun): string {
  const fraction = (value: number): string => value.toFixed(4);
  const rows = run.tables
    .flatMap(({ columns }) => columns)
    .map(({ metric, measure, estimate }) => {
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
      return [metric, value === null ? '-' : fraction(value), interval, counts, notes.join('; ')];
    });
  return textTable(['metric', 'mean', 'interval', 'counts', ''], rows);
}
