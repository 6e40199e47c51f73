/** A browser on a profile of its own that is killed and opened again, as interruptions of real work are. */
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { browserArgs, ensureBrowser } from '../../scripts/find-browser.ts';

export interface Profile {
  readonly folder: string;
  open(baseURL: string): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  /** The browser itself, not one of its children. */
  kill(): void;
  remove(): void;
}

/** The profile's lock names the browser's process only where there is such a lock. */
export const CAN_KILL = process.platform !== 'win32';

export function createProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-profile-'));
  return {
    folder,
    open: async (baseURL) => {
      const context = await chromium.launchPersistentContext(folder, {
        executablePath: ensureBrowser(),
        args: browserArgs(),
        baseURL,
      });
      return { context, page: context.pages()[0] ?? (await context.newPage()) };
    },
    kill: () => {
      const pid = Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1));
      process.kill(pid, 'SIGKILL');
    },
    // Children of a killed browser may still be writing for a moment.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}
