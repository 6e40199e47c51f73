/**
 * Writes public/packs/index.json from the packs beside it: what the page lists before it reads any of them.
 *
 *   npx tsx scripts/packs-index.ts           write
 *   npx tsx scripts/packs-index.ts --check   exit 1 when the committed file differs from what would be written
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPack } from '../src/core/packs/read-pack.ts';

const folder = fileURLToPath(new URL('../public/packs/', import.meta.url));
const target = join(folder, 'index.json');

/** Hand-written visits stand before generated ones, everywhere. What is not named comes after, by id. */
const ORDER = ['soap-notes-handwritten', 'soap-notes-demo', 'clinical-qa-demo', 'calc-demo'];

async function entryOf(file: string) {
  const bytes = readFileSync(join(folder, file));
  const pack = await readPack({
    name: file,
    bytes: bytes.length,
    async *stream() {
      yield new Uint8Array(bytes);
    },
  });
  const { samples, seal, ...header } = pack;
  return {
    file,
    id: pack.id,
    sha256: seal,
    samples: samples.length,
    bytes: bytes.length,
    header: { ...header, seal },
  };
}

function place(id: string): number {
  const at = ORDER.indexOf(id);
  return at < 0 ? ORDER.length : at;
}

const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
const entries = await Promise.all(files.map(entryOf));
entries.sort((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1));
const text = `${JSON.stringify(entries, null, 1)}\n`;

if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    process.stderr.write(
      'public/packs/index.json is not what its packs say: run npx tsx scripts/packs-index.ts\n',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
  process.stdout.write(`${entries.map((entry) => `${entry.id} ${entry.samples}`).join('\n')}\n`);
}
