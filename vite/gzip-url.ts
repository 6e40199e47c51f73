/**
 * `import url from '<file>?gzip-url'`: the file as a gzip asset of the build. WebAssembly shrinks to a quarter, and
 * many static hosts send it uncompressed; packing it ourselves makes a first visit short on any of them.
 * The development server gives the plain file, so readers must look at the first two bytes, not at the name.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const SUFFIX = '?gzip-url';
const compress = promisify(gzip);

export function gzipUrl(): Plugin {
  let building = false;
  return {
    name: 'bedside-gzip-url',
    enforce: 'pre',
    configResolved: (config) => {
      building = config.command === 'build';
    },
    async resolveId(source, importer) {
      if (!source.endsWith(SUFFIX)) return null;
      const plain = source.slice(0, -SUFFIX.length);
      // With ?url the package's own export map answers as it would for the plain import.
      const resolved = await this.resolve(`${plain}?url`, importer, { skipSelf: true });
      if (resolved === null) return null;
      const file = resolved.id.replace(/\?.*$/u, '');
      return building ? `${file}${SUFFIX}` : `${file}?url`;
    },
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const file = id.slice(0, -SUFFIX.length);
      const reference = this.emitFile({
        type: 'asset',
        name: `${basename(file)}.gz`,
        source: await compress(await readFile(file), { level: 9 }),
      });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}
