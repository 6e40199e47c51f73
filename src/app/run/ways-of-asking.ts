/** Whether a pack and a model can be asked in some way, and what it costs. Pure, so that a page can say it at once. */
import type { SolverSettings } from '../../core/contracts.ts';
import { toAppError } from '../../core/errors.ts';
import type { PackShape } from '../../core/packs/pack-shape.ts';
import { settingsOf } from '../../core/solvers/setting-fields.ts';
import type { WayOfAsking } from '../services.ts';

export type Refusal = 'no-choices' | 'no-logprobs' | 'few-samples' | 'no-encoder';

/** Null when nothing speaks against it. */
export function refusalOf(
  way: WayOfAsking,
  shape: PackShape,
  settings: SolverSettings,
  logprobs: boolean,
): Refusal | null {
  if (way.needsChoices === true && shape.withChoices === 0) return 'no-choices';
  if (way.needs === 'logprobs' && !logprobs) return 'no-logprobs';
  if (leavesNothing(way, shape, settings)) return 'few-samples';
  return lacksEncoder(way, settings) ? 'no-encoder' : null;
}

function leavesNothing({ heldOut }: WayOfAsking, { samples }: PackShape, settings: SolverSettings): boolean {
  try {
    return heldOut !== undefined && heldOut(samples, settings).size >= samples;
  } catch {
    return true;
  }
}

function lacksEncoder({ encoder }: WayOfAsking, settings: SolverSettings): boolean {
  try {
    return encoder?.(settings) === '';
  } catch {
    return true;
  }
}

/** What is wrong with a setting, by its name; null when nothing is. */
export function settingProblem({ settings = {} }: WayOfAsking, given: SolverSettings): string | null {
  try {
    settingsOf(settings, given);
    return null;
  } catch (thrown) {
    const { details, message } = toAppError(thrown);
    const label = settings[typeof details['option'] === 'string' ? details['option'] : '']?.label;
    return label === undefined ? message : `${label}: ${message.slice(message.indexOf(':') + 1).trim()}`;
  }
}

/** Calls to the model for one sample of the pack, on average. */
export function callsPerSample(way: WayOfAsking, shape: PackShape, settings: SolverSettings): number {
  return way.calls(shape.choices, settings);
}
