import type { SolverGroup } from '../../../core/contracts.ts';
import type { Refusal } from '../../../app/run/ways-of-asking.ts';

export const GROUP_WORDS: Readonly<Record<SolverGroup, string>> = {
  plain: 'Asked once',
  reasoning: 'With thinking, votes or checks',
  examples: 'After examples',
  order: 'Choices in other orders',
  control: 'Controls',
};

export const REFUSAL_WORDS: Readonly<Record<Refusal, string>> = {
  'no-choices': 'the pack has no choices',
  'no-logprobs': 'this number format cannot give log-likelihoods',
  'few-samples': 'the pack has too few samples to keep examples back',
  'no-encoder': 'no text encoder is chosen',
};

/** The next step beside the reason. */
export const REFUSAL_STEPS: Readonly<Record<Refusal, string>> = {
  'no-choices': 'This pack has no choices, which this way of asking needs. Have the model write its answer.',
  'no-logprobs':
    'This number format cannot give log-likelihoods. Choose another one, or have the model write its answer.',
  'few-samples': 'Keeping examples back would leave nothing to ask. Keep fewer samples back.',
  'no-encoder':
    'Similarity by meaning needs a text encoder. Choose one under “Text encoder”, or add one on the Models page; similarity by words needs none.',
};
