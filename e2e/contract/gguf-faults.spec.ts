/** What goes wrong around a GGUF file and a device in mid-run, in a real worker: each with its code, and the client goes on. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { demoGguf } from './gguf-fixture.ts';
import { expect, test } from './harness-page.ts';
import type { ManifestRequest } from './requests.ts';
import { GREEDY, QUESTION } from './visits.ts';

const whole = readFileSync(new URL('../fixtures/demo-tuned.Q8_0.gguf', import.meta.url));
/** A manifest that is right about the file, so that only what is in it can be at fault. */
function ownManifest(body: Buffer): ManifestRequest {
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { ...demoGguf, expected: { 'demo-tuned.Q8_0.gguf': { bytes: body.byteLength, sha256 } } };
}
/** As `latin1` every byte is one character, so that a name in the head can be exchanged. */
const renamed = (from: string, to: string) =>
  Buffer.from(whole.toString('latin1').replaceAll(from, to), 'latin1');

let page: Page;
test.beforeAll(async ({ openHarness }) => {
  ({ page } = await openHarness());
});
test.afterAll(() => page.context().close());

/** Loads the file as the server would send it, then the good one with the same client, and writes with it. */
async function loadThenRecover(request: ManifestRequest, body: Buffer) {
  await page
    .context()
    .route(
      '**/fixtures/*.gguf',
      (route) => route.fulfill({ body, contentType: 'application/octet-stream' }),
      {
        times: 1,
      },
    );
  return page.evaluate(
    async ({ bad, good, ask }) => {
      const client = window.harness.client();
      const first = await window.harness.outcome(() => client.load(bad));
      await client.load(good);
      const after = (await client.generate(ask)).usage.outputTokens;
      await client.dispose();
      return { code: first.ok ? 'loaded' : first.code, message: first.ok ? '' : first.message, after };
    },
    { bad: request, good: demoGguf, ask: { messages: QUESTION, settings: { ...GREEDY, maxTokens: 3 } } },
  );
}

for (const [what, request, body, code] of [
  ['shorter than its manifest says', demoGguf, whole.subarray(0, whole.length >> 1), 'model/file-truncated'],
  ['cut off', null, whole.subarray(0, whole.length >> 1), 'model/file-truncated'],
  ['altered', demoGguf, renamed('Bedside', 'Redside'), 'model/file-altered'],
  ['no GGUF at all', null, Buffer.from('PK\u0003\u0004 a zip'), 'model/not-a-model'],
  ['of an unknown architecture', null, renamed('llama', 'lambo'), 'model/unsupported'],
  ['of an unknown tokenizer', null, renamed('qwen2', 'qwen9'), 'model/unsupported'],
] as const) {
  test(`a GGUF file ${what}`, async () => {
    const seen = await loadThenRecover(request ?? ownManifest(body), body);
    expect(seen.code, seen.message).toBe(code);
    expect(seen.after).toBe(3);
  });
}

for (const [kind, code] of [
  ['lose-device', 'runtime/device-lost'],
  ['throw', 'runtime/out-of-memory'],
] as const) {
  test(`${code} in mid-run fails one answer, and the next has a fresh worker`, async () => {
    const seen = await page.evaluate(
      async ({ fault, settings }) => {
        const script = { faults: [{ call: 2, afterTokens: 1, ...fault }] };
        const files = [{ path: 'script.json', file: new File([JSON.stringify(script)], 'script.json') }];
        const client = window.harness.client();
        await client.load({
          runtimeId: 'scripted',
          modelId: 'scripted',
          dtype: 'none',
          device: 'scripted',
          threads: 1,
          location: { kind: 'files', files },
        });
        const ask = { messages: [{ role: 'user' as const, content: 'a cough' }], settings };
        const first = await client.generate(ask);
        const failed = await window.harness.outcome(() => client.generate(ask));
        const again = await client.generate(ask);
        return { code: failed.ok ? 'answered' : failed.code, same: first.text === again.text };
      },
      { fault: kind === 'throw' ? { kind, code } : { kind }, settings: GREEDY },
    );
    expect(seen).toEqual({ code, same: true });
  });
}
