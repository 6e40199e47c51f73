import type { Solver } from '../contracts.ts';

/** The prompt as it is, and the model's text as it comes. */
export const generate: Solver = {
  id: 'generate',
  version: '1',
  title: 'Written answer',
  needs: 'generate',
  solve: async (sample, { ask, prompt, generation }) => {
    const messages = prompt.render(sample);
    const outcome = await ask.generate(messages, generation);
    return { ...outcome, messages };
  },
};
