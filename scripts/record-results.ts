/**
 * Records the results that ship with the page: real runs of the bundled models in a real browser on this machine,
 * through the command line. Run it on an idle machine whenever the weights, packs or prompts change:
 *   npx tsx scripts/record-results.ts            runs what is missing or was made with other settings
 *   npx tsx scripts/record-results.ts --check    exit 1 when a recording does not belong to the bundled packs and models
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { PackHeaderSchema } from '../src/core/packs/pack.ts';
import { RunHeaderSchema } from '../src/core/run/run-schemas.ts';

interface Recording {
  readonly pack: string;
  readonly model: string;
  readonly dtype: string;
}

const RECORDINGS: readonly Recording[] = [
  { pack: 'soap-notes-handwritten', model: 'demo-tuned', dtype: 'int8' },
  { pack: 'soap-notes-demo', model: 'demo-tuned', dtype: 'int8' },
  { pack: 'clinical-qa-demo', model: 'demo-tuned', dtype: 'q8' },
  { pack: 'soap-notes-demo', model: 'demo-base', dtype: 'int8' },
];
const FOLDER = 'public/recorded';
const check = process.argv.includes('--check');

const HeaderOnly = v.object({ ...PackHeaderSchema.entries, samples: v.array(v.unknown()) });

function sealOf(pack: string): string | undefined {
  return v.parse(HeaderOnly, JSON.parse(readFileSync(`public/packs/${pack}.json`, 'utf8'))).seal;
}

const index: unknown[] = [];
for (const { pack, model, dtype } of RECORDINGS) {
  const file = `${pack}--${model}--${dtype}.jsonl`;
  const path = `${FOLDER}/${file}`;
  if (!check) {
    // A recording of other weights or another pack cannot be continued; it is made anew.
    if (!existsSync(path) || headerOf(path).pack.sha256 !== sealOf(pack)) rmSync(path, { force: true });
    const args = [
      '--import',
      'tsx',
      'src/cli/main.ts',
      'run',
      '--pack',
      pack,
      '--model',
      model,
      '--dtype',
      dtype,
    ];
    const { status } = spawnSync(process.execPath, [...args, '--out', path], { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
  const header = headerOf(path);
  if (header.pack.sha256 !== sealOf(pack)) {
    console.error(`${path} was recorded on another version of ${pack}: run scripts/record-results.ts`);
    process.exitCode = 1;
  }
  index.push({ file, header, records: readFileSync(path, 'utf8').trimEnd().split('\n').length - 1 });
}
const text = `${JSON.stringify(index, null, 1)}\n`;
if (!check) writeFileSync(`${FOLDER}/index.json`, text);
else if (readFileSync(`${FOLDER}/index.json`, 'utf8') !== text) {
  console.error(`${FOLDER}/index.json does not match its recordings: run scripts/record-results.ts`);
  process.exitCode = 1;
}

function headerOf(path: string): v.InferOutput<typeof RunHeaderSchema> {
  const [first = ''] = readFileSync(path, 'utf8').split('\n', 1);
  return v.parse(RunHeaderSchema, JSON.parse(first));
}
