import type { Solver } from '../contracts.ts';
import { EXTRACTORS } from '../extractors/registry.ts';
import { oneOfThese, settingsOf } from './setting-fields.ts';

const OWN = 'own';

const FIELDS = {
  extractor: oneOfThese({
    label: 'Answer read as',
    hint: 'How the answer is found in the text. It can be read another way later, without the model.',
    options: [
      { id: OWN, title: 'each score’s own reading' },
      ...EXTRACTORS.map(({ id, title }) => ({ id, title })),
    ],
    initial: OWN,
    later: true,
  }),
};

/** The prompt as it is, and the model's text as it comes. */
export const generate: Solver = {
  id: 'generate',
  version: '1',
  title: 'Written answer',
  description: 'The question as the prompt puts it; the model writes its answer, which is read afterwards.',
  group: 'plain',
  needs: 'generate',
  settings: FIELDS,
  calls: () => 1,
  solve: async (sample, { ask, prompt, generation, settings }) => {
    const { extractor } = settingsOf(FIELDS, settings);
    const messages = prompt.render(sample);
    const outcome = await ask.generate(messages, generation);
    return { ...outcome, messages, ...(extractor === OWN ? {} : { extractor }) };
  },
};
