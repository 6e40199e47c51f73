/** What several specs do on the pages, in the words a person reads there. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './network.ts';

/** Opens a page of the app by its route and waits until its first content is there. */
export async function openRoute(page: Page, route: string): Promise<void> {
  await page.goto(`./#${route}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 });
  await page.waitForFunction(() => globalThis.bedside !== undefined, null, { timeout: 60_000 });
}

/** Waits until the page has found out what the device can do, and with it whether it is isolated. */
export async function deviceKnown(page: Page): Promise<void> {
  await expect(page.getByRole('contentinfo')).toContainText('Processor:', { timeout: 60_000 });
}

export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function textFile(name: string, text: string): PickedFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
}

/** Through the button and the file picker behind it. */
export async function chooseFiles(
  page: Page,
  button: string,
  files: PickedFile | PickedFile[] | string,
): Promise<void> {
  const picker = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await picker).setFiles(files);
}

/** Chooses a file on the Packs page, checks that it was read without problems, and imports it. */
export async function importPack(page: Page, file: PickedFile): Promise<void> {
  await chooseFiles(page, 'Choose files', file);
  const confirm = page.getByRole('button', { name: /^Import \d/ });
  await expect(confirm).toBeVisible({ timeout: 30_000 });
  // Asked of a private pack where there is no passphrase.
  const unencrypted = page.getByLabel(/^Store it unencrypted/);
  if (await unencrypted.isVisible()) await unencrypted.check();
  await confirm.click();
  await expect(page.getByText('is imported and stored in this browser')).toBeVisible();
}

export function panel(page: Page, title: string | RegExp): Locator {
  return page.getByRole('region', { name: title });
}
