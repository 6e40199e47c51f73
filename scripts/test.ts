/**
 * `npm test`: types, lint, layers, dead exports, format, unit and contract tests, the build, its size budget, and the
 * end-to-end journeys in a real Chromium. Everything runs even when something failed; the last line counts.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import * as v from 'valibot';
import { ensureBrowser } from './find-browser.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
interface Step {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the step's own report; without one a step counts as a single test. */
  readonly report?: () => Counts;
}

const RESULTS = 'test-results';
const VitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
});
const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
});

function readReport<const T extends v.GenericSchema>(file: string, schema: T): v.InferOutput<T> {
  if (!existsSync(file)) throw new Error(`the runner wrote no report to ${file}`);
  return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
}

const tool = (path: string, ...args: string[]): readonly string[] => [`node_modules/${path}`, ...args];
const tsx = (script: string, ...args: string[]): readonly string[] => ['--import', 'tsx', script, ...args];

const steps: readonly Step[] = [
  { name: 'types', args: tsx('scripts/typecheck.ts') },
  { name: 'lint', args: tool('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'format', args: tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
  {
    name: 'layers',
    args: tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      'src',
      'workers',
      '--config',
      '.dependency-cruiser.cjs',
    ),
  },
  // Generated files that are committed must be what their sources give.
  { name: 'catalogue', args: tsx('scripts/catalog.ts', '--check') },
  { name: 'pack sources', args: tsx('scripts/check-packs.ts') },
  { name: 'dead exports', args: tool('knip/bin/knip.js') },
  {
    name: 'unit and contract',
    args: tool(
      'vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${RESULTS}/unit.json`,
    ),
    report: () => {
      const report = readReport(`${RESULTS}/unit.json`, VitestReport);
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests,
      };
    },
  },
  { name: 'build', args: tool('vite/bin/vite.js', 'build', '--logLevel', 'warn') },
  { name: 'first-load size', args: tsx('scripts/size-budget.ts') },
  {
    name: 'end to end',
    args: tool('@playwright/test/cli.js', 'test'),
    report: () => {
      const { stats } = readReport(`${RESULTS}/e2e.json`, PlaywrightReport);
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
    },
  },
];

function run(step: Step): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, step.args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...step.env },
    });
    child.on('close', (code) => done(code ?? 1));
    child.on('error', () => done(1));
  });
}

const only = process.argv.slice(2);
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
console.log(`browser: ${ensureBrowser()}`);
const lines: string[] = [];
let passed = 0;
let failed = 0;
let skipped = 0;
for (const step of steps) {
  if (only.length > 0 && !only.includes(step.name)) continue;
  console.log(`\n=== ${step.name}`);
  const started = performance.now();
  const status = await run(step);
  let counts: Counts = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  if (step.report !== undefined) {
    try {
      counts = step.report();
      // A runner that fails outside any test (a crash, a file that does not load) is a failure too.
      if (status !== 0 && counts.failed === 0) counts = { ...counts, failed: 1 };
      if (status === 0 && counts.passed === 0) counts = { ...counts, failed: 1 };
    } catch (error) {
      console.error(String(error));
      counts = { passed: 0, failed: 1, skipped: 0 };
    }
  }
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped;
  const seconds = Math.round((performance.now() - started) / 1000);
  lines.push(
    `${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`,
  );
}
console.log(`\n${lines.join('\n')}\n`);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
