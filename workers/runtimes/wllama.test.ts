import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/core/digest.ts';
import type { GenerationSettings } from '../../src/core/contracts.ts';
import type { LoadRequest } from '../protocol.ts';
import type { NextTokens } from './token-model/token-model.ts';
import type { Llama } from './wllama/llama-port.ts';
import { drawToken, scoreTokens } from './token-model/next-token.ts';
import { createWllamaRuntime } from './wllama.ts';

/** A GGUF file with a head and no weights: version 3, no tensors, one metadata value. */
function ggufBytes(contextTokens = 64): Uint8Array<ArrayBuffer> {
  const text = (value: string): number[] => [value.length, 0, 0, 0, 0, 0, 0, 0, ...Buffer.from(value)];
  const u32 = (value: number): number[] => [...new Uint8Array(new Uint32Array([value]).buffer)];
  const bytes = Uint8Array.from([
    ...Buffer.from('GGUF'),
    ...u32(3),
    ...[0, 0, 0, 0, 0, 0, 0, 0],
    ...[2, 0, 0, 0, 0, 0, 0, 0],
    ...text('general.architecture'),
    ...u32(8),
    ...text('toy'),
    ...text('toy.context_length'),
    ...u32(4),
    ...u32(contextTokens),
  ]);
  // Weights begin at a multiple of 32 bytes, even where there are none.
  const whole = new Uint8Array(Math.ceil(bytes.length / 32) * 32);
  whole.set(bytes);
  return whole;
}

const END = 256;
const BOS = 257;

/**
 * A model over bytes: the next one follows from all that was read, so a wrong context gives another answer. It counts
 * its passes, and refuses what the module would.
 */
function toyLlama(metadata: Record<string, string>, answer: readonly number[] = []) {
  let read: number[] = [];
  const log: string[] = [];
  const files = new Map<string, Uint8Array>();
  const next = (): NextTokens => {
    const begun = answer.length > 0 ? read.lastIndexOf(10) : -1;
    const written = read.length - 1 - begun;
    const wanted = begun >= 0 ? (answer[written] ?? END) : null;
    const weights = Array.from({ length: 258 }, (_, id) => {
      const seed = parseInt(sha256Hex(`${read.join(',')}:${id}`).slice(0, 6), 16) / 2 ** 24;
      return id === wanted ? 5 : 0.001 + seed * 0.01;
    });
    // Not normalised exactly, as the module's are not.
    const sum = weights.reduce((total, weight) => total + weight, 0) * 1.0003;
    const ids = weights.map((_weight, id) => id).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
    return { ids, probabilities: ids.map((id) => (weights[id] ?? 0) / sum) };
  };
  const llama: Llama = {
    version: 'toy 1',
    allocate: (name, bytes) => {
      const memory = new Uint8Array(bytes);
      files.set(name, memory);
      return { write: (chunk, offset) => memory.set(chunk, offset), bytes: () => memory };
    },
    load: (names, settings) => {
      log.push(`load ${names.join(' ')} ${settings.contextTokens}`);
      return {
        vocabulary: 258,
        contextTokens: settings.contextTokens,
        bosId: BOS,
        eosId: END,
        endIds: [END],
        addsBos: true,
        metadata: new Map(Object.entries(metadata)),
      };
    },
    // "ab" is one token (id 1), so that a boundary can merge.
    tokenize: (text) => [...Buffer.from(text.replaceAll('ab', '\u0001'))],
    piece: (id) =>
      id === END
        ? Buffer.from('</s>')
        : id === BOS
          ? Buffer.from('<s>')
          : id === 1
            ? Buffer.from('ab')
            : Uint8Array.of(id),
    decode: (ids) => {
      log.push(`decode ${ids.length}`);
      read.push(...ids);
    },
    next: (count) => {
      const { ids, probabilities } = next();
      return count === null
        ? { ids, probabilities }
        : { ids: ids.slice(0, count), probabilities: probabilities.slice(0, count) };
    },
    keep: (tokens) => {
      log.push(`keep ${tokens}`);
      read = read.slice(0, tokens);
    },
  };
  return { llama, log, files };
}

const TEMPLATE =
  "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system') }}{% endif %}[{{ m.content }}]{% endfor %}{% if add_generation_prompt %}{{ '\\n' }}{% endif %}";

function request(bytes: Uint8Array<ArrayBuffer>, more: Partial<LoadRequest> = {}): LoadRequest {
  return {
    runtimeId: 'wllama',
    modelId: 'toy',
    location: { kind: 'files', files: [{ path: 'toy.gguf', file: new File([bytes], 'toy.gguf') }] },
    dtype: 'Q8_0',
    device: 'wasm',
    threads: 1,
    ...more,
  };
}

const signal = new AbortController().signal;
const silent = (): undefined => undefined;
const settings: GenerationSettings = { maxTokens: 20, temperature: 0, topK: 0, seed: 1, stop: [] };
const asking = (content: string) => [{ role: 'user' as const, content }];

async function opened(
  toy = toyLlama({ 'tokenizer.chat_template': TEMPLATE }),
  more: Partial<LoadRequest> = {},
) {
  const runtime = createWllamaRuntime({
    pageUrl: () => 'http://127.0.0.1/',
    openLlama: async () => toy.llama,
  });
  const loaded = await runtime.load(request(ggufBytes(), more), silent, signal);
  toy.log.length = 0;
  return { runtime, loaded, ...toy };
}

describe('loading a GGUF file', () => {
  it('puts it into the module, hashes it and says what it is', async () => {
    const bytes = ggufBytes();
    const { loaded, files } = await opened();
    expect([...(files.get('model.gguf') ?? [])]).toEqual([...bytes]);
    expect(loaded.files).toEqual([{ path: 'toy.gguf', bytes: bytes.length, sha256: sha256Hex(bytes) }]);
    expect(loaded.runtime).toMatchObject({
      id: 'wllama',
      device: 'wasm',
      threads: 1,
      contextTokens: 64,
      chatTemplateSha256: sha256Hex(TEMPLATE),
    });
    expect(loaded.capabilities).toMatchObject({ generate: true, logprobs: 'exact' });
  });

  it('asks for no more context than 8,192 tokens', async () => {
    const toy = toyLlama({});
    const runtime = createWllamaRuntime({
      pageUrl: () => 'http://127.0.0.1/',
      openLlama: async () => toy.llama,
    });
    const loaded = await runtime.load(request(ggufBytes(131_072)), silent, signal);
    expect(loaded.runtime.contextTokens).toBe(8192);
  });

  const load = (wanted: LoadRequest) =>
    createWllamaRuntime({
      pageUrl: () => 'http://127.0.0.1/',
      openLlama: async () => toyLlama({}).llama,
    }).load(wanted, silent, signal);
  const file = (bytes: Uint8Array<ArrayBuffer> | string, path = 'toy.gguf') => ({
    path,
    file: new File([bytes], path),
  });

  it.each([
    ['on a graphics processor', request(ggufBytes(), { device: 'webgpu' }), 'runtime/webgpu-unavailable'],
    ['a web page', request(new TextEncoder().encode('<!doctype html><html></html>')), 'model/not-a-model'],
    ['cut off', request(ggufBytes().slice(0, 60)), 'model/file-truncated'],
    ['nothing at all', request(new Uint8Array()), 'model/file-truncated'],
    ['no file', request(ggufBytes(), { location: { kind: 'files', files: [] } }), 'model/file-missing'],
    [
      'two models',
      request(ggufBytes(), {
        location: { kind: 'files', files: [file(ggufBytes(), 'a.gguf'), file(ggufBytes(), 'b.gguf')] },
      }),
      'model/unsupported',
    ],
    [
      'another file than expected',
      request(ggufBytes(), {
        expected: { 'toy.gguf': { bytes: ggufBytes().length, sha256: '0'.repeat(64) } },
      }),
      'model/file-altered',
    ],
    [
      'a shorter file than expected',
      request(ggufBytes(), { expected: { 'toy.gguf': { bytes: 9999, sha256: '0'.repeat(64) } } }),
      'model/file-truncated',
    ],
    [
      'a longer file than expected',
      request(ggufBytes(), { expected: { 'toy.gguf': { bytes: 10, sha256: '0'.repeat(64) } } }),
      'model/file-altered',
    ],
  ] as const)('%s is refused', async (_what, wanted, code) => {
    await expect(load(wanted)).rejects.toMatchObject({ code });
  });

  it('takes a model in parts, in their order', async () => {
    const toy = toyLlama({});
    const runtime = createWllamaRuntime({
      pageUrl: () => 'http://127.0.0.1/',
      openLlama: async () => toy.llama,
    });
    const parts = ['m-00002-of-00002.gguf', 'm-00001-of-00002.gguf'].map((path) => file(ggufBytes(), path));
    const loaded = await runtime.load(
      request(ggufBytes(), { location: { kind: 'files', files: parts } }),
      silent,
      signal,
    );
    expect(loaded.files.map(({ path }) => path)).toEqual(['m-00001-of-00002.gguf', 'm-00002-of-00002.gguf']);
    expect([...toy.files.keys()]).toEqual(['model-00001-of-00002.gguf', 'model-00002-of-00002.gguf']);
  });
});

describe('writing', () => {
  it('renders the file’s own template behind its BOS, and records what was read', async () => {
    const { runtime } = await opened();
    const rendered = await runtime.render(asking('hi'));
    expect(rendered.text).toBe('<s>[hi]\n');
    expect(rendered).toMatchObject({ firstTokenIds: [BOS, ...Buffer.from('[hi]\n')] });
    expect(rendered.warnings).toEqual([]);
    const refused = runtime.render([{ role: 'system', content: 'x' }, ...asking('hi')]);
    await expect(refused).rejects.toMatchObject({ code: 'model/unsupported' });
  });

  it('without a template the text goes as it is, and the record says so', async () => {
    const { runtime } = await opened(toyLlama({}));
    expect(await runtime.render(asking('hi'))).toMatchObject({
      text: '<s>hi',
      warnings: ['no-chat-template'],
    });
  });

  it('half a character is no end: its bytes are joined before they are read', async () => {
    const answer = [...Buffer.from('5 µg, ½ a tablet'), 0xc2];
    const { runtime } = await opened(toyLlama({ 'tokenizer.chat_template': TEMPLATE }, answer));
    const seen: string[] = [];
    const result = await runtime.generate(
      { messages: asking('dose?'), settings },
      (progress) => seen.push(progress.text),
      signal,
    );
    expect(result.text).toBe('5 µg, ½ a tablet\uFFFD');
    expect(result.finish).toBe('stop');
    expect(seen.at(-2)).not.toContain('\uFFFD');
  });

  it('ends at a stop string, at the limit, and when it is cancelled', async () => {
    const { runtime } = await opened(
      toyLlama({ 'tokenizer.chat_template': TEMPLATE }, [...Buffer.from('Plan: rest. More')]),
    );
    const write = (more: Partial<GenerationSettings>, from: AbortSignal = signal) =>
      runtime.generate({ messages: asking('x'), settings: { ...settings, ...more } }, silent, from);
    expect(await write({ stop: ['More'] })).toMatchObject({ text: 'Plan: rest. ', finish: 'stop-string' });
    expect(await write({ maxTokens: 4 })).toMatchObject({
      text: 'Plan',
      finish: 'length',
      usage: { outputTokens: 4 },
    });
    expect(await write({}, AbortSignal.abort())).toMatchObject({ text: '', finish: 'cancelled' });
    expect(await write({})).toMatchObject({ text: 'Plan: rest. More', finish: 'stop' });
  });

  it('draws by its seed alone, whatever ran before', async () => {
    const { runtime } = await opened();
    const draw = async (seed: number, topK = 0) =>
      (
        await runtime.generate(
          { messages: asking('x'), settings: { ...settings, temperature: 1.5, topK, seed } },
          silent,
          signal,
        )
      ).text;
    const first = await draw(7);
    expect(await draw(8)).not.toBe(first);
    expect(await draw(7)).toBe(first);
    expect(await draw(7, 1)).toBe(
      (await runtime.generate({ messages: asking('x'), settings }, silent, signal)).text,
    );
  });

  it('refuses a prompt that does not fit with its counts', async () => {
    const { runtime } = await opened();
    const asked = runtime.generate({ messages: asking('x'.repeat(50)), settings }, silent, signal);
    await expect(asked).rejects.toMatchObject({
      code: 'model/too-long',
      details: { promptTokens: 54, newTokens: 20, contextTokens: 64 },
    });
  });
});

describe('what was read before', () => {
  const common = 'The same long beginning, ';
  it('is read once, in the same pieces, and changes no number', async () => {
    const fresh = await opened();
    const other = await fresh.runtime.logprobs(
      { messages: asking(`${common}B`), continuations: ['yes', 'no'] },
      signal,
      silent,
    );
    const passes = fresh.log.filter((line) => line === 'decode 8').length;
    const kept = await opened();
    await kept.runtime.generate({ messages: asking(`${common}A`), settings }, silent, signal);
    kept.log.length = 0;
    const again = await kept.runtime.logprobs(
      { messages: asking(`${common}B`), continuations: ['yes', 'no'] },
      signal,
      silent,
    );
    expect(again.scores).toEqual(other.scores);
    expect(kept.log[0]).toBe('keep 24');
    expect(kept.log.filter((line) => line === 'decode 8')).toHaveLength(passes - 3);
  });

  it('does not outlive a prompt that begins otherwise', async () => {
    const { runtime } = await opened();
    await runtime.generate({ messages: asking(`${common}A`), settings }, silent, signal);
    const after = await runtime.generate({ messages: asking('Something else'), settings }, silent, signal);
    const fresh = await opened();
    const alone = await fresh.runtime.generate(
      { messages: asking('Something else'), settings },
      silent,
      signal,
    );
    expect(after.text).toBe(alone.text);
  });
});

describe('log-probabilities', () => {
  /** The same number from a model that has read prompt and continuation anew. */
  function inFull(text: string, continuation: string, from: number): number[] {
    const { llama } = toyLlama({});
    const ids = [BOS, ...llama.tokenize(text + continuation)];
    return ids.slice(from).map((id, index) => {
      const { llama: again } = toyLlama({});
      again.decode(ids.slice(0, from + index));
      const { ids: ranked, probabilities } = again.next(null);
      const sum = probabilities.reduce((total, each) => total + each, 0);
      return Math.log((probabilities[ranked.indexOf(id)] ?? 0) / sum);
    });
  }

  it('equal those of a full pass, also where the boundary merges, in any order', async () => {
    const { runtime } = await opened(toyLlama({}));
    const { scores, prompt } = await runtime.logprobs(
      { messages: asking('is it a'), continuations: ['b?', ' no', ''] },
      signal,
      silent,
    );
    expect(prompt.text).toBe('<s>is it a');
    const merged = inFull('is it a', 'b?', 7);
    const plain = inFull('is it a', ' no', 8);
    expect(scores[0]?.perToken).toHaveLength(2);
    scores[0]?.perToken.forEach((value, at) => expect(value).toBeCloseTo(merged[at] ?? NaN, 9));
    scores[1]?.perToken.forEach((value, at) => expect(value).toBeCloseTo(plain[at] ?? NaN, 9));
    expect(scores[2]).toEqual({ perToken: [], isGreedy: true });
  });

  it('divide out what single precision added up wrongly', () => {
    const scored = scoreTokens({ ids: [4, 2], probabilities: [0.75 * 1.01, 0.25 * 1.01] }, [2, 4]);
    expect(scored.get(4)).toEqual({ logProbability: Math.log(0.75), isMostLikely: true });
    expect(scored.get(2)?.logProbability).toBeCloseTo(Math.log(0.25), 12);
  });

  it.each([
    ['too small to tell', { ids: [1, 2], probabilities: [1, 1e-40] }, [2]],
    ['beyond single precision', { ids: [1, 2], probabilities: [NaN, NaN] }, [1]],
  ])('%s: refused, not guessed', (_what, next, ids) => {
    expect(() => scoreTokens(next, ids)).toThrow(
      expect.objectContaining({ code: 'runtime/unsupported-operation' }) as Error,
    );
  });

  it('drawing takes each token as often as its probability says', () => {
    let at = 0;
    const rng = { next: () => (at++ + 0.5) / 1000 };
    const drawn = Array.from({ length: 1000 }, () =>
      drawToken({ ids: [5, 6, 7], probabilities: [0.6, 0.3, 0.1] }, 1, rng),
    );
    expect([5, 6, 7].map((id) => drawn.filter((each) => each === id).length)).toEqual([600, 300, 100]);
  });
});
