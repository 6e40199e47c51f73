import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The built page under test; another folder than "dist" lets a build under test lie beside one being made. */
export const DIST = process.env['BEDSIDE_DIST'] ?? 'dist';

export function distJson(path: string): unknown {
  return JSON.parse(readFileSync(join(DIST, path), 'utf8'));
}

/** Whether the build carries recorded runs. */
export function hasRecordings(): boolean {
  const index = 'recorded/index.json';
  return existsSync(join(DIST, index)) && (distJson(index) as readonly unknown[]).length > 0;
}
