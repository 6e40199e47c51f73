import type { Rng, Solver } from '../contracts.ts';
import { sha256Hex } from '../digest.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { CallLog } from './call-log.ts';
import { callsOf, contextOf, wrapping } from './composed.ts';
import { choicesOf, orderIds, pickedOf, withOrder } from './shown-choices.ts';

/** Fisher–Yates. */
export function shuffledOrder(length: number, rng: Rng): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last -= 1) {
    const other = Math.floor(rng.next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? other, order[last] ?? last];
  }
  return order;
}

/** Of the seed and the sample alone, so that a resumed run or a shard shows the same order. */
export function sampleRng(seed: number, sampleId: string): Rng {
  return seededRng(Number.parseInt(sha256Hex(`${seed}\n${sampleId}`).slice(0, 8), 16) | 0);
}

/** Another solver over choices in a seeded order of each sample's own; what it picks is told as the original id. */
export function shuffled(base: Solver): Solver {
  return {
    id: `shuffled-${base.id}`,
    ...wrapping(base),
    title: `${base.title}, choices shuffled`,
    description:
      'The choices of each question stand in a seeded order of its own, so that a liking for a letter counts for nothing.',
    group: 'order',
    needsChoices: true,
    calls: callsOf(base),
    solve: async (sample, context) => {
      const { generation } = context;
      const order = shuffledOrder(choicesOf(sample).length, sampleRng(generation.seed, sample.id));
      const shown = withOrder(sample, order);
      const given = await base.solve(shown, contextOf(base, context));
      const picked = pickedOf(given, shown, order);
      // What was read is told in original ids below; to read the text again would read a letter of the order shown.
      const { extractor: _read, ...output } = given;
      const log = new CallLog(context.ask);
      const id = picked.kind === 'picked' ? picked.id : null;
      log.add('shuffled', output, { order: orderIds(sample, order), picked: id }, generation.seed);
      const ids = orderIds(sample, order);
      return {
        ...output,
        ...log.summary(),
        timings: output.timings,
        // The letter it wrote belongs to the order shown; the trace keeps its words.
        text: id ?? output.text,
        ...(picked.kind === 'unscored' ? { unscored: picked.reason } : {}),
        ...(output.choiceScores === undefined
          ? {}
          : {
              choiceScores: output.choiceScores.map((score, place) => ({
                ...score,
                id: ids[place] ?? score.id,
              })),
            }),
      };
    },
  };
}
