/** What goes wrong around a model, each with its own code, through the page's own client. */
import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { readCatalog } from '../../src/core/models/catalog.ts';
import { expectedFiles } from '../../src/core/models/expected-files.ts';
import { expect, test } from './harness-page.ts';
import { bundled, type ManifestRequest, type UrlRequest } from './requests.ts';
import { GREEDY, QUESTION } from './visits.ts';

const MODELS = new URL('../../public/models/', import.meta.url);
const ONNX = 'onnx/model_q4.onnx';
const weights = readFileSync(new URL(`demo-tuned/${ONNX}`, MODELS));
const catalog = readCatalog(JSON.parse(readFileSync(new URL('catalog.json', MODELS), 'utf8')));
const variant = catalog.models
  .find((model) => model.id === 'demo-tuned')
  ?.variants.find((candidate) => candidate.dtype === 'q4');
const expected = expectedFiles(variant?.files ?? []);

let page: Page;
test.beforeEach(async ({ openHarness }) => {
  ({ page } = await openHarness());
});
test.afterEach(() => page.context().close());

const load = (request: UrlRequest | ManifestRequest) =>
  page.evaluate((wanted) => window.harness.outcome(() => window.harness.client().load(wanted)), request);

const answer = (path: string, handler: (route: Route) => Promise<void>) =>
  page.context().route(`**/models/demo-tuned/${path}`, handler);

test('a missing file', async () => {
  await answer(ONNX, (route) => route.fulfill({ status: 404, body: 'not found' }));
  expect(await load(bundled('q4'))).toMatchObject({
    ok: false,
    code: 'model/file-missing',
    details: { file: ONNX },
  });
});

test('a server error', async () => {
  await answer('config.json', (route) => route.fulfill({ status: 503, body: 'busy' }));
  const outcome = await load(bundled('q4'));
  expect(outcome).toMatchObject({
    ok: false,
    code: 'network/http-status',
    details: { file: 'config.json', status: 503 },
  });
});

test('no connection', async () => {
  await answer('tokenizer.json', (route) => route.abort());
  expect(await load(bundled('q4'))).toMatchObject({
    ok: false,
    code: 'network/offline',
    details: { file: 'tokenizer.json' },
  });
});

test('a truncated file, with a manifest and without', async () => {
  const half = weights.subarray(0, weights.length >> 1);
  await answer(ONNX, (route) => route.fulfill({ body: half, contentType: 'application/octet-stream' }));
  for (const request of [{ ...bundled('q4'), expected }, bundled('q4')]) {
    const outcome = await load(request);
    expect(outcome).toMatchObject({
      ok: false,
      code: 'model/file-truncated',
      details: { file: ONNX, bytes: half.length },
    });
  }
});

test('a truncated tokenizer', async () => {
  await answer('tokenizer.json', (route) =>
    route.fulfill({ body: '{"version":"1.0","model":{"voc', contentType: 'application/json' }),
  );
  const outcome = await load(bundled('q4'));
  expect(outcome).toMatchObject({
    ok: false,
    code: 'model/file-truncated',
    details: { file: 'tokenizer.json' },
  });
});

test('a web page instead of a file', async () => {
  const body = '<!doctype html><html><title>App</title></html>';
  await answer(ONNX, (route) => route.fulfill({ body, contentType: 'text/html' }));
  const typed = await load(bundled('q4'));
  expect(typed).toMatchObject({ ok: false, code: 'network/html-instead-of-file', details: { file: ONNX } });
  await answer('config.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
  const untyped = await load(bundled('q4'));
  expect(untyped).toMatchObject({
    ok: false,
    code: 'network/html-instead-of-file',
    details: { file: 'config.json' },
  });
});

test('a web page for a file that may be absent does no harm', async () => {
  await answer('chat_template.jinja', (route) =>
    route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }),
  );
  expect((await load(bundled('q4'))).ok).toBe(true);
});

test('an altered file', async () => {
  const altered = Buffer.from(weights);
  altered[altered.length - 1] = (altered[altered.length - 1] ?? 0) ^ 1;
  await answer(ONNX, (route) => route.fulfill({ body: altered, contentType: 'application/octet-stream' }));
  const outcome = await load({ ...bundled('q4'), expected });
  expect(outcome).toMatchObject({ ok: false, code: 'model/file-altered', details: { file: ONNX } });
});

test('a file that is not a model', async () => {
  await answer(ONNX, (route) =>
    route.fulfill({ body: 'GGUF and so on', contentType: 'application/octet-stream' }),
  );
  expect(await load(bundled('q4'))).toMatchObject({
    ok: false,
    code: 'model/not-a-model',
    details: { file: ONNX },
  });
});

test('a dtype that does not exist', async () => {
  expect(await load(bundled('q3'))).toMatchObject({ ok: false, code: 'model/dtype-unavailable' });
});

test('another origin is refused', async () => {
  const outcome = await load(
    bundled('q4', { location: { kind: 'url', baseUrl: 'https://example.org/model/' } }),
  );
  expect(outcome).toMatchObject({ ok: false, code: 'input/option' });
});

test('a model that the runtime cannot run leaves a client that can', async () => {
  // An operator that ONNX Runtime does not know: the session fails, and with it every later one of that worker.
  const broken = Buffer.from(weights.toString('latin1').replaceAll('MatMulNBits', 'MatMulNBitz'), 'latin1');
  await answer(ONNX, (route) => route.fulfill({ body: broken, contentType: 'application/octet-stream' }));
  const seen = await page.evaluate(
    async ({ bad, good, request }) => {
      const client = window.harness.client();
      const first = await window.harness.outcome(() => client.load(bad));
      await client.load(good);
      const result = await client.generate(request);
      return { first, finish: result.finish };
    },
    {
      bad: bundled('q4'),
      good: bundled('int8'),
      request: { messages: QUESTION, settings: { ...GREEDY, maxTokens: 4 } },
    },
  );
  expect(seen.first.ok ? 'loaded' : seen.first.code).toMatch(
    /^(model\/unsupported|runtime\/failed|model\/not-a-model)$/,
  );
  expect(['stop', 'length']).toContain(seen.finish);
});

test('without a graphics processor the probe says why, and the model runs on WASM with the reason recorded', async () => {
  const seen = await page.evaluate(
    async (request) => {
      const client = window.harness.client();
      const probe = await client.probe();
      const refused = await window.harness.outcome(() => client.load(request));
      const model = await client.loadWithFallback(request);
      return { probe, refused, runtime: model.runtime };
    },
    bundled('q4', { device: 'webgpu' }),
  );
  expect(seen.probe.webgpu.available).toBe(false);
  const reason = seen.probe.webgpu.available ? '' : seen.probe.webgpu.reason;
  expect(reason).toMatch(/WebGPU/);
  expect(seen.refused).toMatchObject({ ok: false, code: 'runtime/webgpu-unavailable', details: { reason } });
  expect(seen.runtime).toMatchObject({ device: 'wasm', fallback: { from: 'webgpu', reason } });
});

test('threads are used only where the page is cross-origin isolated', async () => {
  const loadWithTwo = () =>
    page.evaluate(
      async (request) => (await window.harness.client().load(request)).runtime,
      bundled('q4', { threads: 2 }),
    );
  expect(await loadWithTwo()).toMatchObject({ threads: 2, crossOriginIsolated: true });
  await page.context().route('**/runtime.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'content-type': 'text/html' } });
  });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  expect(await loadWithTwo()).toMatchObject({ threads: 1, crossOriginIsolated: false });
});

test('a scripted runtime fails, hangs and recovers in a real worker', async () => {
  const seen = await page.evaluate(async (settings) => {
    const script = {
      faults: [{ call: 2, kind: 'hang' }],
      rules: [{ contains: 'cough', answer: 'Plan: rest.' }],
    };
    const files = [{ path: 'script.json', file: new File([JSON.stringify(script)], 'script.json') }];
    const client = window.harness.client({ watchdogMs: 300 });
    const base = {
      runtimeId: 'scripted',
      modelId: 'scripted',
      dtype: 'none',
      device: 'scripted',
      threads: 1,
    } as const;
    const model = await client.load({ ...base, location: { kind: 'files', files } });
    const messages = [{ role: 'user' as const, content: 'a cough' }];
    const first = await client.generate({ messages, settings });
    const hung = await window.harness.outcome(() => client.generate({ messages, settings }));
    const again = await client.generate({ messages, settings });
    return {
      device: model.runtime.device,
      first: first.text,
      hung: hung.ok ? 'answered' : hung.code,
      again: again.text,
    };
  }, GREEDY);
  expect(seen).toEqual({
    device: 'scripted',
    first: 'Plan: rest.',
    hung: 'runtime/watchdog',
    again: 'Plan: rest.',
  });
});
