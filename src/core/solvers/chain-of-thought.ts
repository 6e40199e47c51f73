import * as v from 'valibot';
import type { GenerateOutcome, Solver } from '../contracts.ts';
import { answerAfterThinking } from '../extract/strip-thinking.ts';
import { CallLog } from './call-log.ts';
import { settingsOf, wholeNumber } from './solver-settings.ts';

const Settings = v.strictObject({ thinkingTokens: v.optional(wholeNumber(16, 32_768), 512) });

const THINK = 'Before you answer, think it through step by step. Do not give the answer yet.';
const ANSWER = 'Now give your answer alone, in the form that was asked for, without the reasoning.';

function isUnclosed(outcome: GenerateOutcome): boolean {
  return outcome.finish === 'length' || answerAfterThinking(outcome.text).kind === 'unclosed';
}

/**
 * Chain of thought (Wei et al., 2022, https://arxiv.org/abs/2201.11903) in two questions: the thoughts have a budget of
 * their own and stay apart, so that long thoughts never eat the answer and no reader meets a letter they weighed.
 */
export const chainOfThought: Solver = {
  id: 'chain-of-thought',
  version: '1',
  title: 'Thought first, then the answer',
  needs: 'generate',
  settings: { thinkingTokens: 512 },
  checkSettings: (given) => settingsOf('chain-of-thought', Settings, given),
  solve: async (sample, { ask, prompt, generation, settings = {} }) => {
    const { thinkingTokens } = settingsOf('chain-of-thought', Settings, settings);
    const log = new CallLog(ask);
    const asked = prompt.render(sample);
    const thought = await log.generate(
      'thoughts',
      [...asked, { role: 'user', content: THINK }],
      // A stop string of the answer must not end the thoughts.
      { ...generation, maxTokens: thinkingTokens, stop: [] },
      (outcome) => (isUnclosed(outcome) ? { unclosed: true } : {}),
    );
    const messages = [
      ...asked,
      { role: 'user' as const, content: THINK },
      { role: 'assistant' as const, content: thought.text },
      { role: 'user' as const, content: ANSWER },
    ];
    const answer = await log.generate('answer', messages, generation);
    return { text: answer.text, finish: answer.finish, prompt: answer.prompt, messages, ...log.summary() };
  },
};
