import 'fake-indexeddb/auto';
import { openDB, unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import { createBrowserStore } from '../browser-store.ts';
import type { DatabaseFixture } from './fixtures/database-fixture.ts';
import { v1Fixture } from './fixtures/v1.ts';
import { v2Fixture } from './fixtures/v2.ts';
import { v3Fixture } from './fixtures/v3.ts';
import { DATABASE_VERSION, migrate } from './registry.ts';

/** One a version; a migration without the form it starts from fails the first test. */
const FIXTURES: readonly DatabaseFixture[] = [v1Fixture, v2Fixture, v3Fixture];

async function plant(name: string, fixture: DatabaseFixture): Promise<void> {
  const db = await openDB(name, fixture.version, {
    upgrade: (opened, oldVersion, _newVersion, transaction) => {
      migrate(unwrap(opened), unwrap(transaction), oldVersion, fixture.version).catch(() =>
        transaction.abort(),
      );
    },
  });
  for (const [store, rows] of Object.entries(fixture.rows)) for (const row of rows) await db.put(store, row);
  db.close();
}

describe('migrations', () => {
  it('have a fixture for every version', () => {
    expect(FIXTURES.map((fixture) => fixture.version)).toEqual(
      Array.from({ length: DATABASE_VERSION }, (_, i) => i + 1),
    );
  });

  it.each(FIXTURES)(
    'bring a database of version $version to the newest form, losing nothing',
    async (fixture) => {
      const name = `migrate-from-${fixture.version}`;
      await plant(name, fixture);
      const store = createBrowserStore(name);
      const [run] = await store.listRuns();
      expect(run).toMatchObject({ status: 'paused', done: 2, total: 3 });
      const id = run?.header.id ?? '';
      const outputs: (string | null)[] = [];
      for await (const record of store.records(id)) outputs.push(record.output);
      expect(outputs).toEqual(['output 0', 'output 1']);
      expect((await store.listScores(id))[0]?.columns['accuracy']).toEqual([1, 0, 'missing-output']);
      expect(await store.getEvidence(id, 'exact', '0#0')).toMatchObject({ kind: 'sections' });
      expect((await store.getPack('a-pack'))?.samples).toHaveLength(3);
      expect(await store.getSample('a-pack', 's2')).toMatchObject({ id: 's2' });
      if (fixture.version >= 2) {
        expect(await store.listAnnotations(id)).toMatchObject([{ id: 'annotation-1' }]);
        expect(await store.getMeta('last-backup')).toEqual({ at: '2026-11-20T12:00:00.000Z' });
        expect(await store.getKeepsake('vocabularies')).toMatchObject([{ name: 'heart' }]);
        expect(await store.getKeepsake(`vocabulary/${'c'.repeat(64)}`)).toMatchObject({ name: 'heart' });
        expect(await store.getMeta('vocabularies')).toBeUndefined();
      }
      await store.close();
    },
  );
});
