import type { ChoiceField, Normalisation, Solver } from '../contracts.ts';
import type { Message } from '../packs/pack.ts';
import { CallLog } from './call-log.ts';
import { continuationOf, RANK_FIELDS } from './rank-choices.ts';
import { firstIds } from './ranked-choices.ts';
import { settingsOf } from './setting-fields.ts';
import { choicesOf } from './shown-choices.ts';

/** The question's place without the question: how likely the words are by themselves. */
const NO_QUESTION: readonly Message[] = [{ role: 'user', content: 'Answer:' }];

const WITH_UNCONDITIONAL: ChoiceField<Normalisation> = {
  ...RANK_FIELDS.normalisation,
  options: [
    ...RANK_FIELDS.normalisation.options,
    { id: 'unconditional', title: 'what the question adds (against the bare choice)' },
  ],
};
const FIELDS = { normalisation: WITH_UNCONDITIONAL };

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
    description:
      'A second pass without the question shows how likely each choice is by itself (Holtzman et al., 2021).',
    group: base.group,
    needs: 'logprobs',
    needsChoices: true,
    settings: FIELDS,
    calls: () => 2,
    solve: async (sample, context) => {
      const { normalisation } = settingsOf(FIELDS, context.settings);
      const { settings: _, ...rest } = context;
      const output = await base.solve(sample, rest);
      const log = new CallLog(context.ask);
      log.add('with the question', output, {}, null);
      const continuations = choicesOf(sample).map((choice) => continuationOf(context.prompt, choice));
      const bare = await log.logprobs('without the question', NO_QUESTION, continuations);
      const choiceScores = (output.choiceScores ?? []).map((score, index) => {
        const perToken = bare.scores[index]?.perToken;
        return perToken === undefined
          ? score
          : { ...score, unconditional: perToken.reduce((sum, value) => sum + value, 0) };
      });
      return {
        ...output,
        text: firstIds(choiceScores, normalisation)[0] ?? output.text,
        choiceScores,
        ...(normalisation === 'sum' ? {} : { rankedBy: normalisation }),
        ...log.summary(),
      };
    },
  };
}
