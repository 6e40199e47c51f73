import { expect, test as base, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
// For its declaration of window.harness.
import type {} from '../harness/runtime.ts';

export { expect };

export interface HarnessPage {
  readonly page: Page;
  /** Requests that left the page's own address; must stay empty. */
  readonly strayRequests: string[];
}

const configFile = fileURLToPath(new URL('../harness/vite.config.ts', import.meta.url));

/** Builds and serves the harness once per Playwright worker, so that no configuration has to know of it. */
export const test = base.extend<
  Record<never, never>,
  { harnessUrl: string; openHarness: () => Promise<HarnessPage> }
>({
  harnessUrl: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use, { parallelIndex }) => {
      // A folder for each of the processes that go side by side: one must not empty what another serves.
      const outDir = fileURLToPath(new URL(`../../dist-harness/${parallelIndex}/`, import.meta.url));
      const config = { configFile, logLevel: 'error', build: { outDir } } as const;
      await build(config);
      const server = await preview(config);
      const url = server.resolvedUrls?.local[0];
      if (url === undefined) throw new Error('the harness server has no address');
      await use(url);
      await server.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  openHarness: [
    async ({ browser, harnessUrl }, use) => {
      await use(async () => {
        const context = await browser.newContext();
        const strayRequests: string[] = [];
        context.on('request', (request) => {
          const url = new URL(request.url());
          if (url.protocol.startsWith('http') && url.origin !== new URL(harnessUrl).origin) {
            strayRequests.push(request.url());
          }
        });
        const page = await context.newPage();
        await page.goto(new URL('runtime.html', harnessUrl).href);
        await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
        return { page, strayRequests };
      });
    },
    { scope: 'worker' },
  ],
});
