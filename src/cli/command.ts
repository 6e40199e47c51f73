import type { ExitCode } from './exit-codes.ts';

/** Where a command writes; tests give their own. With --json, `out` gets one JSON object and nothing else. */
export interface CliIo {
  out(text: string): void;
  /** One message line for people. */
  err(line: string): void;
}

export interface Command {
  readonly name: string;
  /** One line of the general help. */
  readonly summary: string;
  readonly usage: string;
  run(args: readonly string[], io: CliIo): Promise<ExitCode>;
}
