import { useQuery } from '@tanstack/react-query';
import type { CatalogItem } from '../../../../app/services.ts';
import type { Sample } from '../../../../core/packs/pack.ts';
import { QueryView } from '../../../components/QueryView.tsx';
import { VisibleText } from '../../../components/VisibleText.tsx';
import { usePack } from '../../../queries/stored.ts';
import { useServices } from '../../../services-context.ts';
import css from './TwinPreview.module.css';

const SHOWN = 2;

interface TwinPreviewProps {
  readonly packId: string;
  readonly transform: CatalogItem;
  readonly seed: number;
}

/** The first samples that the change touches, before and after. Nothing is stored. */
export function TwinPreview({ packId, transform, seed }: TwinPreviewProps) {
  const { packs } = useServices();
  const original = usePack(packId);
  const twin = useQuery({
    queryKey: ['twin', packId, transform.id, seed],
    queryFn: () => packs.twin(packId, transform.id, seed),
    gcTime: 0,
  });
  return (
    <QueryView query={twin} what="the preview">
      {(made) => {
        const changed = made.samples.flatMap((after, at) => {
          const before = original.data?.samples[at];
          return before === undefined || textOf(before) === textOf(after) ? [] : [{ before, after }];
        });
        return (
          <details open>
            <summary>
              {changed.length} of {made.samples.length} samples are changed; the first ones
            </summary>
            {changed.slice(0, SHOWN).map(({ before, after }) => (
              <div key={after.id} className={css['pair']} translate="no">
                <div>
                  <h3 className="small">Before</h3>
                  <p dir="auto">
                    <VisibleText text={textOf(before)} />
                  </p>
                </div>
                <div>
                  <h3 className="small">After</h3>
                  <p dir="auto">
                    <VisibleText text={textOf(after)} />
                  </p>
                </div>
              </div>
            ))}
          </details>
        );
      }}
    </QueryView>
  );
}

/** Everything that is put to the model of a sample, shortened where a document is long. */
function textOf({ input, documents = [], choices = [] }: Sample): string {
  const said =
    'turns' in input
      ? input.turns.map(({ speaker, text }) => `${speaker}: ${text}`)
      : input.messages.map(({ content }) => content);
  const parts = [
    ...documents.map(({ text }) => text),
    ...said,
    ...choices.map(({ id, text }) => `${id}. ${text}`),
  ];
  return parts.join('\n');
}
