/**
 * Records the results that ship with the page: real runs of the bundled models in a real browser on this machine,
 * through the command line. Run it on an idle machine whenever the weights, packs or prompts change:
 *   npx tsx scripts/record-results.ts            runs what is missing or was made with other settings
 *   npx tsx scripts/record-results.ts --check    exit 1 when a recording does not belong to the bundled packs and models
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { readCatalog } from '../src/core/models/catalog.ts';
import { PackSchema, type Pack } from '../src/core/packs/pack.ts';
import { RunHeaderSchema, RunRecordSchema } from '../src/core/run/run-schemas.ts';
import { createScoringSession } from '../src/core/run/scoring-session.ts';
import { bindScorers } from '../src/core/scorers/bind-scorers.ts';

interface Recording {
  readonly pack: string;
  readonly model: string;
  readonly dtype: string;
}

/** In the order of the page's list. */
const RECORDINGS: readonly Recording[] = [
  { pack: 'soap-notes-demo', model: 'demo-base', dtype: 'int8' },
  { pack: 'soap-notes-handwritten', model: 'demo-tuned', dtype: 'int8' },
  { pack: 'soap-notes-demo', model: 'demo-tuned', dtype: 'int8' },
  { pack: 'clinical-qa-demo', model: 'demo-tuned', dtype: 'q8' },
];

/** Made by scripts/tinyllama.ts and only taken in here, once they are whole: they would take an hour of a processor. */
const MADE_ELSEWHERE: readonly { readonly pack: string; readonly file: string; readonly records: number }[] =
  [
    { pack: 'clinical-qa-demo', file: 'clinical-qa-demo--tinyllama-1.1b-chat--iq2_xxs.jsonl', records: 20 },
    {
      pack: 'soap-notes-handwritten',
      file: 'soap-notes-handwritten--tinyllama-1.1b-chat--iq2_xxs.jsonl',
      records: 2,
    },
  ];
const FOLDER = 'public/recorded';
const check = process.argv.includes('--check');

function packOf(id: string): Pack {
  return v.parse(PackSchema, JSON.parse(readFileSync(`public/packs/${id}.json`, 'utf8')));
}

/** Score tables as the page keeps them, without evidence: they open a recording before any sample is scored. */
async function scoresOf(path: string, pack: Pack): Promise<string> {
  const header = headerOf(path);
  const session = createScoringSession(pack, await bindScorers(header.scorers), header.selection);
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  for (const line of lines) session.add(v.parse(RunRecordSchema, JSON.parse(line)));
  const tables = session.finish('missing-output').map(({ evidence: _evidence, ...columns }) => ({
    runId: header.id,
    createdAt: header.createdAt,
    ...columns,
  }));
  return `${JSON.stringify(tables)}\n`;
}

/** Writes, or with --check compares. */
function settle(path: string, text: string): void {
  if (!check) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${path} is not what its recording gives: run scripts/record-results.ts`);
    process.exitCode = 1;
  }
}

type Header = v.InferOutput<typeof RunHeaderSchema>;

const index: unknown[] = [];
for (const { pack, model, dtype } of RECORDINGS) {
  const file = `${pack}--${model}--${dtype}.jsonl`;
  const path = `${FOLDER}/${file}`;
  if (!check) {
    // A recording of other weights or another pack cannot be continued; it is made anew.
    if (existsSync(path) && !isOfBundled(headerOf(path), pack, model, dtype)) rmSync(path);
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
  await take(pack, file);
}
for (const { pack, file, records } of MADE_ELSEWHERE) {
  const path = `${FOLDER}/${file}`;
  if (existsSync(path) && recordsOf(path) === records) await take(pack, file);
}
settle(`${FOLDER}/index.json`, `${JSON.stringify(index, null, 1)}\n`);

/** Of the pack and the very weights that are bundled now. */
function isOfBundled(header: Header, pack: string, model: string, dtype: string): boolean {
  const { models } = readCatalog(JSON.parse(readFileSync('public/models/catalog.json', 'utf8')));
  const bundled = models.find(({ id }) => id === model)?.variants.find((variant) => variant.dtype === dtype);
  const hashes = new Set(bundled?.files.map(({ sha256 }) => sha256));
  return (
    header.pack.sha256 === packOf(pack).seal && header.model.files.every(({ sha256 }) => hashes.has(sha256))
  );
}

function headerOf(path: string): Header {
  const [first = ''] = readFileSync(path, 'utf8').split('\n', 1);
  return v.parse(RunHeaderSchema, JSON.parse(first));
}

/** Scores beside the recording, and its line in the index. */
async function take(pack: string, file: string): Promise<void> {
  const path = `${FOLDER}/${file}`;
  const header = headerOf(path);
  if (header.pack.sha256 !== packOf(pack).seal) {
    console.error(`${path} was recorded on another version of ${pack}: run scripts/record-results.ts`);
    process.exitCode = 1;
  }
  settle(path.replace(/\.jsonl$/u, '.scores.json'), await scoresOf(path, packOf(pack)));
  index.push({ file, header, records: recordsOf(path) });
}

function recordsOf(path: string): number {
  return readFileSync(path, 'utf8').trimEnd().split('\n').length - 1;
}
