import type { Solver, SolverContext, SettingFields } from '../contracts.ts';
import { partOf } from './setting-fields.ts';

/** What a solver that wraps another has of it, and adds its own settings to. */
export function wrapping(
  base: Solver,
  own: SettingFields = {},
): Pick<Solver, 'version' | 'needs' | 'needsChoices' | 'settings' | 'heldOut' | 'encoder'> {
  const settings = { ...own, ...base.settings };
  return {
    version: base.version,
    needs: base.needs,
    ...(base.needsChoices === undefined ? {} : { needsChoices: base.needsChoices }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    ...(base.heldOut === undefined
      ? {}
      : {
          heldOut: (samples, given) =>
            base.heldOut?.(samples, partOf(base.settings, given)) ?? new Set<number>(),
        }),
    ...(base.encoder === undefined
      ? {}
      : { encoder: (given) => base.encoder?.(partOf(base.settings, given)) ?? null }),
  };
}

/** The context as the wrapped solver is to see it: its own settings and nothing else. */
export function contextOf(base: Solver, context: SolverContext): SolverContext {
  const { settings, ...rest } = context;
  return settings === undefined ? rest : { ...rest, settings: partOf(base.settings, settings) };
}

/** What the wrapped solver costs. */
export function callsOf(base: Solver): Solver['calls'] {
  return (choices, settings) => base.calls(choices, partOf(base.settings, settings));
}
