import { AppError, toAppError } from '../core/errors.ts';
import type { CliIo, Command } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { errorLines } from './messages.ts';
import { COMMANDS } from './registry.ts';

/** Runs one command line and says how it ended. Whatever is thrown becomes words on stderr and an exit code. */
export async function runCli(argv: readonly string[], io: CliIo, commands = COMMANDS): Promise<ExitCode> {
  const [name, ...args] = argv;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      for (const line of generalHelp(commands)) io.err(line);
      return name === undefined ? EXIT.badInput : EXIT.done;
    }
    const command = commands.find((candidate) => candidate.name === name);
    if (command === undefined) {
      throw new AppError('input/option', `there is no command "${name}"`, {
        known: commands.map((one) => one.name),
      });
    }
    if (args.includes('--help') || args.includes('-h')) {
      io.err(command.usage);
      return EXIT.done;
    }
    return await command.run(args, io);
  } catch (thrown) {
    const error = toAppError(thrown);
    for (const line of errorLines(error)) io.err(line);
    if (error.code !== 'defect') return EXIT.badInput;
    // Only a defect needs to say where in our code it happened.
    const stack = (error.cause instanceof Error ? error.cause : error).stack;
    if (stack !== undefined) io.err(stack);
    return EXIT.defect;
  }
}

function generalHelp(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'usage: npm run --silent bedside -- <command> ...',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '  <command> --help shows its options. Exit codes: 0 done, 2 bad input, 3 failed samples, 1 a defect.',
  ];
}
