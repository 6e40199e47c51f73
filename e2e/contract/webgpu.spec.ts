/** One smoke test on the software adapter: too slow for more, but the whole path is the real one. */
import { expect, test } from '@playwright/test';
import { openHarness } from './harness-page.ts';
import { bundled } from './requests.ts';
import { GREEDY, QUESTION } from './visits.ts';

test('fp32 runs on WebGPU and agrees with WASM @gpu', async ({ browser }) => {
  test.setTimeout(240_000);
  const { page } = await openHarness(browser);
  const seen = await page.evaluate(
    async ({ request, wasm, question, continuations }) => {
      const client = window.harness.client();
      const probe = await client.probe();
      const halfPrecision = await window.harness.outcome(() => client.load({ ...request, dtype: 'q4f16' }));
      const model = await client.loadWithFallback(request);
      const result = await client.generate(question);
      const scored = await client.logprobs({ messages: question.messages, continuations });
      await client.load(wasm);
      const onWasm = await client.generate(question);
      const scoredOnWasm = await client.logprobs({ messages: question.messages, continuations });
      return { probe, halfPrecision, runtime: model.runtime, result, onWasm, scored, scoredOnWasm };
    },
    {
      request: bundled('fp32', { device: 'webgpu' }),
      wasm: bundled('fp32'),
      question: { messages: QUESTION, settings: { ...GREEDY, maxTokens: 3 } },
      continuations: ['D', 'D. the adrenal'],
    },
  );
  expect(seen.probe.webgpu).toMatchObject({ available: true, shaderF16: false });
  expect(seen.halfPrecision).toMatchObject({
    ok: false,
    code: 'model/dtype-unavailable',
    details: { feature: 'shader-f16' },
  });
  expect(seen.runtime).toMatchObject({ device: 'webgpu', adapter: { architecture: 'swiftshader' } });
  expect(seen.runtime.fallback).toBeUndefined();
  expect(seen.result.text).toBe(seen.onWasm.text);
  const differences = seen.scored.scores.flatMap((score, index) =>
    score.perToken.map((value, token) =>
      Math.abs(value - (seen.scoredOnWasm.scores[index]?.perToken[token] ?? NaN)),
    ),
  );
  console.log(`webgpu and wasm, fp32: largest difference ${Math.max(...differences).toExponential(1)}`);
  expect(Math.max(...differences)).toBeLessThan(1e-3);
  await page.context().close();
});
