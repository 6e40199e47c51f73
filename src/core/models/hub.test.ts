import { describe, expect, it } from 'vitest';
import { hubOf } from '../network/hub-hosts.ts';
import { hubFileUrl, hubInfoUrl, parseHubAddress } from './hub-address.ts';
import { readHubListing, type HubFile } from './hub-listing.ts';
import { hubVariants, whyNoVariants } from './hub-variants.ts';

const COMMIT = 'a'.repeat(40);
const file = (path: string, bytes: number | null = 10): HubFile => ({
  path,
  bytes,
  sha256: null,
  gitSha1: null,
});
const ONNX = ['config.json', 'tokenizer.json', 'tokenizer_config.json'].map((path) => file(path));

describe('what a person types', () => {
  it.each([
    ['owner/name', 'owner/name', 'main'],
    ['  https://huggingface.co/owner/name  ', 'owner/name', 'main'],
    ['https://huggingface.co/owner/name/tree/v1.0?show=1', 'owner/name', 'v1.0'],
    ['hf.co/owner/name', 'owner/name', 'main'],
    [`owner/name@${COMMIT}`, 'owner/name', COMMIT],
    ['onnx-community/Llama-3.2-1B-Instruct-ONNX', 'onnx-community/Llama-3.2-1B-Instruct-ONNX', 'main'],
  ])('%s', (typed, repository, revision) => {
    expect(parseHubAddress(typed)).toEqual({ repository, revision });
  });

  it.each(['', 'name', 'a/b/c', '../../etc/passwd', 'a/b--c', 'a/..', 'a b/c', 'a/b@../x', 'a/b@'])(
    'refuses “%s”',
    (typed) => expect(parseHubAddress(typed)).toBeNull(),
  );

  it('leads to addresses below the hub and nowhere else', () => {
    const address = { repository: 'o/n', revision: COMMIT };
    expect(hubInfoUrl('https://hub.example', address)).toBe(
      `https://hub.example/api/models/o/n/revision/${COMMIT}?blobs=true`,
    );
    expect(hubFileUrl('https://hub.example/hf', address, 'onnx/a b#1.onnx')).toBe(
      `https://hub.example/hf/o/n/resolve/${COMMIT}/onnx/a%20b%231.onnx`,
    );
  });
});

describe('the hub of a build', () => {
  it('is the public one unless a mirror was named', () => {
    expect(hubOf(undefined).host).toBe('huggingface.co');
    expect(hubOf('').origins).toEqual(['https://huggingface.co', 'https://*.hf.co']);
    expect(hubOf('https://hub.hospital.example/hf/, https://files.hospital.example')).toEqual({
      base: 'https://hub.hospital.example/hf',
      host: 'hub.hospital.example',
      origins: ['https://hub.hospital.example', 'https://files.hospital.example'],
    });
  });
  it.each(['hub.example', 'javascript:alert(1)', 'https://a;script-src *', 'https://a?b'])(
    'refuses “%s”, which would end up in the security policy',
    (setting) => expect(() => hubOf(setting)).toThrow(/BEDSIDE_HUB/u),
  );
});

describe('the hub’s answer', () => {
  const answer = (siblings: unknown, more: object = {}) => ({ sha: COMMIT, siblings, ...more });

  it('gives commit, licence, and each file with the name that it can be checked by', () => {
    const listing = readHubListing(
      'o/n',
      answer(
        [
          { rfilename: 'config.json', size: 5, blobId: 'b'.repeat(40) },
          { rfilename: 'onnx/model.onnx', size: 7, blobId: 'c'.repeat(40), lfs: { sha256: 'd'.repeat(64) } },
        ],
        { cardData: { license: 'other', license_name: 'gemma' }, gated: 'manual' },
      ),
    );
    expect(listing).toEqual({
      repository: 'o/n',
      revision: COMMIT,
      gated: true,
      licence: 'gemma',
      licenceUrl: null,
      files: [
        { path: 'config.json', bytes: 5, sha256: null, gitSha1: 'b'.repeat(40) },
        { path: 'onnx/model.onnx', bytes: 7, sha256: 'd'.repeat(64), gitSha1: null },
      ],
    });
  });

  it.each([
    ['no commit', { siblings: [] }],
    ['a file outside', answer([{ rfilename: '../x' }])],
    ['a file from the root', answer([{ rfilename: '/x' }])],
    ['a size that is none', answer([{ rfilename: 'x', size: -1 }])],
    ['a web page', '<html>'],
  ])('with %s is refused', (_what, json) => {
    expect(() => readHubListing('o/n', json)).toThrow(/the hub’s answer/u);
  });
});

describe('formats of a repository', () => {
  it('are ONNX graphs with what belongs to each', () => {
    const variants = hubVariants([
      ...ONNX,
      file('onnx/model_q4.onnx'),
      file('onnx/model_q4.onnx_data'),
      file('onnx/model_q4.onnx_data_1'),
      file('onnx/model_q4f16.onnx', null),
      file('onnx/model_q4f16.onnx_data'),
      file('README.md'),
    ]);
    expect(
      variants.map(({ dtype, bytes, needsShaderF16, files }) => [dtype, bytes, needsShaderF16, files.length]),
    ).toEqual([
      ['q4', 60, false, 6],
      ['q4f16', null, true, 5],
    ]);
  });

  it('are GGUF files, split ones as one, without projectors', () => {
    const variants = hubVariants([
      file('m-Q4_K_M.gguf'),
      file('m-Q8_0-00001-of-00002.gguf'),
      file('m-Q8_0-00002-of-00002.gguf'),
      file('m-F16-00001-of-00002.gguf'),
      file('mmproj-F16.gguf'),
    ]);
    expect(variants.map(({ dtype, files }) => [dtype, files.length])).toEqual([
      ['Q4_K_M', 1],
      ['Q8_0', 2],
    ]);
  });

  it.each([
    [[file('mlc-chat-config.json')], 'compiled-for-web-llm'],
    [[...ONNX, file('onnx/decoder_model_merged_q4.onnx')], 'several-graphs'],
    [[...ONNX, file('model.safetensors')], 'weights-only'],
    [[file('README.md')], 'nothing'],
  ])('are none, and why is said', (files, why) => {
    expect(hubVariants(files)).toEqual([]);
    expect(whyNoVariants(files)).toBe(why);
  });
});
