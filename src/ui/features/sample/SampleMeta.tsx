import type { Sample } from '../../../core/packs/pack.ts';
import { PairList } from '../../components/PairList.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { fieldWords } from '../../i18n/format.ts';

/** What the pack says about the sample: topic, source, kind of visit. */
export function SampleMeta({ sample }: { readonly sample: Sample | null }) {
  const entries = Object.entries(sample?.meta ?? {});
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>About this sample</summary>
      <PairList
        pairs={entries.map(([key, value]) => ({
          label: fieldWords(key),
          value: <VisibleText text={String(value)} />,
        }))}
      />
    </details>
  );
}
