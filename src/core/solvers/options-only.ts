import type { Solver } from '../contracts.ts';
import { choicesOf } from './shown-choices.ts';

const STEM = 'The question is withheld. Choose the option that is most likely to be right.';

/**
 * The choices without the question, as a control: what is scored above chance here was not got from the question
 * (Balepur et al., 2024, https://arxiv.org/abs/2402.12483).
 */
export function optionsOnly(base: Solver): Solver {
  return {
    id: `options-only-${base.id}`,
    version: base.version,
    title: `${base.title}, without the question`,
    needs: base.needs,
    solve: (sample, context) => {
      choicesOf(sample);
      const { documents: _, ...rest } = sample;
      return base.solve({ ...rest, input: { messages: [{ role: 'user', content: STEM }] } }, context);
    },
  };
}
