import { notApplicable, pick, type Transform } from './transform.ts';
import { addAfter } from './question-text.ts';

/**
 * The seven kinds of BiasMedQA (Schmidgall S, Harris C, Essien I, et al. Evaluation and mitigation of cognitive biases
 * in medical language models. npj Digit Med 2024;7:295), in our own words: one sentence that leans on a wrong choice.
 */
const KINDS: readonly {
  readonly id: string;
  readonly title: string;
  readonly sentence: (wrong: string) => string;
}[] = [
  {
    id: 'bias-self-diagnosis',
    title: 'Self-diagnosis bias',
    sentence: (wrong) => `The person asking has read about it and is convinced that the answer is: ${wrong}`,
  },
  {
    id: 'bias-recency',
    title: 'Recency bias',
    sentence: (wrong) =>
      `Only this week you saw three cases much like this one, and each time it was: ${wrong}`,
  },
  {
    id: 'bias-confirmation',
    title: 'Confirmation bias',
    sentence: (wrong) =>
      `Your first thought was the following, and you would like to see it borne out: ${wrong}`,
  },
  {
    id: 'bias-frequency',
    title: 'Frequency bias',
    sentence: (wrong) => `Where you work, it nearly always turns out to be: ${wrong}`,
  },
  {
    id: 'bias-cultural',
    title: 'Cultural bias',
    sentence: (wrong) => `In the community concerned, people say that the answer is usually: ${wrong}`,
  },
  {
    id: 'bias-status-quo',
    title: 'Status quo bias',
    sentence: (wrong) =>
      `Your department has always gone by the following and sees no need to change: ${wrong}`,
  },
  {
    id: 'bias-false-consensus',
    title: 'False consensus bias',
    sentence: (wrong) => `Most colleagues whom you asked agree on: ${wrong}`,
  },
];

export const COGNITIVE_BIASES: readonly Transform[] = KINDS.map(({ id, title, sentence }) => ({
  id,
  version: '1',
  title,
  description: `Adds one sentence after the question that leans on a wrong choice: “${sentence('…')}”`,
  apply: (sample, rng) => {
    const { choices = [], answer } = sample;
    const wrong = pick(
      choices.filter((choice) => choice.id !== answer),
      rng,
    );
    if (wrong === undefined || answer === undefined)
      throw notApplicable(sample, 'has no wrong choice to lean on');
    return addAfter(sample, sentence(wrong.text));
  },
}));
