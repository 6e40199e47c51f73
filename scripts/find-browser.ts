/**
 * A Chromium for the tests and for `bedside run`, in this order: the environment variable BEDSIDE_CHROMIUM,
 * a system Chromium or Chrome, Playwright's own; where none is found one is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_PATHS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** Path of a browser that exists, or null. */
export function findBrowser(): string | null {
  const named = process.env['BEDSIDE_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`BEDSIDE_CHROMIUM names ${named}, which does not exist.`);
    return named;
  }
  const system = (SYSTEM_PATHS[process.platform] ?? []).find((path) => existsSync(path));
  if (system !== undefined) return system;
  const own = chromium.executablePath();
  return own !== '' && existsSync(own) ? own : null;
}

function run(command: string, args: readonly string[]): boolean {
  console.error(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** Finds a browser, installing one where there is none. Says what it does on stderr. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== null) return found;
  const debianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  console.error(
    debianRoot
      ? 'No Chromium found: installing Debian’s with apt-get.'
      : 'No Chromium found: installing Playwright’s own.',
  );
  const installed = debianRoot
    ? run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    : run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', '--with-deps', 'chromium']) ||
      run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const now = findBrowser();
  if (!installed || now === null) {
    throw new Error('No Chromium could be installed. Install one and set BEDSIDE_CHROMIUM to its path.');
  }
  return now;
}

/** Flags under which Chromium makes no connection of its own and finds no host but this machine. */
export function browserArgs(): string[] {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    ...(root || process.env['CI'] !== undefined ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-domain-reliability',
    '--disable-quic',
    '--no-first-run',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
  ];
}
