/** Completes the offline copy some time after the page is on screen, and never while a run needs the line. */
import { RUN_LOCK_PREFIX } from '../../../workers/shell/messages.ts';
import { askShell } from './ask-shell.ts';
import { OfflineCopier } from './offline-copy.ts';

/** Long enough that a first visitor's demo has the line for itself. */
const QUIET_MS = 20_000;
const AGAIN_MS = 60_000;
/** A large file on a slow line. */
const FILE_PATIENCE_MS = 600_000;

export const copyFiles = (): OfflineCopier =>
  new OfflineCopier((message) => askShell(message, { patienceMs: FILE_PATIENCE_MS }));

export function copyInBackground(): void {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  if (connection?.saveData === true) return;
  const attempt = async (): Promise<void> => {
    const copy = await copyFiles().complete(noRunGoesOn);
    if (copy !== null && copy.kept < copy.files) later(AGAIN_MS);
  };
  const later = (ms: number): void => {
    setTimeout(() => {
      attempt().catch(() => undefined);
    }, ms);
  };
  later(QUIET_MS);
}

/** In any tab. */
async function noRunGoesOn(): Promise<boolean> {
  if (typeof navigator.locks === 'undefined') return true;
  const { held = [] } = await navigator.locks.query();
  return !held.some(({ name }) => name?.startsWith(RUN_LOCK_PREFIX));
}
