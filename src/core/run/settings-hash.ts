import { canonicalJson } from '../canonical-json.ts';
import type { RunHeader } from '../contracts.ts';
import { sha256Hex } from '../digest.ts';

/**
 * RunHeader.settingsSha256: what decides an output, so that two records with the same hash, sample and repeat may
 * stand for each other (resumption, shards, comparison).
 *
 * In: the pack, the weights and tokenizer (model hash), dtype, device kind and runtime version (each changes the
 * arithmetic), the chat template, the context length (decides what is too long), prompt, solver with its settings, generation
 * settings with their seed, and how documents are put to the model where the run says so.
 * Out, though recorded in the header: threads and adapter. They may change the last bits of a sum, but they are what
 * differs between the machines that share one run as shards, and between a page reload with and without
 * cross-origin isolation; a run must be resumable there. Out as well: selection and scorers (they choose and judge
 * outputs, they do not make them), app build, device description, model title, and where the files came from.
 */
export function settingsSha256(
  header: Pick<
    RunHeader,
    'pack' | 'model' | 'runtime' | 'prompt' | 'solver' | 'generation' | 'documents' | 'documentsFrom'
  >,
): string {
  const { pack, model, runtime, prompt, solver, generation } = header;
  return sha256Hex(
    canonicalJson({
      pack: pack.sha256,
      model: { sha256: model.sha256, dtype: model.dtype },
      runtime: {
        id: runtime.id,
        version: runtime.version,
        device: runtime.device,
        chatTemplateSha256: runtime.chatTemplateSha256,
        contextTokens: runtime.contextTokens,
      },
      prompt: { id: prompt.id, version: prompt.version, sha256: prompt.sha256 },
      solver: {
        id: solver.id,
        version: solver.version,
        ...(solver.settings === undefined ? {} : { settings: solver.settings }),
        ...(solver.encoder === undefined ? {} : { encoder: solver.encoder.sha256 }),
      },
      generation: {
        maxTokens: generation.maxTokens,
        temperature: generation.temperature,
        topK: generation.topK,
        seed: generation.seed,
        stop: generation.stop,
      },
      // What the pack says of its documents is in its seal.
      ...(header.documentsFrom === undefined ? {} : { documents: header.documents }),
    }),
  );
}
