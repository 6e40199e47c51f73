/**
 * `npm run test:long`: everything `npm test` runs, the long figures besides, and the result of every measurement
 * written with its date and device to docs/measurements.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import * as v from 'valibot';
import { MEASUREMENTS_FILE } from '../e2e/support/measure.ts';

const MeasurementSchema = v.object({
  topic: v.string(),
  what: v.string(),
  value: v.union([v.number(), v.string()]),
  unit: v.string(),
  n: v.optional(v.number()),
  note: v.optional(v.string()),
});

const env = { ...process.env, BEDSIDE_LONG: '1' };
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/test.ts'], {
  stdio: 'inherit',
  env,
});

if (existsSync(MEASUREMENTS_FILE)) {
  const rows = readFileSync(MEASUREMENTS_FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(MeasurementSchema, JSON.parse(line)));
  const topics = [...new Set(rows.map((row) => row.topic))].sort();
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const body = topics.map((topic) => {
    const lines = rows
      .filter((row) => row.topic === topic)
      .map(
        (row) =>
          `| ${cell(row.what)} | ${row.value} ${row.unit} | ${row.n ?? ''} | ${cell(row.note ?? '')} |`,
      );
    return `## ${topic}\n\n| what | value | n | note |\n|---|---|---|---|\n${lines.join('\n')}\n`;
  });
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const commit = spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8' }).stdout.trim();
  const head = [
    '# Measurements',
    '',
    `Written by \`npm run test:long\` on ${new Date().toISOString().slice(0, 10)}, commit ${commit}: ${cpus().length} × ${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, Node ${process.versions.node}. Times on a shared machine are noisy; tests assert generous ceilings only.`,
    '',
  ].join('\n');
  writeFileSync('docs/measurements.md', `${head}\n${body.join('\n')}`);
  // The format check reads every document, this one too.
  spawnSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', 'docs/measurements.md']);
  console.log('docs/measurements.md written');
}
process.exitCode = status ?? 1;
