/**
 * wllama's build of llama.cpp (single thread, 64-bit memory) inside this worker; the only file that knows its exports.
 * The package's own class is not used: it starts a second worker from a blob:, draws from the seed of the last load,
 * and knows nothing of cancelling. docs/adr says more.
 */
import createModule from '@wllama/wllama/src/single-thread/wllama.js?emscripten-factory';
import wasmUrl from '@wllama/wllama/src/single-thread/wllama.wasm?gzip-url';
import { readPacked } from '../packed-file.ts';
import { decodeMessage, encodeMessage } from './glue.ts';
import { createLlama, type Action, type CallModule } from './llama-calls.ts';
import { failedCall } from './llama-errors.ts';
import { LLAMA_VERSION } from './llama-version.ts';
import type { Llama, LlamaFile } from './llama-port.ts';

/** What went wrong stands in the module's log and nowhere else; its last lines are kept. */
const KEPT_LINES = 8;

interface EmscriptenModule {
  readonly HEAPU8: Uint8Array;
  /** Zero when there is no more memory. */
  mmapAlloc(bytes: number): number;
  cwrap(name: string, result: string, args: readonly string[]): (...args: unknown[]) => unknown;
  FS_createDataFile(
    folder: string,
    name: string,
    bytes: Uint8Array,
    readable: boolean,
    writable: boolean,
  ): void;
  readonly FS: { lookupPath(path: string): { readonly node: object } };
}

export async function openLlama(signal: AbortSignal): Promise<Llama> {
  const binary = await readPacked(wasmUrl, signal);
  const log: string[] = [];
  const module = await instantiate(binary, log);
  return createLlama({
    version: LLAMA_VERSION,
    allocate: (name, bytes) => allocate(module, name, bytes),
    call: callerOf(module, log),
  });
}

async function instantiate(binary: ArrayBuffer, log: string[]): Promise<EmscriptenModule> {
  let fail: (thrown: unknown) => void = () => undefined;
  const broken = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  broken.catch(() => undefined);
  let start: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  const module = createModule({
    noInitialRun: true,
    print: () => undefined,
    printErr: (line: unknown) => {
      log.push(String(line));
      if (log.length > KEPT_LINES) log.shift();
    },
    onAbort: (reason: unknown) => fail(new Error(`Aborted(${String(reason)})`)),
    // The script's own way ends in a promise that nobody hears when it fails.
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      WebAssembly.instantiate(binary, imports)
        .then(({ instance }) => done(instance))
        .catch(fail);
      return {};
    },
    onRuntimeInitialized: () => start(),
  });
  try {
    await Promise.race([started, broken]);
  } catch (thrown) {
    throw failedCall('start', log, thrown);
  }
  return module as EmscriptenModule;
}

/** llama.cpp maps the file where it lies: the node's contents are this memory itself, also after it has grown. */
function allocate(module: EmscriptenModule, name: string, bytes: number): LlamaFile {
  const at = module.mmapAlloc(bytes);
  if (at === 0) throw failedCall('allocate', [], new Error(`out of memory: ${bytes} bytes for ${name}`));
  module.FS_createDataFile('/', name, new Uint8Array(), true, false);
  const { node } = module.FS.lookupPath(`/${name}`);
  const view = (): Uint8Array => module.HEAPU8.subarray(at, at + bytes);
  Object.defineProperty(node, 'contents', { get: view });
  Object.defineProperty(node, 'usedBytes', { get: () => bytes });
  return {
    write: (chunk, offset) => module.HEAPU8.set(chunk, at + offset),
    bytes: view,
  };
}

function callerOf(module: EmscriptenModule, log: string[]): CallModule {
  const pointer = 'bigint';
  const start = module.cwrap('wllama_start', 'string', []);
  const malloc = module.cwrap('wllama_malloc', pointer, ['number', pointer]);
  const action = module.cwrap('wllama_action', pointer, ['string', pointer]);
  start();
  return (name: Action, request, fields, answer) => {
    log.length = 0;
    try {
      const message = encodeMessage(request, fields);
      const input = Number(malloc(BigInt(message.byteLength), 0));
      module.HEAPU8.set(message, input);
      const output = Number(action(name, BigInt(input)));
      if (output === 0) throw new Error(`the module refused "${name}"`);
      // The answer's length is left where the request began.
      const length = new DataView(module.HEAPU8.buffer).getUint32(input, true);
      return decodeMessage(module.HEAPU8.slice(output, output + length), answer);
    } catch (thrown) {
      throw failedCall(name, log, thrown);
    }
  };
}
