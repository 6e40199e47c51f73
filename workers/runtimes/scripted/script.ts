/** What a scripted model does, as a file: script.json in the model folder. */
import * as v from 'valibot';
import { AppError, isErrorCode, type ErrorCode } from '../../../src/core/errors.ts';
import type { ModelLocation } from '../../protocol.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const FaultSchema = v.strictObject({
  /** 1-based: the n-th generate or logprobs call since this worker loaded the script. */
  call: v.pipe(count, v.minValue(1)),
  /** throw: the error with `code`; hang: never answers, not even to cancel; lose-device: fails now and ever after. */
  kind: v.picklist(['throw', 'hang', 'lose-device']),
  code: v.optional(v.custom<ErrorCode>(isErrorCode, 'must be a known error code')),
  message: v.optional(v.string()),
  /** Tokens written before the fault. */
  afterTokens: v.optional(count),
});

const ScriptSchema = v.strictObject({
  /** The first rule whose `contains` is in the prompt answers; without one, the answer is made from the prompt. */
  rules: v.optional(
    v.array(
      v.strictObject({
        contains: v.string(),
        answer: v.optional(v.string()),
        /** For logprobs: the continuation that gets the highest score. */
        prefers: v.optional(v.string()),
      }),
    ),
    [],
  ),
  faults: v.optional(v.array(FaultSchema), []),
  /** Time per token (a word, here). */
  msPerToken: v.optional(count, 0),
  loadMs: v.optional(count, 0),
  contextTokens: v.optional(count, 4096),
  logprobs: v.optional(v.boolean(), true),
  /** Thrown by load instead of loading. */
  loadFails: v.optional(v.custom<ErrorCode>(isErrorCode, 'must be a known error code')),
});

export type Script = v.InferOutput<typeof ScriptSchema>;
export type Fault = v.InferOutput<typeof FaultSchema>;

export const SCRIPT_FILE = 'script.json';

/** The script of a model folder; a folder without one answers by the defaults. */
export async function readScript(
  location: ModelLocation,
  pageUrl: string,
): Promise<{ script: Script; text: string }> {
  const text = await scriptText(location, pageUrl);
  const result = v.safeParse(ScriptSchema, parse(text));
  if (result.success) return { script: result.output, text };
  const field = v.getDotPath(result.issues[0]) ?? '(top level)';
  throw new AppError('input/schema', `${SCRIPT_FILE}: ${field} ${result.issues[0].message}`, {
    field,
    file: SCRIPT_FILE,
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AppError('input/not-json', `${SCRIPT_FILE} is not JSON`, { file: SCRIPT_FILE });
  }
}

async function scriptText(location: ModelLocation, pageUrl: string): Promise<string> {
  if (location.kind === 'files') {
    return (await location.files.find((entry) => entry.path === SCRIPT_FILE)?.file.text()) ?? '{}';
  }
  if (location.kind === 'server')
    throw new AppError('input/option', 'a script lies in a folder, not on a server', { device: 'server' });
  const response = await fetch(new URL(SCRIPT_FILE, new URL(location.baseUrl, pageUrl)));
  return response.ok ? response.text() : '{}';
}
