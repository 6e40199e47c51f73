import type { Solver, SolverOutput } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { CallLog } from './call-log.ts';
import { callsOf, contextOf, wrapping } from './composed.ts';
import { choicesOf, orderIds, pickedOf, withOrder } from './shown-choices.ts';

/** ABCD, BCDA, CDAB, DABC: in rotation r the text of choice i stands under letter i + r. */
export function rotations(length: number): readonly (readonly number[])[] {
  return Array.from({ length }, (_, shift) =>
    Array.from({ length }, (_, place) => (place - shift + length) % length),
  );
}

/**
 * CircularEval (MMBench, Liu et al., 2023, https://arxiv.org/abs/2307.06281; patterns as in OpenCompass): the question is
 * asked once for each rotation of its choices. The output is that of the original order; the scorer "circular" reads
 * the others from the trace.
 */
export function circular(base: Solver): Solver {
  return {
    id: `circular-${base.id}`,
    ...wrapping(base),
    title: `${base.title}, every rotation of the choices`,
    description:
      'CircularEval: each question once for every rotation of its choices; right only where every rotation is (MMBench, Liu et al., 2023).',
    group: 'order',
    scorers: ['circular'],
    needsChoices: true,
    calls: (choices, settings) => choices * callsOf(base)(choices, settings),
    solve: async (sample, context) => {
      const log = new CallLog(context.ask);
      let original: SolverOutput | null = null;
      for (const [turn, order] of rotations(choicesOf(sample).length).entries()) {
        const shown = withOrder(sample, order);
        const output = await base.solve(shown, contextOf(base, context));
        const picked = pickedOf(output, shown, order);
        const id = picked.kind === 'picked' ? picked.id : null;
        const seed =
          base.needs === 'generate' && context.generation.temperature > 0 ? context.generation.seed : null;
        log.add(`rotation ${turn}`, output, { order: orderIds(sample, order), picked: id }, seed);
        original ??= output;
      }
      if (original === null) throw new AppError('defect', 'a sample without rotations');
      return { ...original, ...log.summary() };
    },
  };
}
