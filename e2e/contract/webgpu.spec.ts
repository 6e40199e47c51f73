/** Smoke tests on the software adapter: too slow for more, but the whole path is the real one. */
import { expect, test } from './harness-page.ts';
import { bundled } from './requests.ts';
import { GREEDY, QUESTION } from './visits.ts';
import { recordMeasurement } from '../support/measure.ts';

test('fp32 runs on WebGPU and agrees with WASM @gpu', async ({ openHarness }) => {
  test.setTimeout(240_000);
  const { page } = await openHarness();
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
  recordMeasurement({
    topic: 'Log-probabilities',
    what: 'WebGPU on a software adapter against WASM, fp32: largest difference',
    value: Math.max(...differences).toExponential(1),
    unit: 'nats',
    n: differences.length,
  });
  expect(Math.max(...differences)).toBeLessThan(1e-3);
  await page.context().close();
});

test('a lost device is named, and the next call has a new one @gpu', async ({ openHarness }) => {
  test.setTimeout(240_000);
  const { page } = await openHarness();
  // Keeps hold of the device that ONNX Runtime asks for, so that the test can take it away.
  page.on('worker', (worker) => {
    worker
      .evaluate(() => {
        // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its adapter below
        const request = GPUAdapter.prototype.requestDevice;
        GPUAdapter.prototype.requestDevice = async function (descriptor) {
          const device = await request.call(this, descriptor);
          Object.assign(globalThis, { heldDevice: device });
          return device;
        };
      })
      .catch(() => undefined);
  });
  await page.evaluate(
    async (request) => {
      window.shared = window.harness.client();
      await window.shared.load(request);
    },
    bundled('fp32', { device: 'webgpu' }),
  );
  const [worker] = page.workers();
  await worker?.evaluate(() => (globalThis as unknown as { heldDevice: GPUDevice }).heldDevice.destroy());
  const seen = await page.evaluate(
    async (request) => {
      const lost = await window.harness.outcome(() => window.shared.generate(request));
      const again = await window.harness.outcome(() => window.shared.generate(request));
      return { lost: lost.ok ? 'answered' : lost.code, again: again.ok ? 'answered' : again.code };
    },
    { messages: QUESTION, settings: { ...GREEDY, maxTokens: 2 } },
  );
  expect(seen).toEqual({ lost: 'runtime/device-lost', again: 'answered' });
  await page.context().close();
});
