/** Choices in another order: the letters stay where they are, the texts move. */
import type { SolverOutput, UnscoredReason } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { choiceOf } from '../extractors/read-as.ts';
import type { Choice, Sample } from '../packs/pack.ts';

export function choicesOf(sample: Sample): readonly Choice[] {
  if (sample.choices !== undefined) return sample.choices;
  throw new AppError('input/option', `sample "${sample.id}" has no choices`, { sample: sample.id });
}

/** `order[i]` is the position of the choice whose text is shown under the i-th letter. */
export function withOrder(sample: Sample, order: readonly number[]): Sample {
  const choices = choicesOf(sample);
  const shown = choices.map(({ id }, place) => ({ id, text: choices[order[place] ?? place]?.text ?? '' }));
  const gold = choices.findIndex(({ id }) => id === sample.answer);
  const answer = choices[order.indexOf(gold)]?.id;
  return { ...sample, choices: shown, ...(gold < 0 || answer === undefined ? {} : { answer }) };
}

export type Picked =
  | { readonly kind: 'picked'; readonly id: string }
  | { readonly kind: 'unscored'; readonly reason: UnscoredReason };

/** What an output over shown choices picks, as the original id. */
export function pickedOf(output: SolverOutput, shown: Sample, order: readonly number[]): Picked {
  const choices = choicesOf(shown);
  const original = (id: string): Picked => {
    const place = choices.findIndex((choice) => choice.id === id);
    const found = choices[order[place] ?? -1];
    return found === undefined
      ? { kind: 'unscored', reason: 'extraction-failed' }
      : { kind: 'picked', id: found.id };
  };
  if (output.unscored !== undefined) return { kind: 'unscored', reason: output.unscored };
  if (output.choiceScores !== undefined) return original(output.text);
  const { flexible } = choiceOf(output, choices);
  return flexible.kind === 'picked' ? original(flexible.id) : flexible;
}

/** Original ids in the order shown. */
export function orderIds(sample: Sample, order: readonly number[]): readonly string[] {
  return order.map((place) => choicesOf(sample)[place]?.id ?? '');
}
