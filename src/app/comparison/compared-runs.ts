/** Stored runs as a comparison reads them: score tables and the pack's clusters, no record it can avoid. */
import type { ComparedRun } from '../../core/compare/compare-runs.ts';
import { runNames } from '../../core/compare/comparison-report.ts';
import { differingVersions } from '../../core/compare/differing-versions.ts';
import type { Selection } from '../../core/contracts.ts';
import { readSamples, type PackPart } from '../../core/packs/pack-part.ts';
import { refuseAnchored } from '../../core/review/anchors.ts';
import { scoreOfCell } from '../../core/run/slices.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';
import type { ScoreTable } from '../../storage/contract.ts';
import type { Packs } from '../packs/packs.ts';
import type { FoundRun } from '../runs/found-run.ts';
import { labelsOf } from './labels-of-run.ts';
import type { RunShelf } from '../runs/run-shelf.ts';

export interface ComparedRunsDeps {
  readonly shelf: Pick<RunShelf, 'find'>;
  readonly packs: Pick<Packs, 'find'>;
}

export interface GatheredRuns {
  readonly found: readonly FoundRun[];
  readonly runs: readonly ComparedRun[];
  /** The pack of the first run; null when it is no longer here: who shares a patient is then unknown. */
  readonly pack: PackPart | null;
  /** Scorers whose versions differ between the runs; their measures are left out. */
  readonly otherVersions: readonly string[];
}

export async function gatherRuns(runIds: readonly string[], deps: ComparedRunsDeps): Promise<GatheredRuns> {
  const found = await Promise.all(runIds.map((id) => deps.shelf.find(id)));
  const tables = await Promise.all(found.map(({ run, store }) => store.listScores(run.header.id)));
  const first = found[0]?.run.header;
  const pack =
    first === undefined ? null : await deps.packs.find(first.pack.id, first.pack.sha256, widest(found));
  refuseAnchored(
    pack === null ? [] : readSamples(pack),
    found.map(({ run }) => run.header.model),
  );
  const otherVersions = differingVersions(
    tables.map((of) => of.map(({ scorerId, scorerVersion }) => ({ id: scorerId, version: scorerVersion }))),
  );
  const names = runNames(found.map(({ run }) => run.header));
  const runs = await Promise.all(
    found.map(async (one, at): Promise<ComparedRun> => {
      const usable = (tables[at] ?? []).filter(({ scorerId }) => !otherVersions.includes(scorerId));
      const ids = pack === null ? await idsOfRecords(one) : null;
      const {
        pack: { id, sha256 },
        selection,
      } = one.run.header;
      const own = sha256 === first?.pack.sha256 ? pack : await deps.packs.find(id, sha256, selection);
      return {
        name: names[at] ?? '',
        header: one.run.header,
        scored: {
          ...scoresOf(usable, (index) => ids?.get(index) ?? pack?.samples[index]),
          labels: own === null ? [] : await labelsOf(one, usable, own),
        },
        transformOf: own?.provenance.transformOf,
      };
    }),
  );
  return { found, runs, pack, otherVersions };
}

/** What covers each of the runs. */
function widest(runs: readonly FoundRun[]): Selection {
  const selections = runs.map(({ run }) => run.header.selection);
  const sharded = selections.some(({ shard }) => shard !== null);
  const limits = selections.flatMap(({ limit }) => limit ?? []);
  const limit = sharded || limits.length < selections.length ? null : Math.max(...limits);
  const [only] = selections;
  return selections.length === 1 && only !== undefined ? only : { limit, shard: null, repeats: 1 };
}

type SampleName = { readonly id: string; readonly cluster?: string | undefined };

async function idsOfRecords({ run, store }: FoundRun): Promise<ReadonlyMap<number, SampleName>> {
  const ids = new Map<number, SampleName>();
  for await (const { index, id } of store.records(run.header.id, () => undefined)) ids.set(index, { id });
  return ids;
}

/** Tables of one run may cover different keys after a partial re-scoring; a key without a score is unscored there. */
function scoresOf(
  tables: readonly ScoreTable[],
  sampleAt: (index: number) => SampleName | undefined,
): ComparedRun['scored'] {
  const keys = [...new Set(tables.flatMap((table) => table.keys))];
  const items = keys.map((key) => {
    const [index = 0, repeat = 0] = key.split('#').map(Number);
    const { id = key, cluster } = sampleAt(index) ?? {};
    return { index, repeat, sample: cluster === undefined ? { id } : { id, cluster } };
  });
  return {
    items,
    tables: tables.flatMap((table) => {
      const scorer = scorerOfTable(table.scorerId);
      const rows = new Map(table.keys.map((key, row) => [key, row]));
      const columns = (table.measures ?? scorer?.measures ?? []).flatMap((measure) => {
        const metric = `${table.scorerId}.${measure.id}`;
        const estimate = table.estimates[metric];
        const cells = table.columns[measure.id];
        if (estimate === undefined || cells === undefined) return [];
        const scores = keys.map((key) => scoreOfCell(cells[rows.get(key) ?? -1] ?? 'not-applicable'));
        return [{ metric, measure, scores, estimate }];
      });
      return columns.length === 0 ? [] : [{ columns }];
    }),
  };
}
