/**
 * Every choice of every question of clinical-qa-demo: the log-likelihood that decides must be that of one full pass
 * over question and choice, whatever is shared between passes, in each number format that may rank choices.
 */
import type { Message, Sample } from '../../src/core/packs/pack.ts';
import { mcqLetter } from '../../src/core/prompts/mcq-letter.ts';
import { plain } from '../../src/core/prompts/plain.ts';
import { continuationOf } from '../../src/core/solvers/rank-choices.ts';
import { distJson } from '../support/dist.ts';
import { recordMeasurement } from '../support/measure.ts';
import { expect, test } from './harness-page.ts';
import { bundled } from './requests.ts';

const { samples } = distJson('packs/clinical-qa-demo.json') as { samples: readonly Sample[] };

interface Asked {
  readonly messages: readonly Message[];
  readonly continuations: readonly string[];
}
/** Letters, as the pack is asked, and the words of the choices, which are several tokens long. */
const PROMPTS = { letters: mcqLetter, words: plain } as const;
const askedWith = (prompt: (typeof PROMPTS)[keyof typeof PROMPTS]): readonly Asked[] =>
  samples.map((sample) => ({
    messages: prompt.render(sample),
    continuations: (sample.choices ?? []).map((choice) => continuationOf(prompt, choice)),
  }));

for (const [dtype, onnxPath] of [
  ['fp32', 'onnx/model.onnx'],
  ['q8', 'onnx/model_quantized.onnx'],
  ['q4', 'onnx/model_q4.onnx'],
] as const) {
  for (const [name, prompt] of Object.entries(PROMPTS)) {
    test(`@long ${dtype}: the choices of every question (${name}) have the likelihood of a full pass`, async ({
      openHarness,
    }) => {
      test.setTimeout(1_800_000);
      const { page } = await openHarness();
      const found = await page.evaluate(
        async ({ on, off, asked, onnxPath, dtype }) => {
          // Shared: what questions have in common is kept between calls, and a question is computed once for its choices.
          const client = window.harness.client();
          await client.load(on);
          const shared = [];
          for (const one of asked) shared.push(await client.logprobs(one));
          await client.dispose();
          // Alone: nothing is kept, and the question is computed again for each choice.
          const other = window.harness.client();
          await other.load(off);
          const alone = [];
          for (const one of asked) {
            const scores = [];
            for (const continuation of one.continuations) {
              const answer = await other.logprobs({ ...one, continuations: [continuation] });
              scores.push(answer.scores[0]);
            }
            alone.push({ scores });
          }
          await other.dispose();
          const reference = window.harness.reference();
          await reference.api.open('/models/demo-tuned/', dtype, onnxPath);
          let worst = { shared: 0, alone: 0 };
          let tokens = 0;
          const otherPicks: number[] = [];
          for (const [at, { continuations }] of asked.entries()) {
            const sums: { shared: number; alone: number; full: number }[] = [];
            for (const [c, continuation] of continuations.entries()) {
              const text = shared[at]?.prompt.text ?? '';
              const full = await reference.api.logprobs(text, continuation);
              const on = shared[at]?.scores[c]?.perToken ?? [];
              const off = alone[at]?.scores[c]?.perToken ?? [];
              const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
              if (on.length !== full.length || off.length !== full.length || full.length === 0)
                throw new Error(
                  `item ${at}, choice ${c}: ${on.length}, ${off.length} and ${full.length} tokens`,
                );
              full.forEach((value, token) => {
                worst = {
                  shared: Math.max(worst.shared, Math.abs(value - (on[token] ?? NaN))),
                  alone: Math.max(worst.alone, Math.abs(value - (off[token] ?? NaN))),
                };
              });
              tokens += full.length;
              sums.push({ shared: sum(on), alone: sum(off), full: sum(full) });
              worst = {
                shared: Math.max(worst.shared, Math.abs(sum(full) - sum(on))),
                alone: Math.max(worst.alone, Math.abs(sum(full) - sum(off))),
              };
            }
            const first = (of: 'shared' | 'alone' | 'full') =>
              sums.reduce((best, one, i) => (one[of] > (sums[best]?.[of] ?? -Infinity) ? i : best), 0);
            if (first('shared') !== first('full') || first('alone') !== first('full')) otherPicks.push(at);
          }
          reference.end();
          return { worst, tokens, items: asked.length, otherPicks };
        },
        {
          on: bundled(dtype, { prefixReuse: true }),
          off: bundled(dtype, { prefixReuse: false }),
          asked: askedWith(prompt),
          onnxPath,
          dtype,
        },
      );
      await page.context().close();
      for (const [what, worst] of Object.entries(found.worst)) {
        recordMeasurement({
          topic: 'Log-likelihood of choices',
          what: `${dtype}, ${name}, prefix reuse ${what === 'shared' ? 'on' : 'off'}: largest difference from a full pass`,
          value: worst === 0 ? 0 : worst.toExponential(1),
          unit: 'nats',
          n: found.tokens,
          note: `${new Date().toISOString().slice(0, 10)}; tokens of ${found.items} questions of clinical-qa-demo; target 1e-4`,
        });
      }
      expect(found.items).toBe(128);
      // NaN is not below anything, so a missing value fails here as well.
      expect(found.worst.shared).toBeLessThan(1e-4);
      expect(found.worst.alone).toBeLessThan(1e-4);
      expect(found.otherPicks).toEqual([]);
    });
  }
}

test('@long int8 is refused for log-likelihoods, by code', async ({ openHarness }) => {
  const { page } = await openHarness();
  const outcome = await page.evaluate(
    async ({ request, asked }) =>
      window.harness.outcome(async () => {
        const client = window.harness.client();
        await client.load(request);
        return client.logprobs(asked);
      }),
    {
      request: bundled('int8'),
      asked: askedWith(mcqLetter)[0] ?? { messages: [], continuations: [] },
    },
  );
  await page.context().close();
  expect(outcome).toMatchObject({ ok: false, code: 'runtime/unsupported-operation' });
});
