import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeMessage, encodeMessage } from './glue.ts';
import { LLAMA_VERSION } from './llama-version.ts';

describe('the module’s messages', () => {
  it('are the bytes that it expects', () => {
    const bytes = encodeMessage('tokn_req', [
      ['text', 'µ'],
      ['bool', true],
      ['ints', [-1]],
      ['null'],
      ['texts', ['a']],
    ]);
    expect(Buffer.from(bytes).toString('hex')).toBe(
      [
        Buffer.from('GLUE').toString('hex') + '01000000' + Buffer.from('tokn_req').toString('hex'),
        '04000000' + '02000000' + 'c2b5',
        '01000000' + '01000000',
        '07000000' + '01000000' + 'ffffffff',
        '00000000',
        '09000000' + '01000000' + '01000000' + '61',
      ].join(''),
    );
    expect(decodeMessage(bytes, 'tokn_req')).toEqual(['µ', true, [-1], null, ['a']]);
  });

  it.each([
    ['of another name', encodeMessage('dtkn_res', [])],
    ['cut off', encodeMessage('tokn_req', [['text', 'long enough']]).slice(0, 25)],
    ['that is none', new Uint8Array(40)],
    [
      'with an endless list',
      Uint8Array.from([...encodeMessage('tokn_req', []), 7, 0, 0, 0, 255, 255, 255, 127]),
    ],
  ])('one %s is refused', (_what, bytes) => {
    expect(() => decodeMessage(bytes, 'tokn_req')).toThrow();
  });

  it('come from the version that records name', () => {
    const generated = readFileSync('node_modules/@wllama/wllama/src/workers-code/generated.ts', 'utf8').slice(
      0,
      4000,
    );
    const llama = /LIBLLAMA_VERSION = '([^']+)'/u.exec(generated)?.[1];
    const { version } = JSON.parse(readFileSync('node_modules/@wllama/wllama/package.json', 'utf8')) as {
      version: string;
    };
    expect(LLAMA_VERSION).toBe(`wllama ${version}, llama.cpp ${llama ?? ''}`);
  });
});
