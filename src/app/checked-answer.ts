/**
 * What a worker of our own says, believed only in the form it should have: it has read files that were made to mislead
 * it. Long lists are checked whole but a piece at a time, so that the page stays at hand.
 */
import type * as v from 'valibot';
import { checkedMessage } from '../../workers/protocol-schemas.ts';

const AT_A_TIME = 250;

/** A checker that names the worker's answer by `what`; another form is a defect of ours. */
export function answerOf<Answer>(schema: v.GenericSchema<unknown, Answer>, what: string) {
  return (said: unknown): Answer => checkedMessage(schema, said, what, 'defect');
}

export async function checkEach(
  schema: v.GenericSchema,
  said: readonly unknown[],
  what: string,
): Promise<void> {
  for (const [at, each] of said.entries()) {
    if (at > 0 && at % AT_A_TIME === 0) await new Promise((resolve) => setTimeout(resolve));
    checkedMessage(schema, each, `${what} ${at + 1}`, 'defect');
  }
}
