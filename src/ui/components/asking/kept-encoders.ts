import type { ModelEntry } from '../../../app/services.ts';
import type { EncoderSource } from '../../../app/scoring/rescore-options.ts';

export type KeptEncoder = Extract<EncoderSource, { readonly kind: 'model' }>;

export interface OfferedEncoder {
  readonly source: KeptEncoder;
  readonly title: string;
}

/** Models of the Models page that may be text encoders, one for each number format. */
export function keptEncoders(models: readonly ModelEntry[]): readonly OfferedEncoder[] {
  return models.filter(couldEncode).flatMap(formats);
}

/** What comes with the page writes notes; a folder whose permission has lapsed is opened on the Models page first. */
function couldEncode({ source, runtimeId, access }: ModelEntry): boolean {
  return source !== 'bundled' && runtimeId === 'transformers-js' && access !== 'ask';
}

function formats(model: ModelEntry): readonly OfferedEncoder[] {
  return model.variants.map(({ dtype }) => ({
    source: { kind: 'model', modelId: model.id, dtype },
    title: `${model.title}, ${dtype}`,
  }));
}
