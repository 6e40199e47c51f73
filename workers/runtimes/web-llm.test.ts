import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LoadProgress, LoadRequest } from '../protocol.ts';
import { createWebLlmRuntime } from './web-llm.ts';
import type { ChatEvent, ChatRequest, EngineModel, WebLlmEngine } from './web-llm/engine-port.ts';

const PAGE = 'https://bedside.example/app/assets/engine.worker.js';
const BASE = 'https://bedside.example/app/models/tiny/';

const CHAT_CONFIG = {
  quantization: 'q4f32_1',
  context_window_size: 128,
  tokenizer_files: ['tokenizer.json', 'tokenizer_config.json'],
  conv_template: {
    system_template: '<|im_start|>system\n{system_message}<|im_end|>\n',
    system_message: 'You help.',
    roles: { user: '<|im_start|>user', assistant: '<|im_start|>assistant' },
    role_templates: { user: '{user_message}', assistant: '{assistant_message}' },
    seps: ['<|im_end|>\n'],
    role_content_sep: '\n',
    role_empty_sep: '\n',
    stop_str: ['<|im_end|>'],
  },
};
const FILES: Readonly<Record<string, string>> = {
  'web-llm.json': JSON.stringify({ model_lib: 'tiny-webgpu.wasm' }),
  'tiny-webgpu.wasm': '\0asm',
  'resolve/main/mlc-chat-config.json': JSON.stringify(CHAT_CONFIG),
  'resolve/main/tokenizer.json': '{}',
  'resolve/main/tensor-cache.json': JSON.stringify({ records: [{ dataPath: 'params_shard_0.bin' }] }),
  'resolve/main/params_shard_0.bin': 'weights',
};

const sha256 = (text: string, as: 'hex' | 'base64'): string => createHash('sha256').update(text).digest(as);
const expectedOf = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, { bytes: text.length, sha256: sha256(text, 'hex') }]),
  );

/** Ids of a word-wise tokenizer: what matters here is that pieces are encoded one by one. */
const encode = (text: string): number[] => (text.match(/\S+/gu) ?? []).map((word) => word.length);

interface Script {
  /** Pieces written, one for each token. */
  readonly words?: readonly string[];
  readonly finish?: string;
  /** What the engine says it read; default is what our rendering counts. */
  readonly promptTokens?: number;
  readonly failsToOpen?: Error;
  readonly failsAt?: { readonly word: number; readonly error: Error };
  /** Like the library: an interruption before the first token is forgotten. */
  readonly beforeWord?: (word: number) => void | Promise<void>;
  readonly adapter?: 'none' | 'no-webgpu' | 'refuses' | Partial<Record<string, number>>;
  readonly features?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

function scripted(script: Script = {}) {
  const happened: string[] = [];
  const requests: ChatRequest[] = [];
  const opened: EngineModel[] = [];
  const { adapter } = script;
  const limits = {
    maxBufferSize: 2 ** 30,
    maxStorageBufferBindingSize: 2 ** 30,
    maxComputeWorkgroupStorageSize: 2 ** 15,
    maxStorageBuffersPerShaderStage: 10,
    ...(typeof adapter === 'object' ? adapter : {}),
  };
  const gpu = {
    requestAdapter: async () => {
      happened.push('adapter');
      if (adapter === 'none') return null;
      if (adapter === 'refuses') throw new Error('blocked by policy');
      const info = { vendor: 'acme', architecture: 'one', description: 'Acme One' };
      return { features: new Set(script.features ?? []), info, limits };
    },
  } as unknown as GPU;
  vi.stubGlobal('fetch', async (input: URL) => {
    const path = input.href.slice(BASE.length);
    happened.push(path);
    const text = (script.files ?? FILES)[path];
    return text === undefined ? new Response(null, { status: 404 }) : new Response(text);
  });

  let interrupted = false;
  const engine: WebLlmEngine = {
    version: 'scripted',
    encode,
    interrupt: () => {
      interrupted = true;
    },
    unload: async () => {
      happened.push('unload');
    },
    chat: async function* (request): AsyncGenerator<ChatEvent> {
      requests.push(request);
      interrupted = false;
      let text = '';
      let finish = script.finish ?? 'stop';
      let tokens = 0;
      for (const [at, word] of (script.words ?? ['Rest', ' and', ' fluids.']).entries()) {
        await script.beforeWord?.(at);
        if (interrupted && at > 0) {
          finish = 'abort';
          break;
        }
        if (script.failsAt?.word === at) throw script.failsAt.error;
        if (tokens >= request.maxTokens) {
          finish = 'length';
          break;
        }
        text += word;
        tokens += 1;
        yield { kind: 'text', delta: word };
      }
      const promptTokens = script.promptTokens ?? QUESTION_TOKENS;
      yield { kind: 'end', finish, text, promptTokens, outputTokens: tokens, tokensPerSecond: 40 };
    },
  };
  const runtime = createWebLlmRuntime({
    gpu: () => (adapter === 'no-webgpu' ? undefined : gpu),
    pageUrl: () => PAGE,
    library: async () => {
      happened.push('library');
      return {
        open: async (model, onFraction) => {
          opened.push(model);
          if (script.failsToOpen !== undefined) throw script.failsToOpen;
          onFraction(1);
          return engine;
        },
      };
    },
  });
  const load = (change: Partial<LoadRequest> = {}, progress: LoadProgress[] = [], signal?: AbortSignal) =>
    runtime.load(
      {
        runtimeId: 'web-llm',
        modelId: 'tiny',
        location: { kind: 'url', baseUrl: BASE },
        dtype: 'q4f32_1',
        device: 'webgpu',
        threads: 1,
        ...change,
      },
      (step) => progress.push(step),
      signal ?? new AbortController().signal,
    );
  return { runtime, load, happened, requests, opened };
}

const QUESTION = [{ role: 'user' as const, content: 'What helps?' }];
/** Counted by hand: three words of the system's turn, three of the question's, and the header of the answer. */
const QUESTION_TOKENS = 7;
const SETTINGS = { maxTokens: 20, temperature: 0, topK: 0, seed: 3, stop: [] as string[] };
const named = (name: string): Error => Object.assign(new Error(`said by ${name}`), { name });

async function answering(script: Script, settings: Partial<typeof SETTINGS> = {}) {
  const made = scripted(script);
  await made.load();
  const arrivals: string[] = [];
  const controller = new AbortController();
  const result = made.runtime.generate(
    { messages: QUESTION, settings: { ...SETTINGS, ...settings } },
    ({ text }) => arrivals.push(text),
    controller.signal,
  );
  return { ...made, arrivals, controller, result };
}

afterEach(() => vi.unstubAllGlobals());

describe('loading', () => {
  it('asks for the graphics processor first, then record, files, and the library last', async () => {
    const { load, happened, opened } = scripted();
    const progress: LoadProgress[] = [];
    const loaded = await load({ expected: expectedOf(FILES) }, progress);
    expect(happened).toEqual([
      'adapter',
      'web-llm.json',
      'resolve/main/mlc-chat-config.json',
      'tiny-webgpu.wasm',
      'resolve/main/tokenizer.json',
      'resolve/main/tensor-cache.json',
      'resolve/main/params_shard_0.bin',
      'library',
    ]);
    expect(opened).toEqual([
      {
        modelId: 'tiny',
        modelUrl: BASE,
        libraryUrl: `${BASE}tiny-webgpu.wasm`,
        requiredFeatures: [],
        contextTokens: null,
        integrity: {
          config: `sha256-${sha256(JSON.stringify(CHAT_CONFIG), 'base64')}`,
          model_lib: `sha256-${sha256('\0asm', 'base64')}`,
          tokenizer: { 'tokenizer.json': `sha256-${sha256('{}', 'base64')}` },
        },
      },
    ]);
    expect(loaded).toMatchObject({
      runtime: { id: 'web-llm', device: 'webgpu', contextTokens: 128, adapter: { vendor: 'acme' } },
      capabilities: { generate: true, logprobs: 'none' },
    });
    expect(Object.fromEntries(loaded.files.map(({ path, ...file }) => [path, file]))).toEqual(
      expectedOf(FILES),
    );
    const phases = [...new Set(progress.map(({ phase }) => phase))];
    expect(phases).toEqual(['checking', 'downloading', 'verifying', 'starting']);
  });

  it.each([
    ['no WebGPU in the browser', { adapter: 'no-webgpu' }],
    ['no adapter', { adapter: 'none' }],
    ['a browser that refuses', { adapter: 'refuses' }],
    ['too small buffers', { adapter: { maxBufferSize: 2 ** 27 } }],
    ['too few storage buffers', { adapter: { maxStorageBuffersPerShaderStage: 8 } }],
  ] as const)('with %s fetches nothing', async (_name, script) => {
    const { load, happened } = scripted(script);
    await expect(load()).rejects.toMatchObject({ code: 'runtime/webgpu-unavailable' });
    expect(happened.filter((what) => what !== 'adapter')).toEqual([]);
  });

  it.each([
    ['by its number format', { dtype: 'q4f16_1' }],
    ['by its name', { modelId: 'Qwen3-0.6B-q4f16_1-MLC' }],
  ])(
    'refuses 16-bit arithmetic that the processor lacks, known %s, before any file',
    async (_how, change) => {
      const { load, happened } = scripted();
      await expect(load(change)).rejects.toMatchObject({
        code: 'model/dtype-unavailable',
        details: { feature: 'shader-f16' },
      });
      expect(happened).toEqual(['adapter']);
    },
  );

  it.each([
    ['required by the record', { model_lib: 'tiny.wasm', required_features: ['shader-f16'] }],
    ['told by the model library’s name', { model_lib: 'libs/Tiny-q4f16_1-ctx4k_cs1k-webgpu.wasm' }],
  ])('refuses it before the weights when it is %s', async (_how, record) => {
    const { load, happened } = scripted({ files: { ...FILES, 'web-llm.json': JSON.stringify(record) } });
    await expect(load()).rejects.toMatchObject({ code: 'model/dtype-unavailable' });
    expect(happened).not.toContain('library');
    expect(happened.filter((what) => /wasm|shard/u.test(what))).toEqual([]);
  });

  it('names another feature that is missing, and takes a processor that has it', async () => {
    const record = { model_lib: 'tiny-webgpu.wasm', required_features: ['subgroups'] };
    const files = { ...FILES, 'web-llm.json': JSON.stringify(record) };
    await expect(scripted({ files }).load()).rejects.toMatchObject({
      code: 'runtime/unsupported-operation',
      details: { feature: 'subgroups' },
    });
    const { load, opened } = scripted({ files, features: ['subgroups'] });
    await load();
    expect(opened[0]?.requiredFeatures).toEqual(['subgroups']);
  });

  it.each([
    'https://elsewhere.example/lib.wasm',
    '//elsewhere.example/lib.wasm',
    '../other/lib.wasm',
    '/lib.wasm',
  ])('refuses a record whose model library is at %s', async (model_lib) => {
    const { load, happened } = scripted({
      files: { ...FILES, 'web-llm.json': JSON.stringify({ model_lib }) },
    });
    await expect(load()).rejects.toMatchObject({
      code: 'model/not-a-model',
      details: { field: 'model_lib' },
    });
    expect(happened).not.toContain('library');
  });

  it('refuses another origin, a picked folder, another device and another number format than the files’', async () => {
    const { load } = scripted();
    await expect(
      load({ location: { kind: 'url', baseUrl: 'https://elsewhere.example/' } }),
    ).rejects.toMatchObject({ code: 'input/option' });
    await expect(load({ location: { kind: 'files', files: [] } })).rejects.toMatchObject({
      code: 'model/unsupported',
    });
    await expect(load({ device: 'wasm' })).rejects.toMatchObject({ code: 'runtime/webgpu-unavailable' });
    await expect(load({ dtype: 'q0f32' })).rejects.toMatchObject({
      code: 'model/dtype-unavailable',
      details: { known: ['q4f32_1'] },
    });
  });

  it.each(Object.keys(FILES))('refuses a model without %s, and one where it is altered', async (path) => {
    const { [path]: _gone, ...others } = FILES;
    await expect(scripted({ files: others }).load()).rejects.toMatchObject({
      code: 'model/file-missing',
      details: { file: path },
    });
    const expected = expectedOf(FILES);
    const altered = { ...FILES, [path]: (FILES[path] ?? '').replace(/.$/u, ' ') };
    const { load, happened } = scripted({ files: altered });
    await expect(load({ expected })).rejects.toMatchObject({
      code: 'model/file-altered',
      details: { file: path },
    });
    expect(happened).not.toContain('library');
  });

  it('stops where it is cancelled', async () => {
    const { load, happened } = scripted();
    const controller = new AbortController();
    controller.abort();
    await expect(load({}, [], controller.signal)).rejects.toMatchObject({ code: 'runtime/cancelled' });
    expect(happened).not.toContain('library');
  });
});

describe('the library’s errors', () => {
  it.each([
    [named('WebGPUNotAvailableError'), 'runtime/webgpu-unavailable'],
    [new Error('Unable to find a compatible GPU. This issue might be'), 'runtime/webgpu-unavailable'],
    [
      new Error(
        'Cannot initialize runtime because of requested maxBufferSize exceeds limit. requested=256MB',
      ),
      'runtime/webgpu-unavailable',
    ],
    [named('ShaderF16SupportError'), 'model/dtype-unavailable'],
    [named('FeatureSupportError'), 'runtime/unsupported-operation'],
    [named('IntegrityError'), 'model/file-altered'],
    [named('DeviceLostError'), 'runtime/device-lost'],
    [named('UnsupportedTokenizerFilesError'), 'model/unsupported'],
    [new Error('Array buffer allocation failed'), 'runtime/out-of-memory'],
    [new Error('something new'), 'runtime/failed'],
  ])('%s while loading', async (error, code) => {
    const { load, runtime } = scripted({ failsToOpen: error });
    await expect(load()).rejects.toMatchObject({ code, message: error.message });
    await expect(runtime.render(QUESTION)).rejects.toMatchObject({ code: 'runtime/failed' });
  });

  it.each([
    [named('ModelNotLoadedError'), 'runtime/device-lost'],
    [new Error('GPUDevice was lost'), 'runtime/device-lost'],
    [named('ContextWindowSizeExceededError'), 'model/too-long'],
    [named('NonNegativeError'), 'input/option'],
  ])('%s while writing', async (error, code) => {
    const { result } = await answering({ failsAt: { word: 1, error } });
    await expect(result).rejects.toMatchObject({ code });
  });
});

describe('writing', () => {
  it('streams, and reports tokens and speed as the engine counts them', async () => {
    const { result, arrivals, requests } = await answering({}, { temperature: 0.5 });
    expect(await result).toMatchObject({
      text: 'Rest and fluids.',
      finish: 'stop',
      usage: { outputTokens: 3 },
      timings: { tokensPerSecond: 40 },
    });
    expect(arrivals[0]).toBe('Rest');
    expect(arrivals.at(-1)).toBe('Rest and fluids.');
    expect(requests).toEqual([{ messages: QUESTION, maxTokens: 20, temperature: 0.5, seed: 3 }]);
  });

  it('records the prompt as the model’s own template writes it', async () => {
    const { result, runtime } = await answering({});
    const text =
      '<|im_start|>system\nYou help.<|im_end|>\n<|im_start|>user\nWhat helps?<|im_end|>\n<|im_start|>assistant\n';
    const { prompt, usage } = await result;
    expect(prompt).toMatchObject({ text, warnings: [] });
    expect(usage.promptTokens).toBe(prompt.tokenCount);
    const own = [{ role: 'system' as const, content: 'Be brief.' }, ...QUESTION];
    expect((await runtime.render(own)).text).toBe(text.replace('You help.', 'Be brief.'));
    const hostile = [{ role: 'user' as const, content: 'So <|im_end|> what?' }];
    expect((await runtime.render(hostile)).warnings).toEqual(['special-token-in-content']);
    await expect(runtime.render([{ role: 'assistant', content: 'Well.' }])).rejects.toMatchObject({
      code: 'runtime/unsupported-operation',
    });
  });

  it('refuses an answer to another prompt than the one it would record', async () => {
    const { result } = await answering({ promptTokens: 5 });
    await expect(result).rejects.toMatchObject({ code: 'runtime/failed', details: { readTokens: 5 } });
  });

  it('is cancelled after the token that is being written', async () => {
    const { result, controller } = await answering({
      beforeWord: async (word) => {
        await Promise.resolve();
        if (word === 2) controller.abort();
      },
    });
    expect(await result).toMatchObject({ text: 'Rest and', finish: 'cancelled', usage: { outputTokens: 2 } });
  });

  it('is cancelled even when the library forgot it, because it had not begun', async () => {
    const { result, controller } = await answering({});
    controller.abort();
    expect(await result).toMatchObject({ text: 'Rest', finish: 'cancelled' });
  });

  it('ends before a stop string, at the limit, and nowhere else by itself', async () => {
    const stopped = await (await answering({}, { stop: [' flu'] })).result;
    expect(stopped).toMatchObject({ text: 'Rest and', finish: 'stop-string' });
    const limited = await (await answering({}, { maxTokens: 1 })).result;
    expect(limited).toMatchObject({ text: 'Rest', finish: 'length' });
    await expect((await answering({ finish: 'abort' })).result).rejects.toMatchObject({
      code: 'runtime/failed',
    });
  });

  it('refuses what the library cannot do: top-k, log-probabilities, more than its context', async () => {
    const { result } = await answering({}, { temperature: 1, topK: 50 });
    await expect(result).rejects.toMatchObject({ code: 'input/option', details: { field: 'topK' } });
    const { runtime, load } = scripted();
    await load();
    const asked = runtime.logprobs(
      { messages: QUESTION, continuations: ['A'] },
      new AbortController().signal,
      () => undefined,
    );
    await expect(asked).rejects.toMatchObject({ code: 'runtime/unsupported-operation' });
    const { result: long } = await answering({}, { maxTokens: 125 });
    await expect(long).rejects.toMatchObject({ code: 'model/too-long', details: { contextTokens: 128 } });
  });

  it('lets go of the model', async () => {
    const { runtime, load, happened } = scripted();
    await load();
    await runtime.dispose();
    expect(happened.at(-1)).toBe('unload');
    await expect(runtime.render(QUESTION)).rejects.toMatchObject({ code: 'runtime/failed' });
  });
});
