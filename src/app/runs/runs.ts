/** Stored runs as the pages use them: list, read, score again, remove and put back, export, import. */
import { AppError, isCancelled } from '../../core/errors.ts';
import { readFidelityOverride } from '../../core/fidelity/override.ts';
import { networkOfRecords } from '../../core/network/network-use.ts';
import type { Evidence, RunRecord } from '../../core/contracts.ts';
import { selectedItems } from '../../core/run/selection.ts';
import type { OnCorrupt, RecordKey, ResultStore, ScoreTable, StoredRun } from '../../storage/contract.ts';
import { overrideAnnotation } from '../fidelity/override-annotation.ts';
import type { Models } from '../models/models.ts';
import type { Packs } from '../packs/packs.ts';
import type { RunLocks } from '../run/run-lock.ts';
import type { RescoreOptions } from '../scoring/rescore-options.ts';
import type { Scoring } from '../scoring/scoring.ts';
import type { Services } from '../services.ts';
import { sourceFile } from '../source-file.ts';
import type { RunShelf } from './run-shelf.ts';
import { scoreStoredRun } from './score-stored-run.ts';

export interface RunsDeps {
  readonly store: ResultStore;
  readonly shelf: RunShelf;
  readonly packs: Packs;
  readonly models: Pick<Models, 'get'>;
  readonly scoring: Scoring;
  readonly locks: RunLocks;
  readonly now: () => Date;
  readonly changed: () => void;
  readonly onCorrupt: OnCorrupt;
}

export function createRuns(deps: RunsDeps): Services['runs'] {
  const { store, shelf, packs, models, scoring } = deps;

  async function allRecords(from: ResultStore, runId: string): Promise<RunRecord[]> {
    const records: RunRecord[] = [];
    for await (const record of from.records(runId)) records.push(record);
    return records;
  }

  async function rescore(
    runId: string,
    scorerIds: readonly string[],
    onProgress: (done: number, total: number) => void,
    options: RescoreOptions = {},
  ) {
    const { run, store: from } = await shelf.find(runId);
    const { header } = run;
    const pack = await packs.find(header.pack.id, header.pack.sha256, header.selection);
    if (pack === null) {
      throw new AppError('storage/missing', `the pack "${header.pack.id}" of this run is not here`, {
        what: 'pack',
        id: header.pack.id,
        sha256: header.pack.sha256,
      });
    }
    (await import('./refuse-anchored.ts')).refuseAnchored(header, pack, scorerIds);
    const chosen =
      options.vocabularyId === undefined && options.encoder === undefined && options.extractor === undefined
        ? undefined
        : await (
            await import('../scoring/chosen-resources.ts')
          ).chosenResources(store, models, from, run, pack, options);
    let done = 0;
    const counted = () => {
      done += 1;
      onProgress(done, run.done);
    };
    const now = deps.now().toISOString();
    await scoreStoredRun(from, header, pack, scorerIds, scoring, now, counted, chosen, options.signal);
    deps.changed();
  }

  return {
    list: () => shelf.list(deps.onCorrupt),

    interrupted: async () => {
      const held = await deps.locks.held();
      const runs = await store.listRuns(deps.onCorrupt);
      // A run that a person stopped can be continued just as one that a closed tab or an error stopped.
      return runs.filter(
        ({ status, header }) => ['running', 'paused', 'cancelled'].includes(status) && !held.has(header.id),
      );
    },

    results: async (runId) => {
      const { runResults } = await import('./results.ts');
      return runResults(await shelf.find(runId), deps);
    },

    slices: async (results) => {
      const { runSlices } = await import('./results.ts');
      return runSlices(results, scoring);
    },

    cost: async (results) => {
      const { header } = results.run;
      const found = await shelf.find(header.id);
      const { costOfRun } = await import('./cost-of-run.ts');
      return costOfRun(
        found,
        await packs.find(header.pack.id, header.pack.sha256, header.selection),
        results,
      );
    },

    calibration: async (runId) => {
      const { runCalibration } = await import('./run-calibration.ts');
      const found = await shelf.find(runId);
      const { pack, selection } = found.run.header;
      return runCalibration(found, await packs.find(pack.id, pack.sha256, selection));
    },

    derived: async (runId) => {
      const found = await shelf.find(runId);
      const { pack, selection } = found.run.header;
      const { runDerived } = await import('./run-derived.ts');
      return runDerived(found, await packs.find(pack.id, pack.sha256, selection));
    },

    sample: async (runId, key) => {
      const { sampleDetail } = await import('./results.ts');
      return sampleDetail(await shelf.find(runId), key, deps);
    },

    rescore,

    search: async (runId, words, signal) => {
      const found = await shelf.find(runId);
      const { pack, selection } = found.run.header;
      const { searchRun } = await import('./search-run.ts');
      return searchRun(found, await packs.find(pack.id, pack.sha256, selection), words, signal);
    },

    remove: async (runId) => {
      const { run, store: from } = await shelf.find(runId);
      if (run.recorded === true) {
        throw new AppError('input/option', 'a recorded run comes with the page', { runId });
      }
      if ((await deps.locks.held()).has(runId)) {
        throw new AppError('storage/locked-by-other-tab', 'the run is being written', { runId });
      }
      const records = await allRecords(from, runId);
      const tables = await store.listScoreVersions(runId);
      const scores: (readonly [ScoreTable, ReadonlyMap<RecordKey, Evidence>])[] = [];
      for (const table of tables) {
        scores.push([table, await store.listEvidence(runId, table.scorerId, table.scorerVersion)]);
      }
      const annotations = await store.listAnnotations(runId);
      await store.deleteRun(runId);
      deps.changed();
      return {
        undo: async () => {
          await store.putWholeRun(run, records, { scores, annotations });
          deps.changed();
        },
      };
    },

    countFailed: async (runId) => {
      const { store: from } = await shelf.find(runId);
      let failed = 0;
      for await (const { error } of from.records(runId, deps.onCorrupt)) if (error !== undefined) failed += 1;
      return failed;
    },

    exportJsonl: async (runId) => {
      const { run, store: from } = await shelf.find(runId);
      const [{ runLine }, { fileHeader }] = await Promise.all([
        import('../../core/run/run-jsonl.ts'),
        import('../../core/run/run-file-header.ts'),
      ]);
      const override = readFidelityOverride(await from.listAnnotations(runId));
      const lines = [runLine(fileHeader(run.header, override))];
      for await (const record of from.records(runId)) lines.push(runLine(record));
      return new Blob(lines, { type: 'application/jsonl' });
    },

    importJsonl: async (file, signal) => {
      const { readRunFile } = await import('../../core/run/run-jsonl.ts');
      const { header, records, fidelityOverride } = await readRunFile(sourceFile(file, signal));
      const total = selectedItems(header.selection, header.pack.samples).length;
      const network = networkOfRecords(records);
      const run: StoredRun = {
        header,
        ...(network === null ? {} : { network }),
        status: records.length < total ? 'paused' : 'finished',
        updatedAt: records.at(-1)?.createdAt ?? header.createdAt,
        done: records.length,
        total,
      };
      if ((await store.getRun(header.id)) !== null) {
        throw new AppError('input/duplicate-id', `${file.name}: this run is stored already`, {
          file: file.name,
          id: header.id,
        });
      }
      await store.putWholeRun(
        run,
        records,
        fidelityOverride === null ? {} : { annotations: [overrideAnnotation(header.id, fidelityOverride)] },
      );
      deps.changed();
      if (await packs.has(header.pack.id, header.pack.sha256)) {
        try {
          await rescore(header.id, header.scorers, () => undefined, signal === undefined ? {} : { signal });
        } catch (thrown) {
          if (!isCancelled(thrown)) throw thrown;
          // Stopped: as if the file had never been chosen.
          await store.deleteRun(header.id);
          deps.changed();
          throw thrown;
        }
      }
      return header.id;
    },
  };
}
