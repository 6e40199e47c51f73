import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createBrowserStore } from '../../storage/browser-store.ts';
import { fakeApp } from '../testing/fake-app.ts';
import { createVisitDrafts } from './visit-draft.ts';

let stores = 0;
const now = () => new Date('2026-01-01T00:00:00Z');
const freshStore = () => createBrowserStore(`visit-draft-test-${(stores += 1)}`);
const TYPED = { transcript: ' D: Hello\r\n\n  P: السلام  \n', reference: '', title: 'Monday ' };

describe('a visit not started yet', () => {
  it('comes back exactly as it was typed, in another page too', async () => {
    const store = freshStore();
    await createVisitDrafts({ store, now }).save(TYPED);
    expect(await createVisitDrafts({ store, now }).get()).toEqual(TYPED);
  });

  it('is the last of several texts, and nothing once it is discarded', async () => {
    const drafts = createVisitDrafts({ store: freshStore(), now });
    expect(await drafts.get()).toBeNull();
    await Promise.all(['a', 'ab', 'abc'].map((transcript) => drafts.save({ ...TYPED, transcript })));
    expect((await drafts.get())?.transcript).toBe('abc');
    await drafts.discard();
    expect(await drafts.get()).toBeNull();
  });

  it('may be a reference or a title only', async () => {
    const drafts = createVisitDrafts({ store: freshStore(), now });
    const reference = { transcript: '', reference: 'S: well', title: '' };
    await drafts.save(reference);
    expect(await drafts.get()).toEqual(reference);
  });

  it('is not listed as a pack', async () => {
    const store = freshStore();
    await createVisitDrafts({ store, now }).save(TYPED);
    const listed = await fakeApp({ store }).packs.list(() => undefined);
    expect(listed.map(({ header }) => header.id)).toEqual(['a-pack']);
  });
});
