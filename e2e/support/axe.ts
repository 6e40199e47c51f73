import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './network.ts';

/** axe-core finds nothing on the page as it stands, once its code has come: a page is loaded when it is opened. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await expect(page.locator('h1'), `the heading of ${what}`).not.toHaveCount(0, { timeout: 30_000 });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    (violation) =>
      `${violation.id} (${violation.impact ?? ''}): ${violation.help}\n    ${violation.nodes.map((node) => `${node.html}\n      ${node.failureSummary ?? ''}`).join('\n    ')}`,
  );
  expect(found, `axe-core on ${what}`).toEqual([]);
}

/** Nothing sticks out sideways: a page that must be scrolled in two directions is not usable at 200 % zoom. */
export async function expectNoSideScroll(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${what} is wider than its window by`).toBeLessThanOrEqual(0);
}
