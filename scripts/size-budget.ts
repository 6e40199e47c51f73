/**
 * First-load budget: the gzip size of every script the built page needs before a runtime is loaded
 * (the entry and what it imports statically), and the whole build by kind.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';

const BUDGET_BYTES = 130_000;
const DIST = process.argv[2] ?? 'dist';

const ManifestSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    isEntry: v.optional(v.boolean()),
    imports: v.optional(v.array(v.string())),
  }),
);

const manifest = v.parse(ManifestSchema, JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')));
const needed = new Set<string>();
function need(key: string): void {
  if (needed.has(key)) return;
  needed.add(key);
  for (const imported of manifest[key]?.imports ?? []) need(imported);
}
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry === true) need(key);

let total = 0;
for (const key of needed) {
  const file = manifest[key]?.file;
  if (file === undefined || !file.endsWith('.js')) continue;
  const bytes = gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
  total += bytes;
  console.log(`${String(bytes).padStart(8)}  ${file}`);
}
console.log(`${String(total).padStart(8)}  first-load JavaScript, gzip (budget ${BUDGET_BYTES})`);
if (total === 0 || total > BUDGET_BYTES) {
  console.error(
    total === 0 ? 'No entry script found in the build.' : 'Over budget: make something a lazy chunk.',
  );
  process.exitCode = 1;
}
