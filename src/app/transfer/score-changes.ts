/** Versions of scores kept beside each other, and scores that people changed. */
import * as v from 'valibot';
import type { Estimate, MeasureSpec } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import {
  SCORE_OVERRIDE_KIND,
  ScoreOverrideSchema,
  overriddenColumn,
  overrideFits,
  readScoreOverrides,
} from '../../core/review/score-override.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';
import type { ResultStore, ScoreTable } from '../../storage/contract.ts';
import type { ScoreChanges } from './score-changes-port.ts';
import type { Packs } from '../packs/packs.ts';
import type { RunShelf } from '../runs/run-shelf.ts';

export interface ScoreChangesDeps {
  readonly store: ResultStore;
  readonly shelf: Pick<RunShelf, 'find'>;
  readonly packs: Pick<Packs, 'find'>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly changed: () => void;
}

export function createScoreChanges(deps: ScoreChangesDeps): ScoreChanges {
  const { store, shelf, packs } = deps;

  async function columnOf(runId: string, metric: string) {
    for (const table of await store.listScores(runId)) {
      const measure = measuresOf(table).find(({ id }) => `${table.scorerId}.${id}` === metric);
      const cells = measure === undefined ? undefined : table.columns[measure.id];
      if (measure !== undefined && cells !== undefined) return { table, measure, cells };
    }
    return null;
  }

  return {
    scoreVersions: async (runId) => {
      const { store: from } = await shelf.find(runId);
      const seen = new Set<string>();
      return (await from.listScoreVersions(runId)).map((table) => {
        const shown = !seen.has(table.scorerId);
        seen.add(table.scorerId);
        return {
          scorerId: table.scorerId,
          title: scorerOfTable(table.scorerId)?.title ?? table.scorerId,
          version: table.scorerVersion,
          createdAt: table.createdAt,
          shown,
          estimates: measuresOf(table).flatMap((measure) => {
            const key = `${table.scorerId}.${measure.id}`;
            const estimate = table.estimates[key];
            return estimate === undefined ? [] : [{ key, measure, estimate }];
          }),
        };
      });
    },

    overrides: async (runId) => {
      const { run } = await shelf.find(runId);
      if (run.recorded === true) return { overrides: [], unreadable: 0, estimates: {} };
      const { overrides, unreadable } = readScoreOverrides(await store.listAnnotations(runId));
      const estimates: Record<string, { estimate: Estimate; changed: number }> = {};
      if (overrides.length === 0) return { overrides, unreadable, estimates };
      const pack = await packs.find(run.header.pack.id, run.header.pack.sha256, run.header.selection);
      for (const metric of new Set(overrides.map(({ override }) => override.metric))) {
        const column = await columnOf(runId, metric);
        if (column === null) continue;
        const { table, measure, cells } = column;
        const clusters = table.keys.map((key) => {
          const sample = pack?.samples[Number(key.split('#')[0])];
          return sample?.cluster ?? sample?.id ?? key.split('#')[0] ?? key;
        });
        const found = overriddenColumn({ metric, measure, keys: table.keys, cells, clusters }, overrides);
        if (found !== null) estimates[metric] = { estimate: found.estimate, changed: found.changed };
      }
      return { overrides, unreadable, estimates };
    },

    override: async (runId, key, change) => {
      const column = await columnOf(runId, change.metric);
      const cell = column?.cells[column.table.keys.indexOf(key)];
      if (column === null || cell === undefined)
        throw new AppError('storage/missing', `there is no score ${change.metric} of ${key}`, {
          what: 'score',
          id: change.metric,
        });
      const body = v.safeParse(ScoreOverrideSchema, {
        schemaVersion: 1,
        was: cell,
        scorerVersion: column.table.scorerVersion,
        ...change,
      });
      if (!body.success || !overrideFits(change.value, column.measure.kind))
        throw new AppError(
          'input/option',
          'a changed score needs a value that the measure can have, who changed it and why',
          {
            option: 'score',
          },
        );
      await store.putAnnotation({
        runId,
        recordKey: key,
        kind: SCORE_OVERRIDE_KIND,
        id: deps.newId(),
        createdAt: deps.now().toISOString(),
        body: body.output,
      });
      deps.changed();
    },

    removeOverride: async (runId, key, id) => {
      const all = await store.listAnnotations(runId);
      const found = all.find(
        (one) => one.recordKey === key && one.kind === SCORE_OVERRIDE_KIND && one.id === id,
      );
      await store.deleteAnnotation({ runId, recordKey: key, kind: SCORE_OVERRIDE_KIND, id });
      deps.changed();
      return {
        undo: async () => {
          if (found !== undefined) await store.putAnnotation(found);
          deps.changed();
        },
      };
    },
  };
}

function measuresOf(table: ScoreTable): readonly MeasureSpec[] {
  return table.measures ?? scorerOfTable(table.scorerId)?.measures ?? [];
}
