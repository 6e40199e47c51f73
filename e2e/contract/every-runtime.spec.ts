/** What every runtime must keep, on the weights of the bundled model, through the page's own client and policy. */
import type { Page } from '@playwright/test';
import type { Message } from '../../src/core/packs/pack.ts';
import { expect, test } from './harness-page.ts';
import { OpenAiServer } from '../support/openai-server.ts';
import { SERVER_ORIGIN, SERVER_PORT } from '../support/server-address.ts';
import { bundled, type ManifestRequest, type ServerRequest, type UrlRequest } from './requests.ts';
import { GREEDY, VISIT } from './visits.ts';
import { demoGguf } from './gguf-fixture.ts';

interface Held {
  readonly request: UrlRequest | ManifestRequest | ServerRequest;
  /** Null for a runtime that gives no log-probabilities of a given answer. */
  readonly tolerance: number | null;
  readonly phases?: readonly string[];
}

const server = new OpenAiServer();

const MODELS: Readonly<Record<string, Held>> = {
  // Rounding weights to eight bits moved these by up to .09; a wrong token or context moves them by whole nats.
  'transformers-js': { request: bundled('q8'), tolerance: 0.2 },
  'onnx-session': {
    request: bundled('q8', { runtimeId: 'onnx-session', location: { kind: 'url', baseUrl: '/session/' } }),
    tolerance: 0.2,
  },
  wllama: { request: demoGguf, tolerance: 0.2 },
  endpoint: {
    request: {
      ...bundled('as served', { runtimeId: 'endpoint', device: 'server' }),
      location: { kind: 'server', origin: SERVER_ORIGIN, model: OpenAiServer.model },
    },
    tolerance: null,
    phases: ['checking', 'warming-up'],
  },
};

/** A prompt outside what the demo model knows. */
const PLAIN: readonly Message[] = [{ role: 'user', content: 'Which organ makes cortisol? Answer' }];

for (const [runtimeId, { request, tolerance, phases }] of Object.entries(MODELS)) {
  test.describe(runtimeId, () => {
    let page: Page;
    let strayRequests: string[];

    const isServer = request.device === 'server';

    test.beforeAll(async ({ openHarness }) => {
      if (isServer) await server.open(SERVER_PORT);
      ({ page, strayRequests } = await openHarness());
      const seen = await page.evaluate(async (wanted) => {
        window.shared = window.harness.client({ cancelGraceMs: 20_000 });
        const phases: string[] = [];
        const model = await window.shared.load(wanted, { onProgress: (step) => phases.push(step.phase) });
        return { model, phases: [...new Set(phases)] };
      }, request);
      expect(seen.phases).toEqual(
        phases ?? ['checking', 'downloading', 'verifying', 'starting', 'warming-up'],
      );
      expect(seen.model.runtime).toMatchObject(
        isServer
          ? { id: runtimeId, device: 'server', server: { origin: SERVER_ORIGIN } }
          : { id: runtimeId, device: 'wasm', threads: 1, contextTokens: 2048 },
      );
      if (!isServer) expect(seen.model.runtime.chatTemplateSha256).toMatch(/^[0-9a-f]{64}$/);
      expect(seen.model.capabilities).toEqual({
        generate: true,
        logprobs: tolerance === null ? 'top-k' : 'exact',
        embeddings: false,
        images: false,
      });
      for (const file of seen.model.files) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    });
    test.afterAll(async () => {
      await page.context().close();
      const elsewhere = strayRequests.filter((url) => !isServer || new URL(url).origin !== SERVER_ORIGIN);
      expect(elsewhere).toEqual([]);
      if (isServer) await server.close();
    });

    const generate = async (settings: Partial<typeof GREEDY> = {}, messages = VISIT) => {
      const outcome = await page.evaluate(
        (wanted) => window.harness.outcome(() => window.shared.generate(wanted)),
        { messages, settings: { ...GREEDY, ...settings } },
      );
      if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.message}`);
      return outcome.value;
    };

    test('writes the same note twice from exactly the chat template, whatever ran before', async () => {
      const settings = { maxTokens: 60 };
      const first = await generate(settings);
      expect(first.text).toMatch(/Subjective:/);
      if ('sentTo' in first.prompt) {
        expect(isServer).toBe(true);
        expect(first.prompt.text).toBe(JSON.stringify(VISIT));
        expect(first.prompt.sentTo).toBe(SERVER_ORIGIN);
      } else {
        expect(first.prompt.text).toBe(`<|bos|><|user|>${VISIT[0]?.content ?? ''}<|end|><|assistant|>`);
        expect(first.prompt.firstTokenIds.slice(0, 2)).toEqual([1, 4]);
      }
      expect(first.prompt.warnings).toEqual([]);
      expect(first.usage.promptTokens).toBe(first.prompt.tokenCount);
      expect(first.timings.tokensPerSecond).toBeGreaterThan(1);
      await generate({ maxTokens: 5, temperature: 1, seed: 3 }, PLAIN);
      expect((await generate(settings)).text).toBe(first.text);
    });

    test('draws by its seed, ends at a stop string and at the limit', async () => {
      // The protocol of servers has no top-k.
      const drawing = { temperature: 2, topK: isServer ? 0 : 50, maxTokens: 24 };
      const drawn: string[] = [];
      for (const seed of [7, 8, 9, 10]) drawn.push((await generate({ ...drawing, seed })).text);
      // The model is sure of much that it writes: any two draws may be alike, not all.
      expect(new Set(drawn).size).toBeGreaterThan(1);
      expect((await generate({ ...drawing, seed: 7 })).text).toBe(drawn[0]);
      const whole = (await generate({ maxTokens: 30 })).text;
      const stop = whole.slice(20, 24);
      const stopped = await generate({ maxTokens: 30, stop: [stop] });
      expect(stopped).toMatchObject({
        text: whole.slice(0, whole.indexOf(stop)),
        // A server calls both its own end and a stop string "stop".
        finish: isServer ? 'stop' : 'stop-string',
      });
      expect(await generate({ maxTokens: 5 })).toMatchObject({
        finish: 'length',
        usage: { outputTokens: 5 },
      });
    });

    test('streams, and is cancelled while it writes without losing its worker', async () => {
      const seen = await page.evaluate(
        async (wanted) => {
          const texts: string[] = [];
          let cancelled = false;
          const ended = await window.harness.outcome(() =>
            window.shared.generate(wanted, {
              onProgress: (step) => {
                texts.push(step.text);
                if (step.tokens < 3 || cancelled) return;
                cancelled = true;
                window.shared.cancel();
              },
            }),
          );
          const after = await window.shared.generate({
            ...wanted,
            settings: { ...wanted.settings, maxTokens: 2 },
          });
          return { texts, code: ended.ok ? 'finished' : ended.code, after: after.usage.outputTokens };
        },
        { messages: VISIT, settings: GREEDY },
      );
      expect(seen.code).toBe('runtime/cancelled');
      expect(seen.texts.some((text) => text !== '')).toBe(true);
      expect(seen.after).toBe(2);
    });

    test('refuses a prompt that does not fit, with its counts, without harm', async () => {
      const refused = await page.evaluate(
        (wanted) => window.harness.outcome(() => window.shared.generate(wanted)),
        { messages: [{ role: 'user' as const, content: 'chest pain '.repeat(3000) }], settings: GREEDY },
      );
      expect(refused).toMatchObject({ ok: false, code: 'model/too-long' });
      // A server does not count what it refuses.
      if (!isServer) expect(refused).toMatchObject({ details: { newTokens: 300 } });
      expect((await generate({ maxTokens: 2 }, PLAIN)).usage.outputTokens).toBe(2);
    });

    if (tolerance === null) {
      test('refuses what it cannot give, in words and without harm', async () => {
        const refused = await page.evaluate(
          (wanted) => window.harness.outcome(() => window.shared.logprobs(wanted)),
          { messages: PLAIN, continuations: ['A', 'D'] },
        );
        expect(refused).toMatchObject({ ok: false, code: 'runtime/unsupported-operation' });
        expect((await generate({ maxTokens: 2 }, PLAIN)).usage.outputTokens).toBe(2);
      });
      return;
    }

    test('log-probabilities are those of a full pass in fp32, as near as the weights are', async () => {
      const compared = await page.evaluate(
        async ({ messages, continuations }) => {
          const ours = await window.shared.logprobs({ messages, continuations });
          const reference = window.harness.reference();
          await reference.api.open('/models/demo-tuned/', 'fp32', 'onnx/model.onnx');
          const theirs: number[][] = [];
          for (const continuation of continuations)
            theirs.push(await reference.api.logprobs(ours.prompt.text, continuation));
          reference.end();
          return { ours: ours.scores, theirs };
        },
        { messages: PLAIN, continuations: ['A', 'D', 'the adrenal gland', 'Plan', ''] },
      );
      compared.ours.forEach((score, index) => {
        const theirs = compared.theirs[index] ?? [];
        expect(score.perToken).toHaveLength(theirs.length);
        score.perToken.forEach((value, at) =>
          expect(Math.abs(value - (theirs[at] ?? NaN)), `choice ${index}, token ${at}`).toBeLessThan(
            tolerance,
          ),
        );
      });
      // A question scored between others has the scores of one that is scored alone.
      const again = await page.evaluate((wanted) => window.shared.logprobs(wanted), {
        messages: PLAIN,
        continuations: ['A', 'D', 'the adrenal gland', 'Plan', ''],
      });
      expect(again.scores).toEqual(compared.ours);
    });
  });
}

test.describe('a server that the page may not reach', () => {
  test.beforeAll(() => server.open(SERVER_PORT));
  test.afterAll(() => server.close());

  test('is worded when it permits no pages, and is out of reach of every other thread', async ({
    openHarness,
  }) => {
    const { page } = await openHarness();
    const { request } = MODELS['endpoint'] ?? {};
    if (request === undefined) throw new Error('no server among the models');
    server.permitsPages = false;
    const load = (wanted: typeof request) =>
      page.evaluate((one) => window.harness.outcome(() => window.harness.client().load(one)), wanted);
    expect(await load(request)).toMatchObject({ ok: false, code: 'server/unreachable' });
    server.permitsPages = true;
    server.asked.length = 0;
    // Another origin of the same machine, in no list and in no policy.
    const other = { ...request, location: { ...request.location, origin: 'http://127.0.0.1:9' } };
    expect(await load(other as typeof request)).toMatchObject({ ok: false, code: 'server/not-permitted' });
    const fromPage = await page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'reached',
          () => 'refused',
        ),
      `${SERVER_ORIGIN}/v1/models`,
    );
    expect(fromPage).toBe('refused');
    // The engine's own worker does not run the runtime either, whatever it is asked.
    expect(await load({ ...request, runtimeId: 'transformers-js' })).toMatchObject({ ok: false });
    expect(server.asked).toEqual([]);
    await page.context().close();
  });
});
