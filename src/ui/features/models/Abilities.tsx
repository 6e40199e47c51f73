import type { ModelEntry } from '../../../app/services.ts';
import { ABILITIES_OF_RUNTIME } from '../../i18n/runtime-words.ts';

/** What its runtime can give, in words: a way of asking that needs more says so and does not start. */
export function Abilities({ model }: { readonly model: ModelEntry }) {
  const words = ABILITIES_OF_RUNTIME[model.runtimeId];
  if (words === undefined) return null;
  return (
    <p className="muted small">
      Run by <span translate="no">{model.runtimeId}</span>: {words}
    </p>
  );
}
