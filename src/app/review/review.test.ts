import { describe, expect, it } from 'vitest';
import type { EditDraft } from '../../core/review/edit.ts';
import { readPack } from '../../core/packs/read-pack.ts';
import { packJson } from '../../core/packs/write-pack.ts';
import { createMemoryStore } from '../../storage/memory-store.ts';
import { createComparison } from '../comparison/comparison.ts';
import { createRunShelf } from '../runs/run-shelf.ts';
import { sourceText } from '../source-file.ts';
import { aRequest, fakeApp } from '../testing/fake-app.ts';
import { createReview } from './review.ts';

const draft: EditDraft = {
  schemaVersion: 1,
  text: 'half a word',
  activeMs: 4_000,
  wouldSign: null,
  harm: null,
  reason: '',
  rater: '',
};
const finished = {
  text: 'answer 0, signed',
  activeMs: 61_000.4,
  wouldSign: true,
  harm: 'none' as const,
  reason: '',
  rater: 'Dr. A',
};

async function reviewed() {
  const store = createMemoryStore();
  const app = fakeApp({ store });
  await app.queue.start([aRequest()]);
  const { runId } = await app.idle();
  if (runId === null) throw new Error('the run did not start');
  const shelf = createRunShelf(store, { list: async () => [], open: async () => null });
  let ids = 0;
  const review = createReview({
    store,
    shelf,
    packs: app.packs,
    now: app.runDeps.now,
    newId: () => `id-${(ids += 1)}`,
    changed: app.runDeps.changed,
  });
  return { ...app, store, shelf, review, runId, place: { runId, key: '0#0' } };
}

describe('the review of a run', () => {
  it('keeps a draft until the note is signed, and the signed versions one beside the other', async () => {
    const { review, place, runId } = await reviewed();
    await review.saveDraft(place, draft);
    await review.saveDraft(place, { ...draft, text: 'more' });
    expect((await review.draft(place))?.text).toBe('more');
    await review.sign(place, finished);
    expect(await review.draft(place)).toBeNull();
    await review.sign(place, { ...finished, text: 'answer 0' });
    const { edits } = await review.of(runId);
    expect(edits.map(({ edit }) => [edit.activeMs, edit.words.steps, edit.anchor.modelId])).toEqual([
      [61_000, 2, 'scripted-model'],
      [61_000, 0, 'scripted-model'],
    ]);
  });

  it('gives a discarded draft and a removed version back', async () => {
    const { review, place, runId } = await reviewed();
    await review.saveDraft(place, draft);
    const discarded = await review.discardDraft(place);
    expect(await review.draft(place)).toBeNull();
    await discarded.undo();
    expect(await review.draft(place)).toEqual(draft);
    await review.sign(place, finished);
    const before = await review.of(runId);
    const removed = await review.removeEdit(place, before.edits[0]?.id ?? '');
    expect((await review.of(runId)).edits).toEqual([]);
    await removed.undo();
    expect(await review.of(runId)).toEqual(before);
  });

  it('refuses a harm without a reason, a nameless rater, and a record that is not there', async () => {
    const { review, place } = await reviewed();
    const option = { code: 'input/option' };
    await expect(review.sign(place, { ...finished, harm: 'major' })).rejects.toMatchObject(option);
    await expect(review.sign(place, { ...finished, rater: ' ' })).rejects.toMatchObject(option);
    await expect(review.sign({ ...place, key: '99#0' }, finished)).rejects.toMatchObject({
      code: 'storage/missing',
    });
  });

  it('comes back with its run when a deletion is undone', async () => {
    const { review, place, runId, runs } = await reviewed();
    await review.sign(place, finished);
    const before = await review.of(runId);
    const removal = await runs.remove(runId);
    await removal.undo();
    expect(await review.of(runId)).toEqual(before);
  });

  it('is summed up by patient and written as ratings under the names of the samples', async () => {
    const { review, place, runId } = await reviewed();
    await review.sign(place, finished);
    await review.sign({ runId, key: '1#0' }, { ...finished, harm: 'minor', reason: 'typo' });
    const { notes, measures, flags } = await review.summary(runId);
    expect(notes).toBe(2);
    expect(measures.find(({ measure }) => measure.id === 'harm')?.estimate).toMatchObject({
      value: 0.5,
      n: 2,
    });
    // Nothing audited these answers.
    expect(flags).toBeNull();
    const lines = (await (await review.ratings(runId)).text()).split('\r\n');
    expect(lines.slice(1, 3)).toEqual([
      'Dr. A,s0,1.02,2,yes,none,,0',
      expect.stringMatching(/^Dr\. A,s1,1\.02,\d,yes,minor,typo,1$/),
    ]);
  });

  it('makes references that cannot be used against the model they were edited from', async () => {
    const { review, place, runId, packs, queue, idle, shelf } = await reviewed();
    await review.sign(place, finished);
    const pack = await review.references(runId);
    expect(await readPack(sourceText('p.json', packJson(pack)))).toEqual(pack);
    await packs.add(pack);
    const ids: string[] = [];
    for (const seed of [1, 2]) {
      const request = aRequest({ packId: pack.id });
      await queue.start([{ ...request, generation: { ...request.generation, seed } }]);
      ids.push((await idle()).runId ?? '');
    }
    const comparison = createComparison({ shelf, packs });
    const compared = comparison.compare(
      { runIds: ids, headlineOnly: true, effect: 0.1 },
      () => undefined,
      new AbortController().signal,
    );
    await expect(compared).rejects.toMatchObject({ code: 'run/anchored-reference' });
  });

  it('is searched by words of the output, the transcript or the id', async () => {
    const { runs, runId } = await reviewed();
    const find = (words: string) => runs.search(runId, words, new AbortController().signal);
    expect(await find('  ')).toBeNull();
    expect([...((await find('QUESTION 3')) ?? [])]).toEqual(['3#0']);
    expect([...((await find('sómething else 5')) ?? [])]).toEqual(['5#0']);
    expect([...((await find('s7')) ?? [])]).toEqual(['7#0']);
    expect((await find('nowhere'))?.size).toBe(0);
  });
});
