import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/core/digest.ts';
import { AppError } from '../../../src/core/errors.ts';
import { continuationIds } from './continuation-ids.ts';
import { createYielder } from './cooperative.ts';
import { fileSourceOf } from './file-source.ts';
import { scoreRow } from './log-softmax.ts';
import { MemoryFiles } from './memory-files.ts';
import { OutputText } from './output-text.ts';
import { readFile } from './read-file.ts';
import { mapRuntimeError } from './runtime-errors.ts';

const PIECES = ['Plan', ': rest', '.\n', 'Signed', ' by', ' Dr', 'é', '###', '#', '##'];
const decode = (ids: readonly number[]): string => ids.map((id) => PIECES[id] ?? '').join('');

function feed(stop: readonly string[], ids: readonly number[]): { text: string; stoppedAt: number | null } {
  const output = new OutputText(decode, stop);
  for (const [index, id] of ids.entries())
    if (output.push(id)) return { text: output.text(), stoppedAt: index };
  return { text: output.text(), stoppedAt: null };
}

describe('OutputText', () => {
  it('gives all text when nothing stops it', () => {
    expect(feed([], [0, 1, 2])).toEqual({ text: 'Plan: rest.\n', stoppedAt: null });
  });

  it('stops at the token that completes a stop string and leaves it out', () => {
    expect(feed(['\nSigned'], [0, 1, 2, 3, 4, 5])).toEqual({ text: 'Plan: rest.', stoppedAt: 3 });
  });

  it('sees a stop string spread over many tokens, long after the start', () => {
    const filler = new Array<number>(200).fill(4);
    expect(feed(['####'], [...filler, 8, 8, 8, 8, 8])).toEqual({ text: ' by'.repeat(200), stoppedAt: 203 });
  });

  it('cuts at the first of several stop strings, and when text follows it in the same token', () => {
    expect(feed(['rest', 'Plan:'], [0, 1, 2])).toEqual({ text: '', stoppedAt: 1 });
  });

  it('ignores an empty stop string', () => {
    expect(feed([''], [0, 1]).stoppedAt).toBeNull();
  });

  it('shows no half characters while it writes', () => {
    const bytes = [0xe2, 0x82, 0xac];
    const output = new OutputText((ids) => new TextDecoder().decode(Uint8Array.from(ids)), []);
    const shown = bytes.map((byte) => {
      output.push(byte);
      return output.textSoFar();
    });
    expect(shown).toEqual(['', '', '€']);
  });

  it('has no text before the first token', () => {
    expect(new OutputText(decode, ['x']).text()).toBe('');
  });
});

describe('scoreRow', () => {
  it('is log softmax', () => {
    const row = Float32Array.from([9, 9, 1, 2, 3]);
    const sum = Math.exp(1) + Math.exp(2) + Math.exp(3);
    expect(scoreRow(row, 2, 3, 0).logProbability).toBeCloseTo(Math.log(Math.exp(1) / sum), 12);
    expect(scoreRow(row, 2, 3, 2).logProbability).toBeCloseTo(3 - Math.log(sum), 12);
    expect(scoreRow(row, 2, 3, 2).isMostLikely).toBe(true);
    expect(scoreRow(row, 2, 3, 1).isMostLikely).toBe(false);
  });

  it('does not overflow', () => {
    expect(scoreRow(Float32Array.from([3e4, 0]), 0, 2, 1).logProbability).toBeCloseTo(-3e4, 6);
  });

  it('gives a tie to the lowest id, as argmax does', () => {
    const row = Float32Array.from([1, 5, 5]);
    expect([1, 2].map((id) => scoreRow(row, 0, 3, id).isMostLikely)).toEqual([true, false]);
  });
});

describe('continuationIds', () => {
  it('takes what follows the prefix when the boundary holds', () => {
    expect(continuationIds([1, 2, 3], [1, 2, 3, 8, 9])).toEqual({ keep: 3, ids: [8, 9] });
  });

  it('goes back to the last common token when the boundary merges', () => {
    expect(continuationIds([1, 2, 3], [1, 2, 77, 9])).toEqual({ keep: 2, ids: [77, 9] });
    expect(continuationIds([1, 2, 3], [1, 2, 77])).toEqual({ keep: 2, ids: [77] });
  });

  it('has nothing to score for an empty continuation', () => {
    expect(continuationIds([1, 2], [1, 2])).toEqual({ keep: 2, ids: [] });
  });
});

describe('mapRuntimeError', () => {
  it.each([
    [
      'no available backend found. ERR: [webgpu] Error: Failed to get GPU adapter. You may need to enable flag "--enable-unsafe-webgpu"',
      'runtime/webgpu-unavailable',
    ],
    ['Program Gather requires f16 but the device does not support it', 'model/dtype-unavailable'],
    ['RangeError: Array buffer allocation failed', 'runtime/out-of-memory'],
    ['std::bad_alloc', 'runtime/out-of-memory'],
    ['GPUDevice is lost', 'runtime/device-lost'],
    [
      "Can't create a session. ERROR_CODE: 7, ERROR_MESSAGE: Failed to load model because protobuf parsing failed.",
      'model/not-a-model',
    ],
    ['Unsupported model type: whatever', 'model/unsupported'],
    ['something never seen', 'runtime/failed'],
  ])('%s', (message, code) => {
    expect(mapRuntimeError(new Error(message)).code).toBe(code);
  });

  it('keeps our own errors and reads the bare numbers that WASM throws', () => {
    const ours = new AppError('model/too-long', 'x');
    expect(mapRuntimeError(ours)).toBe(ours);
    expect(mapRuntimeError(25_001_232).code).toBe('runtime/out-of-memory');
  });

  it('blames the lost device for whatever fails after it', () => {
    expect(mapRuntimeError(new Error('Buffer used in submit while destroyed'), 'driver reset')).toMatchObject(
      {
        code: 'runtime/device-lost',
        details: { cause: 'Buffer used in submit while destroyed' },
      },
    );
  });
});

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function streamOf(...pieces: readonly string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(bytesOf(piece));
      controller.close();
    },
  });
}

describe('readFile', () => {
  const signal = new AbortController().signal;
  const expected = { bytes: 10, sha256: sha256Hex('0123456789') };
  const read = (pieces: readonly string[], bytes: number | null, wanted?: typeof expected) =>
    readFile('tokenizer.json', { bytes, stream: streamOf(...pieces) }, wanted, () => undefined, signal);

  it('joins the pieces and hashes them, whether or not the size was promised', async () => {
    for (const promised of [10, null]) {
      const file = await read(['01234', '', '56789'], promised, expected);
      expect(new TextDecoder().decode(file.bytes)).toBe('0123456789');
      expect(file.bytes.byteLength).toBe(10);
      expect(file.sha256).toBe(expected.sha256);
    }
  });

  it('reports the bytes as they come', async () => {
    const seen: number[] = [];
    await readFile(
      'a',
      { bytes: 4, stream: streamOf('ab', 'cd') },
      undefined,
      (loaded) => seen.push(loaded),
      signal,
    );
    expect(seen).toEqual([2, 4]);
  });

  it.each([
    ['shorter than the manifest says', ['01234'], 5, expected, 'model/file-truncated'],
    ['shorter than the server promised', ['01234'], 10, undefined, 'model/file-truncated'],
    ['other bytes of the same length', ['012345678X'], 10, expected, 'model/file-altered'],
    ['longer than the manifest says', ['0123456789X'], 11, expected, 'model/file-altered'],
    ['a web page', ['<!DOCTYPE html><html>'], 21, expected, 'network/html-instead-of-file'],
  ] as const)('%s', async (_name, pieces, bytes, wanted, code) => {
    await expect(read(pieces, bytes, wanted)).rejects.toMatchObject({
      code,
      details: { file: 'tokenizer.json' },
    });
  });

  it('stops when cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const reading = readFile(
      'a',
      { bytes: 4, stream: streamOf('abcd') },
      undefined,
      () => undefined,
      controller.signal,
    );
    await expect(reading).rejects.toMatchObject({ code: 'runtime/cancelled' });
  });
});

describe('file sources', () => {
  it('finds picked files by path', async () => {
    const files = [{ path: 'onnx/model.onnx', file: new File(['abc'], 'model.onnx') }];
    const source = fileSourceOf({ kind: 'files', files }, 'http://127.0.0.1/');
    const opened = await source.open('onnx/model.onnx', new AbortController().signal);
    expect(opened?.bytes).toBe(3);
    expect(await source.open('config.json', new AbortController().signal)).toBeNull();
  });

  it('refuses another origin', () => {
    const elsewhere = { kind: 'url', baseUrl: 'https://example.org/model/' } as const;
    expect(() => fileSourceOf(elsewhere, 'http://127.0.0.1/app/')).toThrow(
      expect.objectContaining({ code: 'input/option' }),
    );
  });
});

describe('MemoryFiles', () => {
  it('answers with the bytes themselves, and with a copy where they are part of a larger buffer', async () => {
    const files = new MemoryFiles();
    const whole = bytesOf('abcdef');
    files.set('a', whole);
    files.set('b', whole.subarray(2, 4));
    expect(await files.response('a')?.arrayBuffer()).toBe(whole.buffer);
    expect(new TextDecoder().decode(await files.response('b')?.arrayBuffer())).toBe('cd');
    expect(files.response('a')?.headers.get('content-length')).toBe('6');
    expect(files.response('c')).toBeUndefined();
  });
});

describe('createYielder', () => {
  it('lets other tasks in only when its time has come', async () => {
    let now = 0;
    const yielder = createYielder(() => now, 20);
    let otherTask = false;
    setImmediate(() => {
      otherTask = true;
    });
    await yielder.maybeYield();
    expect(otherTask).toBe(false);
    now = 25;
    for (let i = 0; i < 10_000 && !otherTask; i++, now += 25) await yielder.maybeYield();
    expect(otherTask).toBe(true);
    yielder.close();
  });
});
