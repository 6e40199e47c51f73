/**
 * Records of real runs that ship with the page (public/recorded), so that a visitor can read results before
 * any model has run here. index.json lists them; one is fetched when it is opened.
 */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { readRunFile } from '../../core/run/run-jsonl.ts';
import { RunHeaderSchema } from '../../core/run/run-schemas.ts';
import type { StoredRun } from '../../storage/contract.ts';
import { fetchJson, fetchText } from '../fetch-file.ts';
import type { Packs } from '../packs/packs.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { sourceText } from '../source-file.ts';
import type { FoundRun } from './found-run.ts';
import { scoreStoredRun } from './score-stored-run.ts';

const FOLDER = 'recorded';

const IndexSchema = v.array(
  v.object({
    file: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]*\.jsonl$/)),
    header: RunHeaderSchema,
    records: v.pipe(v.number(), v.integer()),
  }),
);
type IndexEntry = v.InferOutput<typeof IndexSchema>[number];

export interface RecordedRuns {
  list(): Promise<readonly StoredRun[]>;
  /** Null when no recorded run has this id. */
  open(runId: string): Promise<FoundRun | null>;
}

export function createRecordedRuns(packs: Packs, scoring: Scoring): RecordedRuns {
  let index: Promise<readonly IndexEntry[]> | null = null;
  const opened = new Map<string, Promise<FoundRun>>();

  /** A page without recordings, or one that is offline, is still a page. */
  async function readIndex(): Promise<readonly IndexEntry[]> {
    try {
      const result = v.safeParse(IndexSchema, await fetchJson(`${FOLDER}/index.json`));
      return result.success ? result.output : [];
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === 'network/offline') index = null;
      return [];
    }
  }
  const entries = () => (index ??= readIndex());

  async function open({ file, header }: IndexEntry): Promise<FoundRun> {
    const { createMemoryStore } = await import('../../storage/memory-store.ts');
    const store = createMemoryStore();
    const { records } = await readRunFile(sourceText(file, await fetchText(`${FOLDER}/${file}`)));
    const run = storedRun(header, records.length);
    await store.putWholeRun(run, records);
    const pack = await packs.find(header.pack.id, header.pack.sha256);
    if (pack !== null) {
      await scoreStoredRun(store, run.header, pack, header.scorers, scoring, run.updatedAt, () => undefined);
    }
    return { run, store };
  }

  return {
    list: async () => (await entries()).map(({ header, records }) => storedRun(header, records)),
    open: async (runId) => {
      const entry = (await entries()).find((each) => each.header.id === runId);
      if (entry === undefined) return null;
      const known = opened.get(runId);
      if (known !== undefined) return known;
      const opening = open(entry).catch((thrown: unknown) => {
        opened.delete(runId);
        throw thrown;
      });
      opened.set(runId, opening);
      return opening;
    },
  };
}

function storedRun(header: IndexEntry['header'], records: number): StoredRun {
  return {
    header,
    status: 'finished',
    updatedAt: header.createdAt,
    done: records,
    total: records,
    recorded: true,
  };
}
