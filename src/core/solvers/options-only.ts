import type { Solver } from '../contracts.ts';
import { callsOf, contextOf, wrapping } from './composed.ts';
import { choicesOf } from './shown-choices.ts';

const STEM = 'The question is withheld. Choose the option that is most likely to be right.';

/**
 * The choices without the question, as a control: what is scored above chance here was not got from the question
 * (Balepur et al., 2024, https://arxiv.org/abs/2402.12483).
 */
export function optionsOnly(base: Solver): Solver {
  return {
    id: `options-only-${base.id}`,
    ...wrapping(base),
    title: `${base.title}, without the question`,
    description:
      'A control: the choices alone. What is right above chance here was not got from the question (Balepur et al., 2024).',
    group: 'control',
    needsChoices: true,
    calls: callsOf(base),
    solve: (sample, context) => {
      choicesOf(sample);
      const { documents: _, ...rest } = sample;
      const withheld = { ...rest, input: { messages: [{ role: 'user' as const, content: STEM }] } };
      return base.solve(withheld, contextOf(base, context));
    },
  };
}
