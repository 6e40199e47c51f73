/** How long the bundled model takes here: to load in a fresh worker once the browser has its files, and to write a whole note. */
import { onBenchPage } from '../browser/open-bench-page.ts';
import { medianOf } from '../paired-ratio.ts';
import { visitPrompts } from './items.ts';

const LOADS = 10;
/** What the page writes notes with. */
const DTYPE = 'int8';
const TOKENS = 400;

const range = (values: readonly number[]): string =>
  `${(medianOf(values) / 1000).toFixed(2)} (${(Math.min(...values) / 1000).toFixed(2)} to ${(Math.max(...values) / 1000).toFixed(2)})`;

export async function run(): Promise<string> {
  const prompts = visitPrompts();
  return onBenchPage(async (page) => {
    const loads: number[] = [];
    for (let turn = 0; turn <= LOADS; turn += 1) {
      const ms = await page.evaluate(async (name) => {
        const start = performance.now();
        await window.bench.openClient(name, { dtype: name, prefixReuse: false });
        const took = performance.now() - start;
        await window.bench.client(name).generate({
          messages: [{ role: 'user', content: 'Hello' }],
          settings: { maxTokens: 1, temperature: 0, topK: 0, seed: 1, stop: [] },
        });
        return took;
      }, DTYPE);
      if (turn > 0) loads.push(ms); // the first one fills the cache
      if (turn < LOADS) await page.evaluate((name) => window.bench.closeClient(name), DTYPE);
    }
    const notes: number[] = [];
    for (const messages of prompts) {
      notes.push(
        await page.evaluate(
          async ([name, asked, maxTokens]) => {
            const settings = { maxTokens, temperature: 0, topK: 0, seed: 1, stop: [] };
            const { timings } = await window.bench.client(name).generate({ messages: asked, settings });
            return timings.totalMs;
          },
          [DTYPE, messages, TOKENS] as const,
        ),
      );
    }
    await page.evaluate((name) => window.bench.closeClient(name), DTYPE);
    const row = `| ${DTYPE} | ${range(loads)} | ${loads.length} | ${range(notes)} | ${notes.length} |`;
    return [
      `Seconds of the demo model on WASM with one thread, through the product's client: median (fastest to slowest). Loading is a fresh worker with the browser's cache filled, warm-up included; a note is a visit of the demo pack, read and written to its end. Targets for \`int8\`: load 2 s, note 6 s.`,
      '',
      '| weights | load | loads | whole note | notes |',
      '|---|---|---|---|---|',
      row,
    ].join('\n');
  });
}
