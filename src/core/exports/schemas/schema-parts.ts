/** What the foreign formats' schemas share. Numbers must be finite: JSON has no other. */
import * as v from 'valibot';

export const finite = v.pipe(v.number(), v.finite());
export const count = v.pipe(finite, v.integer(), v.minValue(0));
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const isoTime = v.pipe(v.string(), v.isoTimestamp());
/** "additional_details" and the like: all values must be strings. */
export const stringRecord = v.record(v.string(), v.string());
export const ChatMessageSchema = v.object({
  role: v.picklist(['system', 'user', 'assistant', 'tool']),
  content: v.string(),
});
