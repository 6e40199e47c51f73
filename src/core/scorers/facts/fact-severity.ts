/** How bad an error on a fact is: medicines, allergies, sides and diagnoses first (rules of this project). */
import type { FactOutcome, Severity } from '../../contracts.ts';
import type { Fact } from '../../packs/pack.ts';

const ALWAYS: ReadonlySet<string> = new Set(['medication', 'allergy', 'diagnosis', 'side']);
/** Wrong, they mislead; left out, they can be asked for again. */
const WHEN_WRONG: ReadonlySet<string> = new Set(['vital', 'test', 'exam', 'plan']);
const TELLING = new Set(['status', 'side']);

/** Undefined for a fact that was kept. */
export function factSeverity(
  { category, side }: Pick<Fact, 'category' | 'side'>,
  outcome: FactOutcome,
  attribute: string | undefined,
): Severity | undefined {
  if (outcome === 'kept') return undefined;
  if (ALWAYS.has(category)) return 'major';
  if (attribute !== undefined && TELLING.has(attribute) && outcome === 'contradicted') return 'major';
  if (outcome === 'contradicted' && WHEN_WRONG.has(category)) return 'major';
  // A sided finding that is left out takes its side with it.
  return side !== undefined && outcome === 'missed' && attribute === 'side' ? 'major' : 'minor';
}

export function inventedSeverity(category: string): Severity {
  return ALWAYS.has(category) || category === 'vital' ? 'major' : 'minor';
}
