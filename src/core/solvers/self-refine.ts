import * as v from 'valibot';
import type { Solver } from '../contracts.ts';
import type { Message } from '../packs/pack.ts';
import { CallLog } from './call-log.ts';
import { settingsOf, wholeNumber } from './solver-settings.ts';

const Settings = v.strictObject({
  rounds: v.optional(wholeNumber(1, 5), 1),
  critiqueTokens: v.optional(wholeNumber(16, 8_192), 256),
});

const CRITIQUE =
  'Check your text against what was given. List statements that were not said, statements that differ from what was said (doses, sides, denials), and important ones left out. Be specific. Do not rewrite the text.';
const REWRITE =
  'Rewrite your text with these points corrected, in the form first asked for. Give the text alone.';

/** A draft, a critique of it, and a text that takes the critique up (Madaan et al., 2023, https://arxiv.org/abs/2303.17651). */
export const selfRefine: Solver = {
  id: 'self-refine',
  version: '1',
  title: 'Written, criticised, rewritten',
  needs: 'generate',
  settings: { rounds: 1, critiqueTokens: 256 },
  checkSettings: (given) => settingsOf('self-refine', Settings, given),
  solve: async (sample, { ask, prompt, generation, settings = {} }) => {
    const { rounds, critiqueTokens } = settingsOf('self-refine', Settings, settings);
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
