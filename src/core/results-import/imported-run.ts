/** Rows of a foreign file -> a run of ours: header, records, score tables, and the pack they answer where it can be known. */
import { canonicalJson } from '../canonical-json.ts';
import type { ImportedFrom, RunHeader, RunRecord } from '../contracts.ts';
import { sha256Hex } from '../digest.ts';
import { AppError, isErrorCode } from '../errors.ts';
import { MAX_LISTED_PROBLEMS } from '../packs/describe-issues.ts';
import type { SealedPack } from '../packs/read-pack.ts';
import { type DerivedPack, derivePack } from './derive-pack.ts';
import { type ImportedTable, importedTables } from './imported-tables.ts';
import { importedHeader } from './imported-header.ts';
import type { PlacedItem } from './placed-item.ts';
import type { ForeignItem, ForeignRun } from './results-importer.ts';
import { idOrder } from './id-order.ts';

export interface ImportedRun {
  readonly header: RunHeader;
  readonly records: readonly RunRecord[];
  readonly tables: readonly ImportedTable[];
  /** Belong to the tables' keys, one by one. */
  readonly items: readonly {
    readonly index: number;
    readonly repeat: number;
    readonly sample: { readonly id: string; readonly cluster: string };
  }[];
  /** Made of the file's own texts; null when it has none, or when the pack was given. */
  readonly pack: SealedPack | null;
  /** Metrics that could not be taken over, with the reason. */
  readonly left: readonly string[];
}

export interface AssembleRequest {
  readonly run: ForeignRun;
  readonly items: readonly ForeignItem[];
  readonly from: ImportedFrom;
  /** The pack that these are answers to, where it is known. */
  readonly pack: SealedPack | null;
  /** For files that do not say when the run was made. */
  readonly now: string;
}

export function assembleRun({ run, items, from, pack, now }: AssembleRequest): ImportedRun {
  if (items.length === 0)
    throw new AppError(
      'input/empty',
      `${from.files[0]?.name ?? ''}: the run of ${run.model} has no answers`,
      {
        file: from.files[0]?.name ?? '',
      },
    );
  const derived = pack === null && run.header === null ? derivePack(run, items) : null;
  const placed = placeItems(run, items, pack, derived).sort(
    (a, b) => a.index - b.index || a.item.repeat - b.item.repeat,
  );
  refuseDuplicates(placed, from);
  const { tables, left } = importedTables(run, from.format, placed);
  const known = pack ?? derived?.pack ?? null;
  return {
    header: importedHeader({
      run,
      from,
      placed,
      now,
      pack: packIdentity(run, placed, known),
      scorers: known?.scorers ?? [],
    }),
    records: placed.flatMap((one) => recordOf(one, run, now)),
    tables,
    items: placed.map(({ index, id, cluster, item }) => ({
      index,
      repeat: item.repeat,
      sample: { id, cluster },
    })),
    pack: derived?.pack ?? null,
    left,
  };
}

function placeItems(
  run: ForeignRun,
  items: readonly ForeignItem[],
  pack: SealedPack | null,
  derived: DerivedPack | null,
): PlacedItem[] {
  if (pack !== null) return placeInPack(run, items, pack);
  const order = derived?.positions ?? idOrder(items);
  return items.map((item) => {
    // Our own exports say the position, or show it in place of the id.
    const own = run.header === null ? null : (item.index ?? Number(item.id) - 1);
    const index = own !== null && Number.isInteger(own) && own >= 0 ? own : (order.get(item.id) ?? 0);
    return { item, id: item.id, index, cluster: item.cluster ?? item.id };
  });
}

function placeInPack(run: ForeignRun, items: readonly ForeignItem[], pack: SealedPack): PlacedItem[] {
  const positions = new Map(pack.samples.map(({ id }, index) => [id, index]));
  const unknown: string[] = [];
  const placed = items.flatMap((item): PlacedItem[] => {
    const shown = run.header === null ? undefined : (item.index ?? Number(item.id) - 1);
    const index = positions.get(item.id) ?? shown;
    const sample = index === undefined ? undefined : pack.samples[index];
    if (index === undefined || sample === undefined) {
      unknown.push(item.id);
      return [];
    }
    return [{ item, id: sample.id, index, cluster: sample.cluster ?? sample.id }];
  });
  if (unknown.length > 0)
    throw new AppError(
      'input/unknown-id',
      `${unknown.length} ids are not in the pack ${pack.id}: ${unknown[0] ?? ''}`,
      {
        ids: unknown.slice(0, MAX_LISTED_PROBLEMS),
        count: unknown.length,
      },
    );
  return placed;
}

function refuseDuplicates(placed: readonly PlacedItem[], from: ImportedFrom): void {
  const seen = new Set<string>();
  for (const { id, index, item } of placed) {
    const key = `${index}#${item.repeat}`;
    if (seen.has(key))
      throw new AppError('input/duplicate-id', `${from.files[0]?.name ?? ''}: "${id}" occurs twice`, {
        file: from.files[0]?.name ?? '',
        ids: [id],
      });
    seen.add(key);
  }
}

/** Without texts the samples are known by task and ids: runs of the same ones can be compared. */
function packIdentity(
  run: ForeignRun,
  placed: readonly PlacedItem[],
  pack: SealedPack | null,
): RunHeader['pack'] {
  if (pack !== null)
    return {
      id: pack.id,
      version: pack.version,
      title: pack.title,
      sha256: pack.seal,
      samples: pack.samples.length,
    };
  if (run.header !== null) return run.header.pack;
  const ids = [...new Set(placed.map(({ id }) => id))];
  const task = run.task ?? 'results';
  return {
    id: task,
    version: run.taskVersion === '' ? '0' : run.taskVersion,
    title: task,
    sha256: sha256Hex(canonicalJson({ imported: task, version: run.taskVersion, ids })),
    samples: ids.length,
  };
}

function recordOf({ item, id, index }: PlacedItem, run: ForeignRun, now: string): RunRecord[] {
  // What was never reached has no record.
  if (item.output === null && item.error === null && item.unscored === 'missing-output') return [];
  return [
    {
      kind: 'record',
      id,
      repeat: item.repeat,
      index,
      createdAt: item.createdAt ?? run.createdAt ?? run.header?.createdAt ?? now,
      output: item.output,
      finish: item.finish,
      ...(item.unscored === null ? {} : { unscored: item.unscored }),
      ...(item.error === null
        ? {}
        : {
            error: {
              code: isErrorCode(item.error) ? item.error : 'runtime/failed',
              message: item.error,
              details: {},
            } as const,
          }),
      messages: [...item.messages],
      prompt: null,
      usage: item.usage,
      timings: item.timings,
    },
  ];
}
