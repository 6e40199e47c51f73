import type { Solver } from '../contracts.ts';
import type { Message } from '../packs/pack.ts';
import { CallLog } from './call-log.ts';
import { settingsOf, wholeNumber } from './setting-fields.ts';

const FIELDS = {
  rounds: wholeNumber({
    label: 'Rounds',
    hint: 'How often the text is criticised and rewritten.',
    least: 1,
    most: 5,
    initial: 1,
  }),
  critiqueTokens: wholeNumber({
    label: 'Critique budget',
    hint: 'A longer critique is cut.',
    unit: 'tokens',
    least: 16,
    most: 8_192,
    initial: 256,
  }),
};

const CRITIQUE =
  'Check your text against what was given. List statements that were not said, statements that differ from what was said (doses, sides, denials), and important ones left out. Be specific. Do not rewrite the text.';
const REWRITE =
  'Rewrite your text with these points corrected, in the form first asked for. Give the text alone.';

/** A draft, a critique of it, and a text that takes the critique up (Madaan et al., 2023, https://arxiv.org/abs/2303.17651). */
export const selfRefine: Solver = {
  id: 'self-refine',
  version: '1',
  title: 'Written, criticised, rewritten',
  description:
    'A draft, a critique of it by the same model, and a text that takes it up (Madaan et al., 2023).',
  group: 'reasoning',
  needs: 'generate',
  settings: FIELDS,
  calls: (_, settings) => 1 + 2 * settingsOf(FIELDS, settings).rounds,
  solve: async (sample, { ask, prompt, generation, settings }) => {
    const { rounds, critiqueTokens } = settingsOf(FIELDS, settings);
    const log = new CallLog(ask);
    const asked = prompt.render(sample);
    let messages: readonly Message[] = asked;
    let text = await log.generate('draft', asked, generation);
    for (let round = 1; round <= rounds; round += 1) {
      const critiqued: Message[] = [
        ...asked,
        { role: 'assistant', content: text.text },
        { role: 'user', content: CRITIQUE },
      ];
      const critique = await log.generate(`critique ${round}`, critiqued, {
        ...generation,
        maxTokens: critiqueTokens,
        stop: [],
      });
      messages = [
        ...critiqued,
        { role: 'assistant', content: critique.text },
        { role: 'user', content: REWRITE },
      ];
      text = await log.generate(`revision ${round}`, messages, generation);
    }
    return { text: text.text, finish: text.finish, prompt: text.prompt, messages, ...log.summary() };
  },
};
