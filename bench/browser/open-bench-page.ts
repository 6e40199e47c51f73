/** Builds, serves and opens the page of the benchmarks in a real browser. */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { browserArgs, ensureBrowser } from '../../scripts/find-browser.ts';
// For its declaration of window.bench.
import type {} from './bench-page.ts';

const configFile = fileURLToPath(new URL('./vite.config.ts', import.meta.url));

/** What `work` returns, with the page closed again. */
export async function onBenchPage<Result>(work: (page: Page) => Promise<Result>): Promise<Result> {
  await build({ configFile, logLevel: 'error' });
  const server = await preview({ configFile, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs() });
  try {
    const page = await browser.newPage();
    await page.goto(new URL('bench.html', server.resolvedUrls?.local[0]).href);
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
    return await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}
