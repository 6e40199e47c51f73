/**
 * Records of real runs that ship with the page (public/recorded), so that a visitor can read results before
 * any model has run here. index.json lists them; one is fetched when it is opened.
 */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { RunHeaderSchema } from '../../core/run/run-schemas.ts';
import type { StoredRun } from '../../storage/contract.ts';
import type { ScoreRow } from '../../storage/rows.ts';
import { fetchJson, fetchText } from '../fetch-file.ts';
import type { Packs } from '../packs/packs.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { sourceText } from '../source-file.ts';
import type { FoundRun } from './found-run.ts';
import { scoreStoredRun } from './score-stored-run.ts';
import { withEvidence } from './with-evidence.ts';

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

export function createRecordedRuns(packs: Pick<Packs, 'find'>, scoring: Scoring): RecordedRuns {
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
    const [{ createMemoryStore }, { readRunFile }] = await Promise.all([
      import('../../storage/memory-store.ts'),
      import('../../core/run/run-jsonl.ts'),
    ]);
    const store = createMemoryStore();
    const [{ records }, tables, pack] = await Promise.all([
      fetchText(`${FOLDER}/${file}`).then((text) => readRunFile(sourceText(file, text))),
      shippedScores(file, header.scorers),
      packs.find(header.pack.id, header.pack.sha256),
    ]);
    const run = storedRun(header, records.length);
    await store.putWholeRun(run, records);
    if (pack === null) {
      for (const table of tables ?? []) await store.putScores(table, new Map());
      return { run, store };
    }
    const score = (scorerIds: readonly string[]) =>
      scoreStoredRun(store, run.header, pack, scorerIds, scoring, run.updatedAt, () => undefined);
    if (tables === null) {
      await score(header.scorers);
      return { run, store };
    }
    for (const table of tables) await store.putScores(table, new Map());
    return { run, store: withEvidence(store, tables, (scorerId) => score([scorerId])) };
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

/**
 * The score tables that ship beside a recording, so that it opens without being scored first; null when they are
 * missing or were made by other versions of the scorers.
 */
async function shippedScores(
  file: string,
  scorerIds: readonly string[],
): Promise<readonly ScoreRow[] | null> {
  try {
    const { ScoreRowSchema } = await import('../../storage/rows.ts');
    const { SCORERS } = await import('../../core/scorers/registry.ts');
    const tables = v.parse(v.array(ScoreRowSchema), await fetchJson(`${FOLDER}/${scoresFile(file)}`));
    const current = scorerIds.every((id) =>
      tables.some(
        ({ scorerId, scorerVersion }) =>
          scorerId === id && scorerVersion === SCORERS.find((scorer) => scorer.id === id)?.version,
      ),
    );
    return current ? tables : null;
  } catch {
    return null;
  }
}

const scoresFile = (file: string): string => file.replace(/\.jsonl$/u, '.scores.json');

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
