/** Files that the page hands to the browser, and whether a text is quoted in one. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';

export interface SavedFile {
  readonly name: string;
  /** Of a zip, all files in it one after the other. */
  readonly text: string;
}

export async function saved(page: Page, button: Locator): Promise<SavedFile> {
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  const bytes = readFileSync(await file.path());
  const name = file.suggestedFilename();
  const parts = name.endsWith('.zip') ? Object.values(unzipSync(bytes)) : [bytes];
  return { name, text: parts.map((part) => new TextDecoder().decode(part)).join('\n') };
}

/** Every eight words of a text, as a reader would see them whatever escapes its format uses. */
export function eightWords(text: string): string[] {
  const all = text
    .replace(/\\[nrt"\\]|&(?:#39|quot|amp|lt|gt);|<[^>]*>|\\(?=[*_[\]#|&<>`])/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return all.slice(7).map((_, at) => all.slice(at, at + 8).join(' '));
}
