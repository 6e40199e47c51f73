/**
 * Where a model's files come from, as it is remembered and shown. How they are handed to a runtime is ModelLocation
 * in workers/protocol.ts: everything that is not served by the page itself arrives there as File objects, whether they
 * were picked, dropped or kept by this page after a download.
 */
import * as v from 'valibot';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

export const HubSourceSchema = v.strictObject({
  kind: v.literal('hub'),
  /** Origin of the hub, or of the mirror this build uses instead. */
  host: name,
  /** owner/name */
  repository: name,
  /** The commit that the files were taken from, never a branch: a branch moves. */
  revision: name,
});

export const ModelSourceSchema = v.variant('kind', [
  HubSourceSchema,
  /** A folder in the transformers.js layout. */
  v.strictObject({ kind: v.literal('folder'), name }),
  /** One GGUF file: its path in the location is its own name, its runtime is wllama. */
  v.strictObject({ kind: v.literal('gguf-file'), name }),
  /** A server of this build's, and what the model is called there: no files, and not on this device. */
  v.strictObject({ kind: v.literal('server'), origin: name, model: name }),
]);

export type ModelSource = v.InferOutput<typeof ModelSourceSchema>;
