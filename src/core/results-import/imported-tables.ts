/** Scores that another tool gave, by column, as our own tables have them. */
import type { Estimate, MeasureSpec, Score, UnscoredReason } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';
import { SCORERS } from '../scorers/registry.ts';
import type { PlacedItem } from './placed-item.ts';
import type { ForeignRun } from './results-importer.ts';

export interface ImportedTable {
  readonly scorerId: string;
  readonly scorerVersion: string;
  readonly measures: readonly MeasureSpec[];
  readonly keys: readonly string[];
  readonly columns: Readonly<Record<string, readonly (number | UnscoredReason)[]>>;
  readonly estimates: Readonly<Record<string, Estimate>>;
}

const UNKNOWN_VERSION = 'as recorded';

export function importedTables(
  run: ForeignRun,
  format: string,
  placed: readonly PlacedItem[],
): { tables: ImportedTable[]; left: string[] } {
  const names = new Set(placed.flatMap(({ item }) => Object.keys(item.scores)));
  const byScorer = new Map<string, { measure: MeasureSpec; scores: readonly Score[] }[]>();
  const left: string[] = [];
  for (const name of names) {
    const scores = placed.map(({ item }) => scoreOf(item, name));
    const values = scores.flatMap((score) => (score.state === 'scored' ? [score.value] : []));
    if (values.some((value) => value < 0)) {
      left.push(`${name}: has values below zero, which no measure here can hold`);
      continue;
    }
    const { scorerId, measureId } = splitMetric(name, run, format);
    const measure = measureOf(scorerId, measureId, name, run, values);
    byScorer.set(scorerId, [...(byScorer.get(scorerId) ?? []), { measure, scores }]);
  }
  const keys = placed.map(({ index, item }) => `${index}#${item.repeat}`);
  const clusters = placed.map(({ cluster }) => cluster);
  const tables = [...byScorer].map(([scorerId, columns]): ImportedTable => ({
    scorerId,
    scorerVersion: run.scorerVersions[scorerId] ?? UNKNOWN_VERSION,
    measures: columns.map(({ measure }) => measure),
    keys,
    columns: Object.fromEntries(
      columns.map(({ measure, scores }) => [
        measure.id,
        scores.map((score) => (score.state === 'scored' ? score.value : score.reason)),
      ]),
    ),
    estimates: Object.fromEntries(
      columns.map(({ measure, scores }) => [
        `${scorerId}.${measure.id}`,
        estimateMean(scores, clusters, measure, { level: DEFAULT_LEVEL, seed: DEFAULT_SEED }),
      ]),
    ),
  }));
  return { tables, left };
}

/** Our own exports name metrics as we do; another tool's stand under the name of its format. */
function splitMetric(name: string, run: ForeignRun, format: string): { scorerId: string; measureId: string } {
  const dot = name.indexOf('.');
  return run.header === null || dot <= 0
    ? { scorerId: format, measureId: name }
    : { scorerId: name.slice(0, dot), measureId: name.slice(dot + 1) };
}

function measureOf(
  scorerId: string,
  id: string,
  name: string,
  run: ForeignRun,
  values: readonly number[],
): MeasureSpec {
  const own =
    run.header === null
      ? undefined
      : SCORERS.find((scorer) => scorer.id === scorerId)?.measures.find((one) => one.id === id);
  const found = kindOf(values);
  if (own !== undefined && fits(found, own.kind)) return own;
  const said = run.metrics[name] ?? run.metrics[name.split(',')[0] ?? ''] ?? {};
  const kind = said.kind !== undefined && fits(found, said.kind) ? said.kind : found;
  return { id, title: said.title ?? id, kind, better: said.better ?? 'higher', headline: kind !== 'count' };
}

function kindOf(values: readonly number[]): MeasureSpec['kind'] {
  if (values.every((value) => value === 0 || value === 1)) return 'binary';
  return values.every((value) => value <= 1) ? 'fraction' : 'count';
}

const WIDTH = { binary: 0, fraction: 1, count: 2 } as const;

/** A declared kind must be able to hold what was found. */
function fits(found: MeasureSpec['kind'], declared: MeasureSpec['kind']): boolean {
  return WIDTH[found] <= WIDTH[declared];
}

function scoreOf(item: PlacedItem['item'], name: string): Score {
  if (item.error !== null) return { state: 'unscored', reason: 'sample-failed' };
  return item.scores[name] ?? { state: 'unscored', reason: item.unscored ?? 'not-applicable' };
}
