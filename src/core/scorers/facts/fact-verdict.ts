import type { Fact } from '../../packs/pack.ts';
import { allergyVerdict } from './allergy-facts.ts';
import type { FactContext, Verdict } from './fact-context.ts';
import { ageVerdict, measureVerdict, sexVerdict, vitalVerdict } from './measured-facts.ts';
import { medicationVerdict } from './medication-facts.ts';
import { namedVerdict } from './named-facts.ts';

/** Whether the note keeps, misses or contradicts one fact. */
export function factVerdict(context: FactContext, fact: Fact): Verdict {
  switch (fact.category) {
    case 'medication':
      return medicationVerdict(context, fact);
    case 'allergy':
      return allergyVerdict(context, fact);
    case 'vital':
      return vitalVerdict(context, fact) ?? namedVerdict(context, fact);
    case 'demographic':
      if (fact.name.toLowerCase() === 'age') return ageVerdict(context, fact);
      if (/^(?:sex|gender)$/iu.test(fact.name)) return sexVerdict(context, fact);
      return namedVerdict(context, fact);
    case 'finding':
      return measureVerdict(context, fact) ?? namedVerdict(context, fact);
    case 'history':
    case 'social':
    case 'exam':
    case 'test':
    case 'diagnosis':
    case 'plan':
      return namedVerdict(context, fact);
  }
}
