/**
 * Validates packs and writes their seal in place: npx tsx scripts/seal-pack.ts public/packs/x.json ...
 * For whoever edits a pack by hand. Fields keep their order; nothing is written when any file does not validate.
 */
import { createReadStream, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { toAppError } from '../src/core/errors.ts';
import { readPack } from '../src/core/packs/read-pack.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npx tsx scripts/seal-pack.ts <pack.json|pack.jsonl> ...');
  process.exit(2);
}

/** The same text with another seal; JSONL has its header on the first line. */
function withSeal(text: string, seal: string, jsonl: boolean): string {
  const headerEnd = jsonl ? text.indexOf('\n') : text.length;
  const header = { ...(JSON.parse(text.slice(0, headerEnd)) as object), seal };
  return jsonl ? JSON.stringify(header) + text.slice(headerEnd) : `${JSON.stringify(header, null, 1)}\n`;
}

const sealed: { path: string; text: string | null; seal: string }[] = [];
for (const path of files) {
  try {
    const stream = (): AsyncIterable<Uint8Array> => createReadStream(path) as AsyncIterable<Uint8Array>;
    const { seal } = await readPack({ name: path, bytes: null, stream }, { ignoreSeal: true });
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF?\s*/, '');
    const fits = text.includes(`"seal":"${seal}"`) || text.includes(`"seal": "${seal}"`);
    sealed.push({ path, seal, text: fits ? null : withSeal(text, seal, path.endsWith('.jsonl')) });
  } catch (thrown) {
    const { code, message, details } = toAppError(thrown);
    console.error(`${code}: ${message}`);
    const problems = details['problems'];
    if (Array.isArray(problems)) for (const problem of problems) console.error(`  ${String(problem)}`);
    process.exit(2);
  }
}
for (const { path, text, seal } of sealed) {
  if (text !== null) {
    writeFileSync(`${path}.part`, text);
    renameSync(`${path}.part`, path);
  }
  console.log(`${path}  ${seal}  ${text === null ? 'unchanged' : 'written'}`);
}
