/** Edited notes of a run as the references of a new pack, which says whose draft each was edited from. */
import { canonicalJson } from '../canonical-json.ts';
import { sha256Hex } from '../digest.ts';
import { AppError } from '../errors.ts';
import type { Sample } from '../packs/pack.ts';
import type { PackPart } from '../packs/pack-part.ts';
import type { SealedPack } from '../packs/read-pack.ts';
import { sealPack } from '../packs/seal.ts';
import { anchorMeta } from './anchors.ts';
import { currentEdits, type KeptEdit } from './run-reviews.ts';

/** Scorers for notes that have a reference, used where the pack could not name them for want of one. */
const WITH_REFERENCE = ['rouge'];

export interface EditedReferencesRequest {
  readonly pack: PackPart;
  readonly modelTitle: string;
  readonly edits: readonly KeptEdit[];
  /** The pack's samples that records of the run answer: record key -> index of the sample. */
  readonly indexOf: (recordKey: string) => number;
}

/** Only notes that somebody would sign; several people's notes of one sample are several references. */
export function packOfEditedReferences({
  pack,
  modelTitle,
  edits,
  indexOf,
}: EditedReferencesRequest): SealedPack {
  const signed = currentEdits(edits).filter(({ edit }) => edit.wouldSign && edit.text.trim() !== '');
  const bySample = new Map<number, KeptEdit[]>();
  for (const kept of signed) {
    const index = indexOf(kept.recordKey);
    bySample.set(index, [...(bySample.get(index) ?? []), kept]);
  }
  const samples = [...bySample]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, kept]): Sample[] => {
      const sample = pack.samples[index];
      const [first] = kept;
      if (sample === undefined || first === undefined) return [];
      const { modelId, modelSha256 } = first.edit.anchor;
      return [
        {
          ...sample,
          target: kept.map(({ edit }) => edit.text),
          meta: { ...sample.meta, ...anchorMeta({ id: modelId, sha256: modelSha256 }) },
        },
      ];
    });
  if (samples.length === 0) {
    throw new AppError('input/empty', 'no edited note that somebody would sign', { pack: pack.id });
  }
  const { seal: _seal, ...header } = pack;
  const statement =
    `References are notes of ${modelTitle}, edited until a person would sign them. ` +
    `They lean towards that model: its overlap with them is too high, and it cannot be compared with others on them. ` +
    pack.provenance.statement;
  return sealPack({
    ...header,
    id: `${pack.id.slice(0, 88)}-edited`,
    version: versionOf(samples),
    title: `${pack.title.slice(0, 180)}, edited notes`,
    provenance: { ...pack.provenance, kind: 'imported', statement: statement.slice(0, 2_000) },
    scorers: [...new Set([...pack.scorers, ...WITH_REFERENCE])],
    private: true,
    samples,
  });
}

/** A later set of edits replaces the earlier pack, so the version is made of what the pack holds. */
function versionOf(samples: readonly Sample[]): string {
  const digest = sha256Hex(canonicalJson(samples));
  return `1.${samples.length}.${Number.parseInt(digest.slice(0, 8), 16)}`;
}
