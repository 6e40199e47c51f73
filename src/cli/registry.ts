import type { Command } from './command.ts';
import { importCommand } from './commands/import.ts';
import { mergeCommand } from './commands/merge.ts';
import { scoreCommand } from './commands/score.ts';

/** Adding a command is one file in commands/ and one line here. */
export const COMMANDS: readonly Command[] = [importCommand, scoreCommand, mergeCommand];
