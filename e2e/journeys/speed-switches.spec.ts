/** What makes a run faster changes none of its results: the whole product with and without, in the formats that a run may use. */
import { expect, test } from '../support/network.ts';
import { openRoute } from '../support/pages.ts';

const RUNS = [
  { packId: 'clinical-qa-demo', limit: 8 },
  { packId: 'clinical-qa-demo', limit: 6, solverId: 'few-shot-rank-choices' },
  { packId: 'soap-notes-demo', limit: 2, generation: { maxTokens: 40 } },
] as const;

for (const dtype of ['fp32', 'q8'])
  test(`runs with and without every speed-up end alike, ${dtype} @long`, async ({ page }) => {
    await openRoute(page, '/');
    const results = await page.evaluate(
      async ({ wanted, format }) => {
        const { bedside } = globalThis;
        if (bedside === undefined) throw new Error('the page offers no automation');
        const known = (await bedside.listModels()).map(({ id }) => id);
        if (!known.includes('demo-tuned')) throw new Error('no demo model');
        const answersOf = async (speed: { prefixReuse: boolean; prepareNext: boolean }) => {
          const all: unknown[] = [];
          let reused = 0;
          for (const each of wanted) {
            const request = await bedside.request({ ...each, modelId: 'demo-tuned', dtype: format, speed });
            const end = await bedside.run(request, (event) => {
              if (event.kind === 'started') all.push(event.header.speed);
              if (event.kind !== 'record') return;
              const { id, output, finish, choiceScores, prompt, usage, timings, error } = event.record;
              all.push({ id, output, finish, choiceScores, prompt, usage, error });
              reused += timings?.reusedTokens ?? 0;
            });
            if (!end.ok) throw new Error(`${each.packId}: ${end.error.message}`);
            all.push(await bedside.estimates(end.runId));
          }
          return { all, reused };
        };
        return {
          fast: await answersOf({ prefixReuse: true, prepareNext: true }),
          plain: await answersOf({ prefixReuse: false, prepareNext: false }),
        };
      },
      { wanted: RUNS, format: dtype },
    );
    const withoutSpeed = ({ all }: { all: unknown[] }) =>
      all.filter((each) => !(typeof each === 'object' && each !== null && 'prefixReuse' in each));
    expect(results.plain.reused).toBe(0);
    expect(results.fast.reused).toBeGreaterThan(100);
    expect(results.fast.all[0]).toEqual({ prefixReuse: true, prepareNext: true });
    expect(results.plain.all[0]).toEqual({ prefixReuse: false, prepareNext: false });
    expect(withoutSpeed(results.fast)).toHaveLength(8 + 6 + 2 + RUNS.length);
    // To the last digit: what is kept was computed by the same operations.
    expect(withoutSpeed(results.fast)).toEqual(withoutSpeed(results.plain));
  });
