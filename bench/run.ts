/**
 * `npm run bench -- <name>`: one measurement, printed and written to its section of docs/performance.md. A benchmark is
 * a file here and a line below; it returns Markdown without a heading.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, totalmem } from 'node:os';

interface Benchmark {
  readonly title: string;
  /** Where its section stands, when not in docs/performance.md. */
  readonly file?: string;
  /** Its own file is loaded only when it runs. */
  load(): Promise<{ run(): string | Promise<string> }>;
}

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  coverage: {
    title: 'Coverage of the intervals',
    file: 'docs/statistics-measured.md',
    load: () => import('./statistics/coverage.ts'),
  },
  'cluster-bootstrap': {
    title: 'Cluster bootstrap',
    load: () => import('./statistics/cluster-bootstrap.ts'),
  },
  rouge: { title: 'ROUGE', load: () => import('./rouge.ts') },
  overhead: { title: 'Engine against a bare loop', load: () => import('./engine/overhead.ts') },
  choices: { title: 'Multiple choice by log-likelihood', load: () => import('./engine/choices.ts') },
  wllama: {
    title: 'llama.cpp against ONNX Runtime on WebAssembly',
    load: () => import('./engine/wllama.ts'),
  },
  'demo-notes': {
    title: 'The bundled model: loading, and a whole note',
    load: () => import('./engine/demo-notes.ts'),
  },
  threads: { title: 'Threads, and native code as the limit', load: () => import('./engine/threads.ts') },
};

const PERFORMANCE = 'docs/performance.md';
const HEAD = `# Performance

Written by \`npm run bench\`; see bench/README.md. Times on a shared machine are noisy, so alternatives are timed in turns within one run and compared with each other, never with a number from elsewhere.
`;

function where(): string {
  const commit = spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8' }).stdout.trim();
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const date = new Date().toISOString().slice(0, 10);
  // What else ran meanwhile decides how much the milliseconds are worth; the ratios are of turns in one run.
  const load = loadavg()[0] ?? 0;
  return `${date}, commit ${commit}: ${cpus().length} × ${processor}, ${memory} GiB, ${platform()}, Node ${process.versions.node}. Load at the end ${load.toFixed(1)}${load > cpus().length ? ': the machine was shared, so the times are not those of an idle one' : ''}.`;
}

/** Replaces the section of this title, or adds it at the end. */
function withSection(document: string, title: string, body: string): string {
  const section = `## ${title}\n\n${where()}\n\n${body.trim()}\n`;
  const sections = document.split(/^(?=## )/mu);
  const at = sections.findIndex((each) => each.startsWith(`## ${title}\n`));
  if (at < 0) return `${document.trimEnd()}\n\n${section}`;
  return (
    sections
      .map((each, index) => (index === at ? `${section}\n` : each))
      .join('')
      .trimEnd() + '\n'
  );
}

const [name] = process.argv.slice(2);
const benchmark = name === undefined ? undefined : BENCHMARKS[name];
if (benchmark === undefined) {
  console.error(`give one of: ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exitCode = 2;
} else {
  const file = benchmark.file ?? PERFORMANCE;
  const body = await (await benchmark.load()).run();
  console.log(`\n${body}\n`);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : HEAD;
  writeFileSync(file, withSection(before, benchmark.title, body));
  // The format check reads every document, this one too.
  spawnSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', file]);
  console.log(`${file} written`);
}
