/** Puts together what the results pages show, from score tables and the pack, touching no record it can avoid. */
import type { Evidence, Score, ScoreCard, Scorer, UnscoredReason } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import { chanceAccuracy } from '../../core/metrics/chance.ts';
import type { Sample } from '../../core/packs/pack.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import { recordKey } from '../../core/run/record-key.ts';
import { selectedItems } from '../../core/run/selection.ts';
import { scoreOfCell, type SliceInput } from '../../core/run/slices.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';
import type { RecordKey, ScoreTable, StoredRun } from '../../storage/contract.ts';
import type { Packs } from '../packs/packs.ts';
import type { Scoring } from '../scoring/scoring.ts';
import type { MetricRow, RunResults, RunSlice, SampleDetail, SampleRow } from '../services.ts';
import type { FoundRun } from './found-run.ts';

export interface ResultsDeps {
  readonly packs: Pick<Packs, 'find'>;
  readonly scoring: Pick<Scoring, 'one'>;
}

export async function runResults({ run, store }: FoundRun, deps: ResultsDeps): Promise<RunResults> {
  const { header } = run;
  const [tables, pack] = await Promise.all([
    store.listScores(header.id),
    deps.packs.find(header.pack.id, header.pack.sha256, header.selection),
  ]);
  const shown = inHeaderOrder(tables, header.scorers);
  return {
    run,
    metrics: shown.flatMap(metricRows),
    samples: await sampleRows({ run, store }, shown, pack),
    provenance: pack?.provenance ?? null,
    ...chanceOf(pack, run),
    sliceInput: pack === null ? null : sliceInput(shown, pack),
  };
}

/** Of the samples that this run covers. */
function chanceOf(pack: PackPart | null, { header }: StoredRun): Pick<RunResults, 'chance'> {
  if (pack === null) return {};
  const chance = chanceAccuracy(
    selectedItems(header.selection, pack.samples.length).flatMap(({ index }) => pack.samples[index] ?? []),
  );
  return chance === null ? {} : { chance };
}

export async function sampleDetail(
  { run, store }: FoundRun,
  key: RecordKey,
  deps: ResultsDeps,
): Promise<SampleDetail> {
  const { header } = run;
  const record = await store.getRecord(header.id, key);
  if (record === null) {
    throw new AppError('storage/missing', `run ${header.id} has no record ${key}`, {
      what: 'record',
      id: key,
    });
  }
  const [tables, pack] = await Promise.all([
    store.listScores(header.id),
    deps.packs.find(header.pack.id, header.pack.sha256, header.selection),
  ]);
  const evidence: Record<string, Evidence> = {};
  for (const { scorerId } of tables) {
    const found = await store.getEvidence(header.id, scorerId, key);
    if (found !== null) evidence[scorerId] = found;
  }
  const sample = pack?.samples[record.index] ?? null;
  const shown = inHeaderOrder(tables, header.scorers);
  const scores = scoresOf(cellsOf(shown), rowFinder(shown)(key));
  // A run that still goes on, or was stopped before it was scored, or a recording, which ships without evidence:
  // this one sample can be scored now.
  if (Object.keys(evidence).length === 0 && sample !== null) {
    const found = fromCards(await deps.scoring.one(sample, header.scorers, record));
    return { record, sample, evidence: found.evidence, scores: { ...found.scores, ...scores } };
  }
  return { record, sample, evidence, scores };
}

function fromCards(cards: Readonly<Record<string, ScoreCard>>): Pick<SampleDetail, 'evidence' | 'scores'> {
  const evidence: Record<string, Evidence> = {};
  const scores: Record<string, Score> = {};
  for (const [scorerId, card] of Object.entries(cards)) {
    if (card.evidence !== undefined) evidence[scorerId] = card.evidence;
    for (const [measure, score] of Object.entries(card.scores)) scores[`${scorerId}.${measure}`] = score;
  }
  return { evidence, scores };
}

/** The pack's scorers first, as its author ordered them. */
function inHeaderOrder(tables: readonly ScoreTable[], scorers: readonly string[]): readonly ScoreTable[] {
  const place = (table: ScoreTable) => {
    const at = scorers.indexOf(table.scorerId);
    return at < 0 ? scorers.length : at;
  };
  return [...tables].sort((a, b) => place(a) - place(b));
}

function metricRows(table: ScoreTable): readonly MetricRow[] {
  // A table of a scorer or measure that this version no longer has cannot be explained, so it is not shown.
  const scorer = scorerOfTable(table.scorerId);
  // Another tool's table brings its measures with it.
  return (table.measures ?? scorer?.measures ?? []).flatMap((measure) => {
    const key = `${table.scorerId}.${measure.id}`;
    const estimate = table.estimates[key];
    if (estimate === undefined) return [];
    const scorerTitle =
      scorer === undefined ? `${table.scorerId} (scores of the file)` : titleOf(scorer, table);
    return [{ key, scorerId: table.scorerId, scorerTitle, measure, estimate }];
  });
}

/** Two encoders' tables must not look alike. */
function titleOf(scorer: Scorer, { scorerId, settings }: ScoreTable): string {
  if (scorerId === scorer.id) return scorer.title;
  const { encoder, dtype, layer, vocabulary } = settings ?? {};
  const what =
    vocabulary ?? (encoder === undefined ? scorerId : `${encoder} ${dtype ?? ''}, layer ${layer ?? ''}`);
  return `${scorer.title} (${what})`;
}

/** Where one sample's cells stand in each table. */
type Rows = readonly (number | undefined)[];

/** A table's cells by metric, so that they need not be named again for every sample. */
interface TableCells {
  readonly columns: readonly (readonly [string, ScoreTable['columns'][string]])[];
}

function cellsOf(tables: readonly ScoreTable[]): readonly TableCells[] {
  return tables.map((table) => ({
    columns: Object.entries(table.columns).map(([measure, cells]) => [`${table.scorerId}.${measure}`, cells]),
  }));
}

/** Finds the rows of keys that mostly come in the order in which the tables have them: no index is made for those. */
function rowFinder(tables: readonly ScoreTable[]): (key: RecordKey) => Rows {
  const finders = tables.map(({ keys }) => {
    let next = 0;
    let index: ReadonlyMap<RecordKey, number> | null = null;
    return (key: RecordKey): number | undefined => {
      if (keys[next] === key) return next++;
      index ??= new Map(keys.map((each, row) => [each, row]));
      const row = index.get(key);
      if (row !== undefined) next = row + 1;
      return row;
    };
  });
  return (key) => finders.map((find) => find(key));
}

function scoresOf(cells: readonly TableCells[], rows: Rows): Record<string, Score> {
  const scores: Record<string, Score> = {};
  cells.forEach(({ columns }, t) => {
    const row = rows[t];
    if (row === undefined) return;
    for (const [metric, values] of columns) {
      const cell = values[row];
      if (cell !== undefined) scores[metric] = scoreOfCell(cell);
    }
  });
  return scores;
}

async function sampleRows(
  { run, store }: FoundRun,
  tables: readonly ScoreTable[],
  pack: PackPart | null,
): Promise<readonly SampleRow[]> {
  const { header } = run;
  const cells = cellsOf(tables);
  const rowsOf = rowFinder(tables);
  const row = (
    item: { index: number; repeat: number },
    sampleId: string,
    reason: UnscoredReason | null,
  ): SampleRow => {
    const key = recordKey(item);
    const rows = rowsOf(key);
    const why = reason ?? commonReason(cells, rows);
    const state = why === null ? 'done' : why === 'sample-failed' ? 'failed' : 'unscored';
    let scores: Record<string, Score> | null = null;
    return {
      key,
      sampleId,
      repeat: item.repeat,
      index: item.index,
      state,
      reason: why,
      // Made when they are looked at: of 20,000 rows a page shows some thirty.
      get scores() {
        return (scores ??= scoresOf(cells, rows));
      },
    };
  };
  if (pack !== null && tables.length > 0) {
    return selectedItems(header.selection, pack.samples.length).flatMap((item) => {
      const sample = pack.samples[item.index];
      return sample === undefined ? [] : [row(item, sample.id, null)];
    });
  }
  // Not scored yet, or its pack is gone: the records themselves say what there is.
  const fromRecords: SampleRow[] = [];
  for await (const record of store.records(header.id, () => undefined)) {
    const failed = record.error === undefined ? null : ('sample-failed' as const);
    fromRecords.push(row(record, record.id, failed ?? record.unscored ?? null));
  }
  return fromRecords;
}

/** Set when not one measure has a score; the reason that most of them give. */
function commonReason(cells: readonly TableCells[], rows: Rows): UnscoredReason | null {
  const reasons = new Map<UnscoredReason, number>();
  for (const [t, { columns }] of cells.entries()) {
    const row = rows[t];
    if (row === undefined) continue;
    for (const [, values] of columns) {
      const cell = values[row];
      if (cell === undefined) continue;
      const score = scoreOfCell(cell);
      if (score.state === 'scored') return null;
      reasons.set(score.reason, (reasons.get(score.reason) ?? 0) + 1);
    }
  }
  return [...reasons].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** What the groups are computed from; null where the pack has none. */
function sliceInput(tables: readonly ScoreTable[], pack: PackPart): SliceInput | null {
  const keys = tables[0]?.keys;
  if (pack.sliceFields.length === 0 || keys === undefined) return null;
  const samples = keys.map((key) => pack.samples[Number(key.split('#')[0])]);
  return {
    clusters: samples.map((sample) => sample?.cluster ?? sample?.id ?? ''),
    fields: pack.sliceFields.map((field) => ({
      field,
      values: samples.map((sample) => sliceValue(sample, field)),
    })),
    columns: tables
      .filter((table) => table.keys.length === keys.length)
      .flatMap((table) =>
        metricRows(table)
          .filter(({ measure }) => measure.headline)
          .map(({ key, measure }) => ({ key, measure, cells: table.columns[measure.id] ?? [] })),
      ),
  };
}

/** The same measures within groups of samples: computed after the table of samples is there. */
export async function runSlices(
  { sliceInput: input, metrics }: Pick<RunResults, 'sliceInput' | 'metrics'>,
  scoring: Pick<Scoring, 'slices'>,
): Promise<readonly RunSlice[]> {
  if (input === null) return [];
  const found = await scoring.slices(input);
  return found.map(({ field, value, estimates }) => ({
    field,
    value,
    metrics: metrics.flatMap((metric) => {
      const estimate = estimates[metric.key];
      return estimate === undefined ? [] : [{ ...metric, estimate }];
    }),
  }));
}

function sliceValue(sample: Sample | undefined, field: string): string | null {
  const value = sample?.meta?.[field];
  return value === undefined ? null : String(value);
}
