/** --solver and --solver-set: what can be set is what the registry says. */
import type { Solver, SolverSettings } from '../core/contracts.ts';
import { AppError } from '../core/errors.ts';
import { SOLVERS, solverById } from '../core/solvers/registry.ts';
import { settingFromText, settingsOf } from '../core/solvers/setting-fields.ts';

/** Checked before a browser starts. Empty when nothing is set. */
export function solverSettings(solverId: string | undefined, texts: readonly string[]): SolverSettings {
  if (texts.length === 0) {
    if (solverId !== undefined) solverById(solverId);
    return {};
  }
  if (solverId === undefined) {
    throw new AppError('input/option', '--solver-set needs --solver: settings belong to one way of asking', {
      option: '--solver-set',
    });
  }
  const fields = solverById(solverId).settings ?? {};
  const pairs = texts.map((text) => settingFromText(fields, text));
  const keys = pairs.map(([key]) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) {
    throw new AppError('input/option', `--solver-set ${twice} is given twice`, { option: '--solver-set' });
  }
  const settings = Object.fromEntries(pairs);
  settingsOf(fields, settings);
  return settings;
}

/** One line a solver with its settings, for the help text. */
export function solverHelp(): string {
  const width = Math.max(...SOLVERS.map(({ id }) => id.length));
  return SOLVERS.map((solver) => `    ${solver.id.padEnd(width)}  ${settingsHelp(solver)}`.trimEnd()).join(
    '\n',
  );
}

function settingsHelp({ settings = {} }: Solver): string {
  return Object.entries(settings)
    .map(([key, field]) => `${key}=${field.initial}`)
    .join(' ');
}
