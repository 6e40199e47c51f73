/** What prompts share between calls changes no result: the same weights, with and without, on the real engine. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Message, Pack } from '../../src/core/packs/pack.ts';
import { mcqLetter } from '../../src/core/prompts/mcq-letter.ts';
import { recordMeasurement } from '../support/measure.ts';
import { expect, test } from './harness-page.ts';
import { bundled } from './requests.ts';
import { GREEDY, VISIT } from './visits.ts';

interface Item {
  readonly messages: readonly Message[];
  readonly choices: readonly string[];
}

const pack = JSON.parse(
  readFileSync(new URL('../../public/packs/clinical-qa-demo.json', import.meta.url), 'utf8'),
) as Pack;

/** Two answered examples before each question, the same for all. */
function fewShotItems(count: number): Item[] {
  const header = pack.samples
    .slice(0, 2)
    .flatMap((sample): Message[] => [
      ...mcqLetter.render(sample),
      { role: 'assistant', content: sample.answer ?? '' },
    ]);
  return pack.samples.slice(2, 2 + count).map((sample) => ({
    messages: [...header, ...mcqLetter.render(sample)],
    // A letter, and words of several tokens.
    choices: (sample.choices ?? []).flatMap(({ id, text }) => [id, text]),
  }));
}

async function compare(openHarness: () => Promise<{ page: Page }>, dtype: string, count: number) {
  const { page } = await openHarness();
  const seen = await page.evaluate(
    async ({ request, items }) => {
      const score = async (prefixReuse: boolean) => {
        const client = window.harness.client();
        await client.load({ ...request, prefixReuse });
        const sums: number[] = [];
        let reused = 0;
        for (const { messages, choices } of items) {
          const { scores, timings } = await client.logprobs({ messages, continuations: choices });
          sums.push(...scores.flatMap(({ perToken }) => perToken));
          reused += timings.reusedTokens ?? 0;
        }
        await client.dispose();
        return { sums, reused };
      };
      return { with: await score(true), without: await score(false) };
    },
    { request: bundled(dtype), items: fewShotItems(count) },
  );
  await page.context().close();
  expect(seen.without.reused).toBe(0);
  expect(seen.with.reused, 'most of each prompt is kept').toBeGreaterThan(40 * (count - 1));
  const differences = seen.with.sums.map((value, at) => Math.abs(value - (seen.without.sums[at] ?? NaN)));
  return { worst: Math.max(...differences), n: differences.length };
}

test('a shared header changes no log-probability, q8 @long', async ({ openHarness }) => {
  test.setTimeout(180_000);
  const { worst, n } = await compare(openHarness, 'q8', 4);
  expect(n).toBeGreaterThan(30);
  expect(worst).toBeLessThan(1e-4);
});

for (const dtype of ['fp32', 'q8', 'q4'])
  test(`a shared header changes no log-probability of the whole question pack, ${dtype} @long`, async ({
    openHarness,
  }) => {
    test.setTimeout(1_200_000);
    const { worst, n } = await compare(openHarness, dtype, pack.samples.length - 2);
    recordMeasurement({
      topic: 'Log-probabilities',
      what: `${dtype}: shared header kept against computed each time, largest difference`,
      value: worst === 0 ? 0 : worst.toExponential(1),
      unit: 'nats',
      n,
      note: 'tokens; target 1e-4',
    });
    expect(worst).toBeLessThan(1e-4);
  });

test('a conversation that goes on from its kept turns is written the same, and int8 keeps nothing @long', async ({
  openHarness,
}) => {
  test.setTimeout(300_000);
  const { page } = await openHarness();
  const seen = await page.evaluate(
    async ({ request, int8, visit, settings }) => {
      const talk = async (wanted: typeof request, prefixReuse: boolean) => {
        const client = window.harness.client();
        await client.load({ ...wanted, prefixReuse });
        const first = await client.generate({ messages: visit, settings });
        const messages = [
          ...visit,
          { role: 'assistant' as const, content: first.text },
          { role: 'user' as const, content: 'Write the plan again.' },
        ];
        const second = await client.generate({ messages, settings });
        await client.dispose();
        return {
          texts: [first.text, second.text],
          reused: [first.timings.reusedTokens ?? 0, second.timings.reusedTokens ?? 0],
        };
      };
      return {
        with: await talk(request, true),
        without: await talk(request, false),
        int8: await talk(int8, true),
      };
    },
    { request: bundled('q8'), int8: bundled('int8'), visit: VISIT, settings: { ...GREEDY, maxTokens: 48 } },
  );
  await page.context().close();
  expect(seen.with.texts).toEqual(seen.without.texts);
  expect(seen.with.reused[1]).toBeGreaterThan(200);
  expect(seen.without.reused).toEqual([0, 0]);
  expect(seen.int8.reused).toEqual([0, 0]);
});
