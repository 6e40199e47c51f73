/** The text that goes with the build: every package in it, its licence, and the licence's own words. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuntimePackage } from './runtime-packages.ts';

const RULE = '-'.repeat(100);

export function licenceList(packages: readonly RuntimePackage[], root: string): string {
  const overview = packages.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const texts = packages.map(({ name, version, licence, path }) => {
    const text = licenceText(join(root, path));
    return `${RULE}\n${name} ${version}\n${licence}\n\n${text ?? 'The package carries no licence file of its own.'}\n`;
  });
  return [
    'Bedside is licensed under Apache-2.0. It is built with the packages below, each under its own licence.',
    '',
    ...overview,
    '',
    ...texts,
  ].join('\n');
}

function licenceText(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)([.-]|$)/iu.test(name));
  if (names.length === 0) return null;
  return names
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n');
}
