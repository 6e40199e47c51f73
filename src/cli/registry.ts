import type { Command } from './command.ts';
import { agreeCommand } from './commands/agree.ts';
import { compareCommand } from './commands/compare.ts';
import { exportCommand } from './commands/export.ts';
import { fidelityCommand } from './commands/fidelity.ts';
import { importCommand } from './commands/import.ts';
import { mergeCommand } from './commands/merge.ts';
import { rankCommand } from './commands/rank.ts';
import { runCommand } from './commands/run.ts';
import { scoreCommand } from './commands/score.ts';
import { transformCommand } from './commands/transform.ts';
import { verifyBuildCommand } from './commands/verify-build.ts';

/** Adding a command is one file in commands/ and one line here. */
export const COMMANDS: readonly Command[] = [
  importCommand,
  transformCommand,
  scoreCommand,
  runCommand,
  fidelityCommand,
  mergeCommand,
  exportCommand,
  compareCommand,
  agreeCommand,
  rankCommand,
  verifyBuildCommand,
];
