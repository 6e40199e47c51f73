import type { ChoiceScore, ContinuationScore, PromptTemplate, Solver } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Choice } from '../packs/pack.ts';
import { firstIds } from './ranked-choices.ts';
import { oneOfThese, settingsOf } from './setting-fields.ts';

/** Prompts that end in "Answer with the letter."; for the others the choice's text is what would be written. */
const LETTER_PROMPTS: ReadonlySet<string> = new Set(['mcq-letter']);

/**
 * What is scored for a choice. For a letter prompt it is the letter alone, as MMLU was first scored
 * (Hendrycks et al., 2021, https://arxiv.org/abs/2009.03300), without a leading space: after a chat template
 * the answer starts a new turn.
 */
export function continuationOf(prompt: Pick<PromptTemplate, 'id'>, choice: Choice): string {
  return LETTER_PROMPTS.has(prompt.id) ? choice.id : choice.text;
}

export const RANK_FIELDS = {
  normalisation: oneOfThese({
    label: 'Ranked by',
    hint: 'Which log-likelihood decides. All are computed from the one pass and shown; this one is the accuracy.',
    options: [
      { id: 'sum', title: 'sum over the tokens' },
      { id: 'per-char', title: 'per character' },
      { id: 'per-byte', title: 'per byte' },
      { id: 'per-token', title: 'per token' },
    ],
    initial: 'sum',
    later: true,
  }),
};

/** Ranks the choices by log P(choice | prompt). Nothing is generated, so it cannot fail to be parsed. */
export const rankChoices: Solver = {
  id: 'rank-choices',
  version: '1',
  title: 'Choices ranked by likelihood',
  description:
    'Nothing is written: the likelihood of each choice behind the question decides, so no answer can be misread (lm-evaluation-harness).',
  group: 'plain',
  needs: 'logprobs',
  needsChoices: true,
  settings: RANK_FIELDS,
  calls: () => 1,
  solve: async (sample, { ask, prompt, settings }) => {
    const { normalisation } = settingsOf(RANK_FIELDS, settings);
    const { choices } = sample;
    if (choices === undefined) {
      throw new AppError('input/option', `sample "${sample.id}" has no choices to rank`, {
        sample: sample.id,
      });
    }
    const messages = prompt.render(sample);
    const continuations = choices.map((choice) => continuationOf(prompt, choice));
    const answer = await ask.logprobs(messages, continuations);
    const choiceScores = choices.map((choice, index) =>
      choiceScore(choice.id, continuations[index] ?? '', answer.scores[index]),
    );
    return {
      // Ties go to the first, as in argmax; the scorer leaves them unscored.
      text: firstIds(choiceScores, normalisation)[0] ?? '',
      finish: 'stop',
      choiceScores,
      ...(normalisation === 'sum' ? {} : { rankedBy: normalisation }),
      prompt: answer.prompt,
      messages,
      usage: { promptTokens: answer.prompt.tokenCount, outputTokens: 0 },
      timings: answer.timings,
    };
  },
};

function choiceScore(id: string, continuation: string, score: ContinuationScore | undefined): ChoiceScore {
  if (score === undefined) throw new AppError('defect', `the runtime gave no score for choice "${id}"`);
  return {
    id,
    logLikelihood: score.perToken.reduce((sum, value) => sum + value, 0),
    tokens: score.perToken.length,
    chars: [...continuation].length,
    bytes: utf8Bytes(continuation),
    isGreedy: score.isGreedy,
  };
}

/** Length in UTF-8, by code point; core has no TextEncoder. */
function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
