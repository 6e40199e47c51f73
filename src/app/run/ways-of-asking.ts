/** Whether a pack and a model can be asked in some way, and what it costs. Pure, so that a page can say it at once. */
import type { SolverSettings } from '../../core/contracts.ts';
import { toAppError } from '../../core/errors.ts';
import { chanceAccuracy } from '../../core/metrics/chance.ts';
import type { Pack } from '../../core/packs/pack.ts';
import { settingsOf } from '../../core/solvers/setting-fields.ts';
import type { WayOfAsking } from '../services.ts';

/** What a way of asking depends on in a pack. */
export interface PackShape {
  readonly samples: number;
  readonly withChoices: number;
  /** Mean over the samples that have choices; 0 where none has. */
  readonly choices: number;
  /** Share right by guessing; null where a sample has no choices. */
  readonly chance: number | null;
}

export function packShape({ samples }: Pick<Pack, 'samples'>): PackShape {
  const counts = samples.flatMap(({ choices = [] }) => (choices.length > 0 ? [choices.length] : []));
  return {
    samples: samples.length,
    withChoices: counts.length,
    choices: counts.length === 0 ? 0 : counts.reduce((sum, count) => sum + count, 0) / counts.length,
    chance: chanceAccuracy(samples),
  };
}

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
