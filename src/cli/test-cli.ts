/** For tests: a folder of its own, and one command line run in this process with what it wrote. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './cli.ts';
import type { ExitCode } from './exit-codes.ts';

export interface CliResult {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface TestFolder {
  path(name: string): string;
  write(name: string, content: string | Uint8Array): string;
  read(name: string): string;
  /** Names of all files, sorted. */
  list(): string[];
  remove(): void;
}

export function testFolder(): TestFolder {
  const root = mkdtempSync(join(tmpdir(), 'bedside-cli-'));
  return {
    path: (name) => join(root, name),
    write(name, content) {
      writeFileSync(join(root, name), content);
      return join(root, name);
    },
    read: (name) => readFileSync(join(root, name), 'utf8'),
    list: () => readdirSync(root).sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export async function cli(...args: string[]): Promise<CliResult> {
  let out = '';
  let err = '';
  const code = await runCli(args, {
    out: (text) => void (out += text),
    err: (line) => void (err += `${line}\n`),
  });
  return { code, out, err };
}
