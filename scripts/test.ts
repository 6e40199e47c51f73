/**
 * `npm test`: types, lint, layers, dead exports, format, unit and contract tests, the build, its size budget, and the
 * end-to-end journeys in a real Chromium. Everything runs even when something failed; the last line counts.
 * Checks that read the sources run beside the unit tests and the build; the browser has the machine to itself.
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

/** What the counts do not say. */
const notes: string[] = [];

/** Lanes that run beside each other, step after step; what a browser tests comes after all of them. */
const readsSources: readonly Step[] = [
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
];

const unitAndBuild: readonly Step[] = [
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
];

const endToEnd: readonly Step[] = [
  {
    name: 'end to end',
    args: tool('@playwright/test/cli.js', 'test'),
    report: () => {
      const { stats } = readReport(`${RESULTS}/e2e.json`, PlaywrightReport);
      // A journey that passed only when run again is not hidden: it is worth a look, but no defect is shown by it.
      if (stats.flaky > 0) notes.push(`${stats.flaky} end-to-end tests passed only at the second try`);
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
    },
  },
];

/** The exit status, and what was printed when it was not shown as it came. */
function run(step: Step, live: boolean): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, step.args, {
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      env: process.env,
    });
    const printed: Buffer[] = [];
    child.stdout?.on('data', (bytes: Buffer) => printed.push(bytes));
    child.stderr?.on('data', (bytes: Buffer) => printed.push(bytes));
    const text = (): string => Buffer.concat(printed).toString('utf8');
    child.on('close', (code) => done({ status: code ?? 1, text: text() }));
    child.on('error', (error) => done({ status: 1, text: `${text()}${error.message}\n` }));
  });
}

const only = process.argv.slice(2);
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
console.log(`browser: ${ensureBrowser()}`);
const lines: string[] = [];
const total = { passed: 0, failed: 0, skipped: 0 };

function countsOf(step: Step, status: number): Counts {
  if (step.report === undefined)
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  try {
    const counts = step.report();
    // A runner that fails outside any test (a crash, a file that does not load) is a failure too.
    const amiss = counts.failed === 0 && (status !== 0 || counts.passed === 0);
    return amiss ? { ...counts, failed: 1 } : counts;
  } catch (error) {
    console.error(String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function runLane(steps: readonly Step[], live: boolean): Promise<void> {
  for (const step of steps) {
    if (only.length > 0 && !only.includes(step.name)) continue;
    if (live) console.log(`\n=== ${step.name}`);
    const started = performance.now();
    const { status, text } = await run(step, live);
    if (!live) console.log(`\n=== ${step.name}\n${text}`);
    const { passed, failed, skipped } = countsOf(step, status);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    const seconds = Math.round((performance.now() - started) / 1000);
    lines.push(
      `${failed === 0 ? 'ok    ' : 'FAILED'} ${step.name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`,
    );
  }
}

await Promise.all([runLane(readsSources, false), runLane(unitAndBuild, false)]);
await runLane(endToEnd, true);
console.log(`\n${[...lines, ...notes].join('\n')}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
