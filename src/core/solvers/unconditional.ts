import type { Solver } from '../contracts.ts';
import type { Message } from '../packs/pack.ts';
import { CallLog } from './call-log.ts';
import { continuationOf } from './rank-choices.ts';
import { choicesOf } from './shown-choices.ts';

/** The question's place without the question: how likely the words are by themselves. */
const NO_QUESTION: readonly Message[] = [{ role: 'user', content: 'Answer:' }];

/**
 * Ranked choices with a second pass behind a prompt without the question, so that choices can be compared by what the
 * question adds: log P(choice | question) - log P(choice), the pointwise mutual information of Holtzman et al.
 * (2021, https://arxiv.org/abs/2104.08315), as lm-evaluation-harness's acc_mutual_info.
 */
export function withUnconditional(base: Solver): Solver {
  return {
    id: `${base.id}-unconditional`,
    version: base.version,
    title: `${base.title}, also against the bare choice`,
    needs: 'logprobs',
    solve: async (sample, context) => {
      const output = await base.solve(sample, context);
      const log = new CallLog(context.ask);
      log.add('with the question', output, {}, null);
      const continuations = choicesOf(sample).map((choice) => continuationOf(context.prompt, choice));
      const bare = await log.logprobs('without the question', NO_QUESTION, continuations);
      const choiceScores = output.choiceScores?.map((score, index) => {
        const perToken = bare.scores[index]?.perToken;
        return perToken === undefined
          ? score
          : { ...score, unconditional: perToken.reduce((sum, value) => sum + value, 0) };
      });
      return { ...output, ...(choiceScores === undefined ? {} : { choiceScores }), ...log.summary() };
    },
  };
}
