import { expect, type Browser, type Page } from '@playwright/test';
// For its declaration of window.harness.
import type {} from '../harness/runtime.ts';

/** The harness page, with every request that leaves its origin refused and reported by the returned check. */
export async function openHarness(browser: Browser): Promise<{ page: Page; strayRequests: string[] }> {
  const context = await browser.newContext();
  const strayRequests: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.hostname !== '127.0.0.1') strayRequests.push(request.url());
  });
  const page = await context.newPage();
  await page.goto('http://127.0.0.1:4310/runtime.html');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  return { page, strayRequests };
}
