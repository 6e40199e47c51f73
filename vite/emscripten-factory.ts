/**
 * `import createModule from '<file>.js?emscripten-factory'`: a script that Emscripten wrote for a page of its own
 * (`var Module = …` at top level) as an ES module with one function. The package starts such a script from a blob: in
 * a second worker, which a strict policy forbids and which then hangs without an error; this way it is part of our
 * own worker's bundle.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const SUFFIX = '?emscripten-factory';
/** How such a script begins; a version that begins otherwise must be looked at by a person. */
const OPENING = /^var Module=typeof Module!="undefined"\?Module:\{\};/u;

export function emscriptenFactory(): Plugin {
  return {
    name: 'bedside-emscripten-factory',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(SUFFIX)) return null;
      const resolved = await this.resolve(source.slice(0, -SUFFIX.length), importer, { skipSelf: true });
      return resolved === null ? null : `${resolved.id.replace(/\?.*$/u, '')}${SUFFIX}`;
    },
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const file = id.slice(0, -SUFFIX.length);
      const script = await readFile(file, 'utf8');
      if (!OPENING.test(script)) this.error(`${file} does not begin as an Emscripten script does`);
      const body = script.replace(OPENING, '');
      return `export default function createModule(Module) {${body}\nreturn Module; }`;
    },
  };
}
