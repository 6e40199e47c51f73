/** Shards of a run, one of them killed and run again, merge to scores byte-identical to those of one run. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { recordMeasurement } from '../support/measure.ts';
import { DIST } from '../support/dist.ts';

/** The built page's own copy: what was run is what is scored. */
const PACK = join(DIST, 'packs', 'clinical-qa-demo.json');

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-shards-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

function bedside(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, BEDSIDE_DIST: DIST },
  });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

function runArgs(limit: number, out: string, shard?: string): string[] {
  const base = [
    'run',
    '--pack',
    'clinical-qa-demo',
    '--model',
    'demo-tuned',
    '--limit',
    String(limit),
    '--out',
    out,
  ];
  return shard === undefined ? base : [...base, '--shard', shard];
}

async function run(limit: number, out: string, shard?: string): Promise<void> {
  const { code, err } = await ended(bedside(...runArgs(limit, out, shard)));
  expect(code, err).toBe(0);
}

function lines(path: string): number {
  try {
    return readFileSync(path, 'utf8').split('\n').length - 1;
  } catch {
    return 0;
  }
}

async function scores(path: string): Promise<string> {
  const { code, out, err } = await ended(bedside('score', PACK, '--predictions', path, '--json'));
  expect(code, err).toBe(0);
  return out;
}

async function shardsMergeToOneRun(shards: number, limit: number): Promise<void> {
  const whole = join(folder, 'whole.jsonl');
  await run(limit, whole);

  const parts: string[] = [];
  for (let i = 1; i <= shards; i += 1) {
    const part = join(folder, `shard-${i}.jsonl`);
    parts.push(part);
    if (i === 2) {
      const child = bedside(...runArgs(limit, part, `${i}/${shards}`));
      const end = ended(child);
      // Its header and first record are written; the next sample is in flight.
      await expect.poll(() => lines(part), { timeout: 120_000, intervals: [20] }).toBeGreaterThanOrEqual(2);
      child.kill('SIGKILL');
      await end;
      const kept = readFileSync(part, 'utf8');
      expect(lines(part)).toBeLessThan(1 + limit / shards);
      await run(limit, part, `${i}/${shards}`);
      expect(readFileSync(part, 'utf8').startsWith(kept.slice(0, kept.lastIndexOf('\n') + 1))).toBe(true);
      continue;
    }
    await run(limit, part, `${i}/${shards}`);
  }

  const merged = join(folder, 'merged.jsonl');
  const gap = await ended(bedside('merge', ...parts.slice(1), '--out', merged));
  expect(gap.code).toBe(2);
  const merge = await ended(bedside('merge', ...parts, '--out', merged));
  expect(merge.code, merge.err).toBe(0);
  const [one, many] = [await scores(whole), await scores(merged)];
  expect(many).toBe(one);
  recordMeasurement({
    topic: 'Shards',
    what: 'shards, one killed and run again, whose merged scores are byte-identical to one run',
    value: shards,
    unit: 'shards',
    n: limit,
  });
}

test('three shards, one killed and run again, score as one run', async () => {
  test.setTimeout(420_000);
  await shardsMergeToOneRun(3, 12);
});

test('eight shards, one killed and run again, score as one run @long', async () => {
  test.setTimeout(1_800_000);
  await shardsMergeToOneRun(8, 64);
});
