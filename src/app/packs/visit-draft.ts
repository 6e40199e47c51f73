/**
 * A visit that was typed or pasted and not started yet. It is kept as a pack, so that the vault seals it, a backup
 * carries it and erasing removes it, like every other text of a patient.
 */
import { OWN_TABLE_DEFAULTS } from '../../core/importers/own-table-defaults.ts';
import { makePack } from '../../core/packs/make-pack.ts';
import { computeSeal } from '../../core/packs/seal.ts';
import type { ResultStore } from '../../storage/contract.ts';
import type { VisitDraft, VisitDrafts } from '../services.ts';
import { VISIT_DRAFT } from './visit-draft-id.ts';

type Store = Pick<ResultStore, 'getPack' | 'putPack' | 'deletePack'>;

export function createVisitDrafts({ store, now }: { store: Store; now: () => Date }): VisitDrafts {
  /** One after the other: an earlier text must not be written over a later one. */
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = before.then(work, work);
    before = next.catch(() => undefined);
    return next;
  };

  async function read(): Promise<VisitDraft | null> {
    const sample = (await store.getPack(VISIT_DRAFT))?.samples[0];
    if (sample === undefined || !('turns' in sample.input)) return null;
    const title = sample.meta?.['title'];
    return {
      transcript: sample.input.turns[0]?.text ?? '',
      reference: sample.target?.[0] ?? '',
      title: typeof title === 'string' ? title : '',
    };
  }

  async function write({ transcript, reference, title }: VisitDraft): Promise<void> {
    const { seal: _seal, ...made } = makePack({
      samples: [
        {
          id: 'visit',
          input: { turns: [{ line: 1, speaker: 'Draft', text: transcript }] },
          target: [reference],
          meta: { title },
        },
      ],
      importer: { id: 'pasted', title: 'a pasted transcript', defaults: OWN_TABLE_DEFAULTS },
      files: ['draft'],
    });
    const pack = { ...made, id: VISIT_DRAFT, title: 'A visit not started yet' };
    await store.putPack(pack, computeSeal(pack), now().toISOString());
  }

  return {
    get: () => inTurn(read),
    save: (draft) => inTurn(() => write(draft)),
    discard: () => inTurn(() => store.deletePack(VISIT_DRAFT)),
  };
}
