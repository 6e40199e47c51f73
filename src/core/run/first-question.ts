/** What a solver will ask first, found by letting it ask somebody who only listens. */
import type { Ask, Solver, SolverContext } from '../contracts.ts';
import type { Message, Sample } from '../packs/pack.ts';

/** Ends the solver at its first question. */
class Heard extends Error {
  readonly messages: readonly Message[];
  constructor(messages: readonly Message[]) {
    super('the first question was heard');
    this.messages = messages;
  }
}

const LISTENER: Ask = {
  generate: async (messages) => {
    throw new Heard(messages);
  },
  logprobs: async (messages) => {
    throw new Heard(messages);
  },
};

/** Null when the solver asks nothing or cannot begin; its own turn will say why. */
export async function firstQuestion(
  solver: Pick<Solver, 'solve'>,
  sample: Sample,
  context: Omit<SolverContext, 'ask'>,
): Promise<readonly Message[] | null> {
  try {
    await solver.solve(sample, { ask: LISTENER, ...context });
    return null;
  } catch (thrown) {
    return thrown instanceof Heard ? thrown.messages : null;
  }
}
