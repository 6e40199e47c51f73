import * as Comlink from 'comlink';
import { afterEach, describe, expect, expectTypeOf, it } from 'vitest';
import { AppError, ERROR_CODES, type ErrorCode, type PlainError } from '../src/core/errors.ts';
import { plainToError, thrownToPlain } from './comlink-errors.ts';
import type { EngineApi, GenerateProgress, GenerateResult } from './protocol.ts';

interface Api {
  fail(code: ErrorCode): Promise<never>;
  failPlainly(kind: 'type-error' | 'text' | 'abort'): Promise<never>;
  callBack(callback: () => void | Promise<void>): Promise<{ code: ErrorCode; isAppError: boolean } | null>;
  echo(error: AppError): Promise<AppError>;
}

const ports: MessagePort[] = [];

/** Both ends in one thread, over a real message channel: everything is cloned as between page and worker. */
function connect(): Comlink.Remote<Api> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const api: Api = {
    fail: async (code) => {
      throw new AppError(code, `failed with ${code}`, {
        file: 'onnx/model.onnx',
        bytes: 12,
        whole: false,
        known: ['a', 'b'],
      });
    },
    failPlainly: async (kind) => {
      if (kind === 'type-error') throw new TypeError('undefined is not a function');
      if (kind === 'abort') throw new DOMException('stop', 'AbortError');
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- libraries do
      throw 'a bare text';
    },
    callBack: async (callback) => {
      try {
        await callback();
        return null;
      } catch (thrown) {
        return thrown instanceof AppError
          ? { code: thrown.code, isAppError: true }
          : { code: 'defect', isAppError: false };
      }
    },
    echo: async (error) => {
      if (!(error instanceof AppError)) throw new Error('arrived as something else');
      return error;
    },
  };
  Comlink.expose(api, port1);
  port2.start();
  return Comlink.wrap<Api>(port2);
}

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

async function caught(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
}

describe('errors across Comlink', () => {
  it.each(ERROR_CODES)('keeps %s with its message and details', async (code) => {
    const error = await caught(connect().fail(code));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code,
      message: `failed with ${code}`,
      details: { file: 'onnx/model.onnx', bytes: 12, whole: false, known: ['a', 'b'] },
    });
  });

  it('makes an unknown error a defect that keeps its words', async () => {
    expect(await caught(connect().failPlainly('type-error'))).toMatchObject({
      code: 'defect',
      message: 'undefined is not a function',
    });
    expect(await caught(connect().failPlainly('text'))).toMatchObject({
      code: 'defect',
      message: 'a bare text',
    });
  });

  it('makes an abort a cancellation', async () => {
    expect(await caught(connect().failPlainly('abort'))).toMatchObject({ code: 'runtime/cancelled' });
  });

  it('keeps the code of an error thrown by a callback on the page', async () => {
    const failing = Comlink.proxy(() => {
      throw new AppError('storage/quota', 'full');
    });
    expect(await connect().callBack(failing)).toEqual({ code: 'storage/quota', isAppError: true });
  });

  it('passes an AppError as an argument and as a result', async () => {
    const error = await connect().echo(new AppError('run/merge-gap', 'a gap', { missing: ['7'] }));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'run/merge-gap', details: { missing: ['7'] } });
  });
});

describe('what arrives is not trusted', () => {
  it.each([undefined, null, 'text', {}, { code: 'made/up', message: 'x' }, { code: 'defect', message: 7 }])(
    'turns %j into runtime/failed',
    (plain) => {
      expect(plainToError(plain).code).toBe('runtime/failed');
    },
  );

  it('drops details that are not plain', () => {
    const plain = { code: 'defect', message: 'x', details: { nested: { deep: true } } };
    expect(plainToError(plain)).toMatchObject({ code: 'defect', details: {} });
  });

  it('writes plain data only', () => {
    const plain: PlainError = thrownToPlain(new AppError('defect', 'x', { a: 1 }, { cause: new Error('y') }));
    expect(plain).toEqual({ code: 'defect', message: 'x', details: { a: 1 } });
  });
});

describe('types', () => {
  it('lets the page call the engine with its callbacks and read its results as they are', () => {
    type Remote = Comlink.Remote<EngineApi>;
    expectTypeOf<ReturnType<Remote['generate']>>().toEqualTypeOf<Promise<GenerateResult>>();
    expectTypeOf<Parameters<Remote['generate']>[1]>().toEqualTypeOf<(progress: GenerateProgress) => void>();
    expectTypeOf(thrownToPlain).returns.toEqualTypeOf<PlainError>();
    expectTypeOf(plainToError).returns.toEqualTypeOf<AppError>();
  });
});
