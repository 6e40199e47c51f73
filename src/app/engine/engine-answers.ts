/** What an engine worker says, believed only in the form of the protocol. A worker that answers otherwise has failed. */
import * as v from 'valibot';
import {
  checkedMessage,
  GenerateProgressSchema,
  GenerateResultSchema,
  InspectResultSchema,
  LoadedModelSchema,
  LoadProgressSchema,
  LogprobsResultSchema,
  RenderedPromptSchema,
} from '../../../workers/protocol-schemas.ts';

const answer =
  <Answer>(schema: v.GenericSchema<unknown, Answer>, what: string) =>
  (said: unknown): Answer =>
    checkedMessage(schema, said, what, 'runtime/failed');

/** Progress is for looking at: what cannot be read of it is passed over. */
const progress =
  <Progress>(schema: v.GenericSchema<unknown, Progress>) =>
  (listener: ((progress: Progress) => void) | undefined) =>
  (said: Progress): void => {
    if (v.is(schema, said)) listener?.(said);
  };

export const loaded = answer(LoadedModelSchema, 'what the worker says it loaded');
export const rendered = answer(RenderedPromptSchema, 'the prompt that the worker made');
export const generated = answer(GenerateResultSchema, 'what the worker wrote');
export const scored = answer(LogprobsResultSchema, 'what the worker scored');
export const inspected = answer(InspectResultSchema, 'what the worker saw in the model');
export const loading = progress(LoadProgressSchema);
export const writing = progress(GenerateProgressSchema);
