import type { Rng } from '../contracts.ts';
import { notApplicable, type Transform } from './transform.ts';

/** Fisher-Yates. */
function shuffled(count: number, rng: Rng): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(rng.next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

export const optionOrder: Transform = {
  id: 'option-order',
  version: '1',
  title: 'Option order',
  description:
    'Deals the texts of the choices to the same letters in another order. Not for choices that name each other’s letters.',
  apply: (sample, rng) => {
    const { choices = [], answer } = sample;
    if (choices.length < 2 || answer === undefined)
      throw notApplicable(sample, 'has no choices with an answer');
    let order = shuffled(choices.length, rng);
    while (order.every((from, to) => from === to)) order = shuffled(choices.length, rng);
    const dealt = choices.map(({ id }, to) => ({ id, text: choices[order[to] ?? to]?.text ?? '' }));
    const right = order.indexOf(choices.findIndex(({ id }) => id === answer));
    const letter = dealt[right]?.id;
    if (letter === undefined) throw notApplicable(sample, 'has an answer that is none of its choices');
    return { ...sample, choices: dealt, answer: letter };
  },
};
