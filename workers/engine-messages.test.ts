/** The engine's end of the message channel, sent everything that is no request. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AppError } from '../src/core/errors.ts';
import { createEngine } from './engine.ts';
import type { EngineApi } from './protocol.ts';
import { createScriptedRuntime } from './runtimes/scripted.ts';
import { ShellMessageSchema } from './shell/messages.ts';

const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
const file = new Blob([JSON.stringify({ rules: [{ contains: '', answer: 'still here' }] })]);
const load = {
  runtimeId: 'scripted',
  modelId: 'scripted',
  location: { kind: 'files', files: [{ path: 'script.json', file }] },
  dtype: 'none',
  device: 'scripted',
  threads: 1,
};
const messages = [{ role: 'user', content: 'Hello.' }];
const generate = { messages, settings: { maxTokens: 8, temperature: 0, topK: 0, seed: 1, stop: [] } };
const logprobs = { messages, continuations: ['a'] };

/** As the message channel calls it: with whatever came. */
type Call = (message: unknown, onProgress: () => void) => Promise<unknown>;
const callsOf = (engine: EngineApi) =>
  engine as unknown as Readonly<Record<'load' | 'render' | 'generate' | 'logprobs', Call>>;

/** One field, at any depth, becomes something else or goes. */
function spoilt(whole: object): fc.Arbitrary<unknown> {
  const paths = (value: unknown, base: readonly string[]): readonly (readonly string[])[] =>
    typeof value !== 'object' || value === null || value instanceof Blob
      ? [base]
      : [base, ...Object.entries(value).flatMap(([key, inside]) => paths(inside, [...base, key]))];
  const put = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
    if (key === undefined) return by;
    const inside = put(Reflect.get(value as object, key), rest, by);
    if (Array.isArray(value)) return value.map((item: unknown, at) => (String(at) === key ? inside : item));
    return { ...(value as object), [key]: inside };
  };
  return fc.tuple(fc.constantFrom(...paths(whole, [])), anything).map(([path, by]) => put(whole, path, by));
}

describe('the engine', () => {
  it('answers anything that is no request with an error of ours, and goes on working', async () => {
    const engine = createEngine(async () => createScriptedRuntime('http://127.0.0.1/'));
    await engine.load(load as never, () => undefined);
    const ask = async (call: Promise<unknown>): Promise<void> => {
      const outcome = await call.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (outcome !== null) expect(outcome).toBeInstanceOf(AppError);
    };
    const request = fc.oneof(
      fc.tuple(fc.constant('load' as const), fc.oneof(anything, spoilt({ ...load, runtimeId: 'none' }))),
      fc.tuple(fc.constant('render' as const), fc.oneof(anything, spoilt(messages))),
      fc.tuple(fc.constant('generate' as const), fc.oneof(anything, spoilt(generate))),
      fc.tuple(fc.constant('logprobs' as const), fc.oneof(anything, spoilt(logprobs))),
    );
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(request, async ([name, message]) => {
        if (name === 'load') {
          const other = createEngine(async () => {
            throw new AppError('input/unknown-id', 'no such runtime');
          });
          await ask(other.load(message as never, () => undefined));
          return;
        }
        await ask(callsOf(engine)[name](message, () => undefined));
        refused += 1;
      }),
      { numRuns: 1000, seed: 8 },
    );
    expect(refused).toBeGreaterThan(300);
    expect(await engine.generate(generate as never, () => undefined)).toMatchObject({ text: 'still here' });
  });

  it.each([
    ['load', { ...load, location: { kind: 'files', files: [{ path: 'a', file: 'no file' }] } }],
    ['load', { ...load, device: 'toaster' }],
    ['render', [{ role: 'root', content: 'x' }]],
    ['generate', { ...generate, settings: { ...generate.settings, maxTokens: Number.POSITIVE_INFINITY } }],
    ['logprobs', { messages, continuations: 'abc' }],
  ] as const)('names what is wrong with a message to %s, and repeats none of it', async (name, message) => {
    const engine = createEngine(async () => createScriptedRuntime('http://127.0.0.1/'));
    await engine.load(load as never, () => undefined);
    await expect(callsOf(engine)[name](message, () => undefined)).rejects.toMatchObject({
      code: 'defect',
      message: expect.stringMatching(/^the request to \w+ is not in our form: [\w.]+$/) as string,
    });
  });
});

describe('messages to the service worker', () => {
  it('are one of those it knows, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(anything, spoilt({ type: 'cache-file', url: '/a' })), (message) => {
        const taken = v.is(ShellMessageSchema, message);
        // Whatever else changed, the kind and the address are what they must be.
        if (taken) expect(message).toMatchObject({ type: 'cache-file', url: expect.any(String) as string });
      }),
      { numRuns: 300, seed: 8 },
    );
    for (const message of [null, 'apply-update', { type: 'erase' }, { type: 'cache-file', url: 3 }]) {
      expect(v.is(ShellMessageSchema, message)).toBe(false);
    }
  });
});
