import type { ChoiceScore, Solver } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { transcriptText } from '../prompts/transcript.ts';
import { documentsText } from '../prompts/documents.ts';
import { CallLog } from './call-log.ts';
import { choicesOf } from './shown-choices.ts';

const ASK = 'Is the proposed answer right? Answer with one word: yes or no.';

/**
 * Each choice is put to the model alone as the proposed answer; the one it most likely calls right is its answer. Choices
 * never stand side by side, so their order and letters have no part in it.
 */
export const verifyChoices: Solver = {
  id: 'verify-choices',
  version: '1',
  title: 'Each choice verified alone',
  description:
    'Each choice is put to the model by itself as the proposed answer; the one it most likely calls right is its answer.',
  group: 'reasoning',
  needs: 'logprobs',
  needsChoices: true,
  calls: (choices) => choices,
  solve: async (sample, { ask }) => {
    const log = new CallLog(ask);
    const choiceScores: ChoiceScore[] = [];
    let last;
    for (const choice of choicesOf(sample)) {
      const question = `${documentsText(sample)}${transcriptText(sample.input)}`;
      const content = `${question}\nProposed answer: ${choice.text}\n${ASK}`;
      const messages = [{ role: 'user' as const, content }];
      const answer = await log.logprobs(`choice ${choice.id}`, messages, ['yes', 'no']);
      const [yes, no] = answer.scores.map(({ perToken }) => perToken.reduce((sum, value) => sum + value, 0));
      if (yes === undefined || no === undefined)
        throw new AppError('defect', `the runtime gave no score for choice "${choice.id}"`);
      // log P(yes | yes or no)
      const logLikelihood = -Math.log1p(Math.exp(no - yes));
      choiceScores.push({ id: choice.id, logLikelihood, tokens: 1, chars: 1, bytes: 1, isGreedy: yes > no });
      last = { messages, prompt: answer.prompt };
    }
    if (last === undefined) throw new AppError('defect', 'there is nothing to verify');
    const best = choiceScores.reduce((top, score) => (score.logLikelihood > top.logLikelihood ? score : top));
    return { text: best.id, finish: 'stop', choiceScores, ...last, ...log.summary() };
  },
};
