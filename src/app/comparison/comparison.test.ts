import { describe, expect, it } from 'vitest';
import { checkedRequests, COMPARE_REQUESTS } from '../../../workers/checked-requests.ts';
import { createCompareApi } from '../../../workers/compare-api.ts';
import { sealPlan } from '../../core/compare/sealed-plan.ts';
import { sealPack } from '../../core/packs/seal.ts';
import { createMemoryStore } from '../../storage/memory-store.ts';
import { createRunShelf } from '../runs/run-shelf.ts';
import { aRequest, fakeApp, scriptedEngine, testPack } from '../testing/fake-app.ts';
import {
  agreementAnswer,
  comparisonAnswer,
  costsAnswer,
  intervalsAnswer,
  rankingAnswer,
  repeatsAnswer,
  verdictAnswer,
} from './compare-answers.ts';
import type { WithCompareWorker } from './compare-worker.ts';
import { createComparison } from './comparison.ts';

const onThisThread: WithCompareWorker = async (work) => {
  const api = checkedRequests(createCompareApi(), COMPARE_REQUESTS);
  return work({
    report: async (...args) => comparisonAnswer(api.report(...args)),
    costs: async (...args) => costsAnswer(api.costs(...args)),
    intervals: async (...args) => intervalsAnswer(api.intervals(...args)),
    repeats: async (...args) => repeatsAnswer(api.repeats(...args)),
    agreement: async (...args) => agreementAnswer(api.agreement(...args)),
    ranking: async (...args) => rankingAnswer(api.ranking(...args)),
    verdict: async (...args) => verdictAnswer(api.verdict(...args)),
  });
};
const { signal } = new AbortController();
const nothing = () => undefined;

/** A run that is right on every other sample, and one that is right on all; `packs` as later lookups find them. */
async function twoRuns(packs?: { find: () => Promise<null> }) {
  const store = createMemoryStore();
  const half = fakeApp({ store });
  await half.queue.start([aRequest()]);
  const a = (await half.idle()).runId ?? '';
  const right = scriptedEngine((question) => ({ text: `answer ${question.split(' ')[1] ?? ''}` }));
  const all = fakeApp({ store, engine: right });
  await all.queue.start([aRequest()]);
  const b = (await all.idle()).runId ?? '';
  const shelf = createRunShelf(store, { list: async () => [], open: async () => null });
  const comparison = createComparison({
    shelf,
    packs: { ...half.packs, ...packs },
    worker: onThisThread,
  });
  const compare = () =>
    comparison.compare({ runIds: [a, b], headlineOnly: true, effect: 0.05 }, nothing, signal);
  return { store, a, b, comparison, compare };
}

describe('comparing stored runs', () => {
  it('reads scores, clusters and groups from what is stored, without a record', async () => {
    const { store, compare } = await twoRuns();
    store.records = () => {
      throw new Error('no record may be read');
    };
    const set = await compare();
    const [only] = set.report.comparisons;
    expect(only?.comparison.metrics[0]?.flips).toMatchObject({ onlyA: [], bothWrong: [] });
    expect(only?.comparison.metrics[0]?.flips?.onlyB).toHaveLength(4);
    expect(only?.slices.map(({ value, samples }) => [value, samples])).toEqual([
      ['first', 4],
      ['second', 4],
    ]);
    expect(set.packHere).toBe(true);
  });
  it('goes on without the pack, and says that it is gone', async () => {
    const { compare } = await twoRuns({ find: async () => null });
    const set = await compare();
    expect(set.packHere).toBe(false);
    expect(set.report.comparisons[0]?.samples.ids[3]).toBe(testPack.samples[3]?.id);
  });
  it('leaves out scorers whose versions differ, and names them', async () => {
    const { store, b, compare } = await twoRuns();
    const [table] = await store.listScores(b);
    if (table === undefined) throw new Error('not scored');
    await store.putScores({ ...table, scorerVersion: '99' }, new Map());
    const set = await compare();
    expect(set.otherVersions).toEqual(['exact']);
    expect(set.report.comparisons[0]?.comparison.metrics).toEqual([]);
  });
  it('compares by macro-F1 where every question offers the same answers', async () => {
    const { seal: _seal, ...pack } = testPack;
    const samples = pack.samples.map((sample, at) => ({ ...sample, answer: at < 5 ? 'yes' : 'no' }));
    const store = createMemoryStore();
    const runOf = async (script: (question: string) => string) => {
      const engine = scriptedEngine((question) => ({ text: script(question) }));
      const app = fakeApp({ store, engine });
      if (!(await app.packs.list(() => undefined)).some(({ header }) => header.id === 'closed'))
        await app.packs.add(sealPack({ ...pack, id: 'closed', samples }));
      await app.queue.start([aRequest({ packId: 'closed', scorers: ['yes-no-maybe'] })]);
      return { app, runId: (await app.idle()).runId ?? '' };
    };
    const always = await runOf(() => 'Yes.');
    const right = await runOf((question) => (Number(question.split(' ')[1]) < 5 ? 'Yes.' : 'No.'));
    const shelf = createRunShelf(store, { list: async () => [], open: async () => null });
    const comparison = createComparison({ shelf, packs: right.app.packs, worker: onThisThread });
    const set = await comparison.compare(
      { runIds: [always.runId, right.runId], headlineOnly: true, effect: 0.05 },
      nothing,
      signal,
    );
    const found = set.report.comparisons[0]?.comparison.metrics.find(({ metric }) =>
      metric.endsWith('macro-f1'),
    );
    // Always yes: 10/13 for yes, 0 for no.
    expect(found?.a.value).toBeCloseTo(5 / 13, 12);
    expect(found?.b.value).toBe(1);
    expect(found?.difference).toMatchObject({
      n: 8,
      method: 'percentile-bootstrap',
      unreliable: 'few-samples',
    });
    expect(found?.difference.value).toBeCloseTo(8 / 13, 12);
    expect(found?.test).toMatchObject({ name: 'label-swap-exact' });
  });
  it('reads the timings of a run for its costs', async () => {
    const { a, comparison } = await twoRuns();
    const steps: number[] = [];
    const costs = await comparison.costs(a, (done) => steps.push(done), signal);
    expect(costs.seconds).toMatchObject({ value: 0.002, n: 8 });
    expect(costs.modelBytes).toBe(1);
    expect(steps.at(-1)).toBe(8);
  });
  it('gives one measure of a run by every interval', async () => {
    const { a, comparison } = await twoRuns();
    const found = await comparison.intervals(a, 'exact.accuracy', signal);
    expect(found.estimate).toMatchObject({ value: 0.5, n: 8, method: 'wilson' });
    expect(found.intervals[0]).toMatchObject({ method: 'wilson', low: found.estimate.low });
    await expect(comparison.intervals(a, 'no.such', signal)).rejects.toMatchObject({
      code: 'input/unknown-id',
    });
  });
  it('says what several answers to each sample are worth', async () => {
    const { a, comparison } = await twoRuns();
    expect(await comparison.repeats(a, signal)).toEqual([]);
    const store = createMemoryStore();
    const wanted = (question: string, at: number) => ({
      text: at % 2 === 0 ? `answer ${question.split(' ')[1] ?? ''}` : 'no',
    });
    let asked = 0;
    const app = fakeApp({ store, engine: scriptedEngine((question) => wanted(question, (asked += 1))) });
    await app.queue.start([aRequest({ repeats: 2 })]);
    const runId = (await app.idle()).runId ?? '';
    const shelf = createRunShelf(store, { list: async () => [], open: async () => null });
    const twice = createComparison({ shelf, packs: app.packs, worker: onThisThread });
    const [found] = await twice.repeats(runId, signal);
    expect(found).toMatchObject({ metric: 'exact.accuracy', mean: { value: 0.5, n: 8 }, summary: { k: 2 } });
    // Answers alternate, so each sample has one right and one wrong: never none, never both, a tied vote.
    expect(found?.summary).toMatchObject({
      passAtK: { value: 1, n: 8 },
      passHatK: { value: 0 },
      majority: { value: 0.5 },
    });
  });
  it('takes runs as raters, and models over packs as a ranking', async () => {
    const { a, b, comparison } = await twoRuns();
    const metric = 'exact.accuracy';
    const found = await comparison.agreement({ runIds: [a, b], metric, level: null }, signal);
    expect(found).toMatchObject({ level: 'nominal', report: { items: 8, agreement: { value: 0.5 } } });
    const asked = comparison.agreement({ runIds: [a, b], metric: 'no.such', level: null }, signal);
    await expect(asked).rejects.toMatchObject({ code: 'input/option' });
    // Both are runs of one model: there is nothing to rank.
    await expect(comparison.ranking([a, b], signal)).rejects.toMatchObject({ code: 'input/empty' });
  });
  it('gives a sealed plan its verdict: exploratory when it was sealed after the runs', async () => {
    const { a, b, comparison } = await twoRuns();
    const plan = (sealedAt: string) =>
      new File(
        [
          JSON.stringify(
            sealPlan({
              kind: 'non-inferiority-plan',
              schemaVersion: 1,
              packSha256: testPack.seal ?? '',
              metric: 'exact.accuracy',
              margin: 0.1,
              samples: 8,
              missing: 'worst-case',
              sealedAt,
              amendments: [],
            }),
          ),
        ],
        'plan.json',
      );
    const before = await comparison.verdict(plan('2026-01-01T00:00:00.000Z'), a, b, signal);
    expect(before).toMatchObject({ standing: 'confirmatory', verdict: 'superior' });
    const after = await comparison.verdict(plan('2027-01-01T00:00:00.000Z'), a, b, signal);
    expect(after.standing).toBe('exploratory');
    await expect(comparison.verdict(new File(['{}'], 'plan.json'), a, b, signal)).rejects.toMatchObject({
      code: 'input/schema',
    });
  });
});
