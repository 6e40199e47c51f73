/**
 * Stored rows that were changed, by a failing disk or on purpose, one field at a time: what cannot be read is
 * storage/corrupt and named by its store and row, and everything else is still given.
 */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import type { Evidence, RunRecord } from '../core/contracts.ts';
import { AppError } from '../core/errors.ts';
import { fullPack } from '../core/packs/fixtures.ts';
import { createBrowserStore } from '../storage/browser-store.ts';
import type { ResultStore } from '../storage/contract.ts';
import { aHeader, anAnnotation, aRecord, aTable, someEvidence } from '../storage/fixtures.ts';
import type { StoreName } from '../storage/schema.ts';
import { changed, pathsOf, type Path } from './testing/mutations.ts';

const GOOD = 'good';
const BAD = 'bad';
const HASH = 'c'.repeat(64);

/** Every field that a record may have. */
const fullRecord: Partial<RunRecord> = {
  error: { code: 'runtime/failed', message: 'm', details: { a: 'b', n: 1, yes: true, all: ['x'] } },
  tooLong: { promptTokens: 9, newTokens: 1, contextTokens: 8 },
  choiceScores: [{ id: 'A', logLikelihood: -1, tokens: 1, chars: 1, bytes: 1, isGreedy: true }],
  network: {
    policy: 'default',
    watched: 'page',
    requests: 1,
    bytes: 2,
    elsewhere: 0,
    refused: 0,
  },
};

async function filled(store: ResultStore): Promise<void> {
  for (const id of [GOOD, BAD]) {
    await store.createRun(
      aHeader({
        id,
        model: { ...aHeader().model, files: [{ path: 'a', bytes: 1, sha256: HASH }], revision: 'r' },
        runtime: { ...aHeader().runtime, adapter: { vendor: 'v', architecture: 'a', description: 'd' } },
      }),
      2,
    );
    for (const index of [0, 1]) await store.commitRecord(id, aRecord({ index, ...fullRecord }));
    await store.setRunStatus(id, 'paused', 'now', { code: 'storage/quota', message: 'full', details: {} });
    const evidence = new Map<string, Evidence>([['0#0', someEvidence]]);
    await store.putScores(aTable({ runId: id, settings: { vocabulary: 'x' } }), evidence);
    await store.putAnnotation(anAnnotation({ runId: id }));
    await store.putPack({ ...fullPack(), id }, HASH, 'then');
  }
}

interface Target {
  readonly store: StoreName;
  readonly key: IDBValidKey;
  /** As the error writes it. */
  readonly row: string;
  /** Below these anything may stand, or they are the row's own key. */
  readonly spare: readonly string[];
  /** Reads the row through the store, telling of rows that cannot be read. */
  readonly read: (store: ResultStore, tell: (error: AppError) => void) => Promise<unknown>;
  /** What is given where others can be listed without it. */
  readonly others?: unknown;
}

const thrown =
  (work: (store: ResultStore) => Promise<unknown>): Target['read'] =>
  (store, tell) =>
    work(store).catch((error: unknown) => tell(error as AppError));

const TARGETS: readonly Target[] = [
  {
    store: 'runs',
    key: BAD,
    row: BAD,
    spare: ['id'],
    read: async (store, tell) => (await store.listRuns(tell)).map(({ header }) => header.id),
    others: [GOOD],
  },
  {
    store: 'records',
    key: [BAD, 0, 0],
    row: `${BAD}/0/0`,
    spare: ['runId', 'index', 'repeat'],
    read: async (store, tell) => {
      const found: number[] = [];
      for await (const { index } of store.records(BAD, tell)) found.push(index);
      return found;
    },
    others: [1],
  },
  {
    store: 'scores',
    key: [BAD, 'exact', '1'],
    row: `${BAD}/exact`,
    spare: ['runId', 'scorerId', 'scorerVersion'],
    read: thrown((store) => store.listScores(BAD)),
  },
  {
    store: 'evidence',
    key: [BAD, 'exact', '1', '0#0'],
    row: `${BAD}/exact/1/0#0`,
    spare: ['runId', 'scorerId', 'scorerVersion', 'recordKey'],
    read: thrown((store) => store.getEvidence(BAD, 'exact', '0#0')),
  },
  {
    store: 'packs',
    key: BAD,
    row: BAD,
    spare: ['id'],
    read: async (store, tell) => (await store.listPacks(tell)).map(({ header }) => header.id),
    others: [GOOD],
  },
  {
    store: 'samples',
    key: [BAD, 0],
    row: `${BAD}/0`,
    spare: ['packId', 'index', 'sampleId'],
    read: thrown((store) => store.getPack(BAD)),
  },
  {
    store: 'annotations',
    key: [BAD, '0#0', 'edit', 'a'],
    row: `${BAD}/0#0`,
    spare: ['runId', 'recordKey', 'kind', 'id', 'body'],
    read: thrown((store) => store.listAnnotations(BAD)),
  },
];

/** No field of ours may hold any of these, whatever it is for. */
const NOWHERE: readonly (readonly [string, unknown])[] = [
  ['an object of an unknown kind', { '\u0001': { '\u0002': [{}] } }],
  ['a list of lists', [[[]]]],
  ['a number too large for one', 7n],
];

let names = 0;
let mutants = 0;

describe.each(TARGETS)('a changed row of $store', ({ store, key, row, spare, read, others }) => {
  it('is named, and the others are given', async () => {
    names += 1;
    const name = `hostile-rows-${names}`;
    const results = createBrowserStore(name);
    await filled(results);
    const raw = await openDB(name);
    const good: unknown = await raw.get(store, key);
    const put = async (value: unknown): Promise<readonly AppError[]> => {
      await raw.put(store, value);
      const told: AppError[] = [];
      const found = await read(results, (error) => told.push(error));
      if (others !== undefined && told.length > 0) expect(found).toEqual(others);
      return told;
    };
    expect(await put(good)).toEqual([]);
    const paths = [...pathsOf(good)].filter((path) => !spare.includes(String(path[0])));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const at = path.join('.');
      for (const [what, value] of NOWHERE) {
        mutants += 1;
        const told = await put(changed(good, path, () => value));
        expect(
          told.map(({ code }) => code),
          `${at} is ${what}`,
        ).toEqual(['storage/corrupt']);
        expect(told[0]?.details, `${at} is ${what}`).toMatchObject({ store, row });
        expect(told[0], at).toBeInstanceOf(AppError);
      }
    }
    // What is left out is named too, unless it may be.
    let missed = 0;
    for (const path of paths.filter((each) => each.length === 1)) {
      mutants += 1;
      const told = await put(without(good, path));
      missed += told.length;
      for (const error of told)
        expect(error).toMatchObject({ code: 'storage/corrupt', details: { store, row } });
    }
    expect(missed).toBeGreaterThan(0);
    expect(await put(good)).toEqual([]);
    raw.close();
    await results.close();
  });
});

function without(value: unknown, [key]: Path): unknown {
  return Object.fromEntries(Object.entries(value as object).filter(([each]) => each !== key));
}

describe('a row that says it is another', () => {
  it.each([
    ['runs', BAD, ['header', 'id'], GOOD],
    ['records', [BAD, 0, 0], ['record', 'index'], 1],
    ['records', [BAD, 0, 0], ['record', 'repeat'], 1],
    ['packs', BAD, ['header', 'id'], GOOD],
    ['samples', [BAD, 0], ['sample', 'id'], 'q-1'],
    ['scores', [BAD, 'exact', '1'], ['columns', 'accuracy'], [1, 0]],
  ] as const)('is not believed: %s %j %j', async (store, key, path, value) => {
    names += 1;
    const name = `hostile-rows-${names}`;
    const results = createBrowserStore(name);
    await filled(results);
    const raw = await openDB(name);
    await raw.put(
      store,
      changed(await raw.get(store, key as IDBValidKey), path, () => value),
    );
    const told: AppError[] = [];
    await TARGETS.find((target) => target.store === store)?.read(results, (error) => told.push(error));
    expect(told).toMatchObject([{ code: 'storage/corrupt', details: { store } }]);
    raw.close();
    await results.close();
  });
});

it('there were more than three hundred changed rows', () => {
  expect(mutants).toBeGreaterThan(300);
});
