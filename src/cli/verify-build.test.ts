import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFolder } from '../../scripts/supply-chain/hash-folder.ts';
import { startServer, type StaticServer } from '../../scripts/serve.ts';
import { FILE_MANIFEST } from '../core/supply-chain/file-manifest.ts';
import { cli, testFolder, type TestFolder } from './test-cli.ts';

let folder: TestFolder;
let site: StaticServer;
let manifest: string;
let dist: string;

/** A build in small: a page, a script, a packed file, a name with a space. */
function build(): void {
  mkdirSync(join(dist, 'assets'), { recursive: true });
  mkdirSync(join(dist, '.vite'));
  const files: Record<string, string | Uint8Array> = {
    'index.html': '<!doctype html><script src="./assets/index-abc.js"></script><link href="data:,x">',
    'assets/index-abc.js': 'export const a = 1;',
    'assets/engine.wasm-abc.gz': gzipSync('wasm'),
    'assets/with space.txt': 'text',
    '.vite/manifest.json': '{}',
  };
  for (const [path, content] of Object.entries(files)) writeFileSync(join(dist, path), content);
  const listed = {
    schemaVersion: 1,
    app: { name: 'bedside', version: '1', build: 'x' },
    files: hashFolder(dist),
  };
  manifest = folder.write('kept.json', JSON.stringify(listed));
  writeFileSync(join(dist, FILE_MANIFEST), JSON.stringify(listed));
}

beforeEach(async () => {
  folder = testFolder();
  dist = folder.path('dist');
  build();
  site = await startServer({ root: dist, port: 0, base: '/demo/' });
});
afterEach(async () => {
  await site.close();
  folder.remove();
});

const verify = async (url = site.url, ...more: string[]) => {
  const { code, out, err } = await cli('verify-build', url, '--manifest', manifest, '--json', ...more);
  return { code, err, said: (out === '' ? null : JSON.parse(out)) as Record<string, unknown> | null };
};

describe('verify-build', () => {
  it('says that every file is the same, from any form of the address', async () => {
    for (const url of [site.url, site.url.slice(0, -1), `${site.url}index.html`, `${site.url}?x=1#/data`]) {
      expect(await verify(url)).toMatchObject({
        code: 0,
        said: { verified: true, same: 4, differing: [], missing: [], extra: [] },
      });
    }
    const { out, code } = await cli('verify-build', site.url, '--manifest', manifest);
    expect([code, out]).toEqual([0, expect.stringContaining('All 4 files are the same.')]);
  });

  it('finds one flipped bit of one byte', async () => {
    const path = join(dist, 'assets/index-abc.js');
    const content = readFileSync(path);
    content[5] = (content[5] ?? 0) ^ 1;
    writeFileSync(path, content);
    const { code, said } = await verify();
    expect(code).toBe(3);
    expect(said).toMatchObject({
      verified: false,
      same: 3,
      differing: [{ path: 'assets/index-abc.js', expected: { bytes: 19 }, found: { bytes: 19 } }],
    });
    const { out } = await cli('verify-build', site.url, '--manifest', manifest);
    expect(out).toMatch(/^differs {2}assets\/index-abc\.js: 19 bytes/m);
  });

  it('finds a missing file, and a page put in its place', async () => {
    rmSync(join(dist, 'assets/index-abc.js'));
    expect(await verify()).toMatchObject({
      code: 3,
      said: { missing: [{ path: 'assets/index-abc.js', why: 'HTTP 404' }] },
    });
    cpSync(join(dist, 'index.html'), join(dist, 'assets/index-abc.js'));
    expect(await verify()).toMatchObject({ code: 3, said: { differing: [{ path: 'assets/index-abc.js' }] } });
  });

  it('finds what the start page or the site’s own manifest names and the given one does not', async () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    writeFileSync(
      join(dist, 'index.html'),
      `${page}<script src="https://cdn.example/spy.js"></script><script src=./assets/more.js></script>`,
    );
    const { code, said } = await verify();
    expect(code).toBe(3);
    expect(said).toMatchObject({ extra: ['assets/more.js', 'https://cdn.example/spy.js'] });
  });

  it('takes neither a redirect nor a packed answer for the file', async () => {
    const answers: Record<string, (response: ServerResponse) => void> = {
      '/assets/index-abc.js': (response) => response.writeHead(302, { Location: site.url }).end(),
      // Labelled as packed by the host although the file itself is packed: the bytes are still the file’s.
      '/assets/engine.wasm-abc.gz': (response) =>
        response
          .writeHead(200, { 'Content-Encoding': 'gzip' })
          .end(readFileSync(join(dist, 'assets/engine.wasm-abc.gz'))),
      // Packed on the way although not asked for: unpacked before it is compared.
      '/assets/with%20space.txt': (response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('text')),
    };
    const other: Server = createServer((request, response) => {
      const answer = answers[request.url ?? ''];
      if (answer === undefined) response.end(readFileSync(join(dist, 'index.html')));
      else answer(response);
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { said } = await verify(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    expect(said).toMatchObject({
      same: 3,
      differing: [],
      missing: [{ path: 'assets/index-abc.js', why: 'HTTP 302' }],
    });
    await new Promise((done) => other.close(done));
  });

  it('is bad input where nothing is served, or the manifest or the address is none', async () => {
    await site.close();
    expect(await verify()).toMatchObject({ code: 2, said: null });
    manifest = folder.write('bad.json', '{"schemaVersion":1,"files":[]}');
    expect((await verify()).code).toBe(2);
    manifest = folder.write(
      'outside.json',
      JSON.stringify({
        schemaVersion: 1,
        app: { name: 'a', version: '1', build: 'x' },
        files: [{ path: '../../etc/passwd', bytes: 1, sha256: 'a'.repeat(64) }],
      }),
    );
    expect((await verify()).err).toContain('must be relative');
    expect((await cli('verify-build', 'not an address', '--manifest', manifest)).code).toBe(2);
    expect((await cli('verify-build', site.url)).code).toBe(2);
    site = await startServer({ root: dist, port: 0 });
  });
});
