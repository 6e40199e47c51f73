/** What a page may ask of the service worker. Answers go back through the port that comes with the question. */
import * as v from 'valibot';
import { NetworkEventSchema } from '../../src/core/network/network-event.ts';
import { POLICY_IDS } from '../../src/core/network/policies.ts';

export const ShellMessageSchema = v.variant('type', [
  /** Take over from the version that runs now; refused while any tab writes a run. */
  v.object({ type: v.literal('apply-update') }),
  /** Keep the page's own files. */
  v.object({ type: v.literal('cache-shell') }),
  /** Keep one more file of this site. */
  v.object({ type: v.literal('cache-file'), url: v.string() }),
  v.object({ type: v.literal('is-kept'), urls: v.array(v.string()) }),
  /** Everything is being erased: nothing is kept any more, also of what is under way. */
  v.object({ type: v.literal('stop-keeping') }),
  v.object({ type: v.literal('network-log') }),
  v.object({ type: v.literal('choose-strict'), strict: v.boolean() }),
]);

export const ShellAnswerSchema = v.object({
  /** False when the question was refused or the work failed. */
  ok: v.boolean(),
  policy: v.picklist(POLICY_IDS),
  recent: v.array(NetworkEventSchema),
  kept: v.array(v.boolean()),
});
export type ShellMessage = v.InferOutput<typeof ShellMessageSchema>;
export type ShellAnswer = v.InferOutput<typeof ShellAnswerSchema>;

/** Prefix of the locks that tabs hold while they write a run. */
export const RUN_LOCK_PREFIX = 'bedside-run-';
