/** What people add to a run: edits until they would sign, marks on the audit. Read and kept; the records never change. */
import * as v from 'valibot';
import type { Evidence } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import { auditFindings } from '../../core/review/audit-flags.ts';
import { OVERRIDE_KIND, OverrideSchema } from '../../core/review/audit-override.ts';
import { EDIT_DRAFT_KIND, EDIT_KIND, EditDraftSchema, EditSchema } from '../../core/review/edit.ts';
import { characterDistance, wordDistance } from '../../core/review/edit-distance.ts';
import { packOfEditedReferences } from '../../core/review/edited-references.ts';
import { reviewRatings } from '../../core/review/review-ratings.ts';
import { flagCounts, reviewSummary, type FlagCounts } from '../../core/review/review-summary.ts';
import { readReviews, type RunReviews } from '../../core/review/run-reviews.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../../core/run/score-run.ts';
import type { Annotation, RecordKey, ResultStore } from '../../storage/contract.ts';
import type { Packs } from '../packs/packs.ts';
import type { RunShelf } from '../runs/run-shelf.ts';
import type { Place, Review, Undoable } from './review-contract.ts';

export interface ReviewDeps {
  readonly store: ResultStore;
  readonly shelf: Pick<RunShelf, 'find'>;
  readonly packs: Pick<Packs, 'find'>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly changed: () => void;
}

const DRAFT_ID = 'draft';

export function createReview(deps: ReviewDeps): Review {
  const { store, shelf, packs } = deps;

  async function put(
    { runId, key }: Place,
    kind: string,
    id: string,
    body: Annotation['body'],
  ): Promise<void> {
    await store.putAnnotation({ runId, recordKey: key, kind, id, createdAt: deps.now().toISOString(), body });
  }

  async function removed({ runId, key }: Place, kind: string, id: string): Undoable {
    const all = await store.listAnnotations(runId);
    const found = all.find((each) => each.recordKey === key && each.kind === kind && each.id === id);
    await store.deleteAnnotation({ runId, recordKey: key, kind, id });
    deps.changed();
    return {
      undo: async () => {
        if (found !== undefined) await store.putAnnotation(found);
        deps.changed();
      },
    };
  }

  async function of(runId: string): Promise<RunReviews> {
    const { run } = await shelf.find(runId);
    return readReviews(run.recorded === true ? [] : await store.listAnnotations(runId));
  }

  async function packOf(runId: string): Promise<PackPart | null> {
    const { header } = (await shelf.find(runId)).run;
    return packs.find(header.pack.id, header.pack.sha256, header.selection);
  }

  /** Flags by record of the notes that somebody looked at. */
  async function countFlags(
    runId: string,
    reviews: RunReviews,
    pack: PackPart | null,
  ): Promise<FlagCounts | null> {
    const looked = new Set([...reviews.edits, ...reviews.overrides].map(({ recordKey }) => recordKey));
    if (looked.size === 0) return null;
    const tables = await store.listScores(runId);
    const flags = new Map<RecordKey, { id: string; outcome: 'invented' | 'contradicted' | 'missed' }[]>();
    for (const key of looked) {
      const evidence: Record<string, Evidence> = {};
      for (const { scorerId } of tables) {
        const found = await store.getEvidence(runId, scorerId, key);
        if (found !== null) evidence[scorerId] = found;
      }
      const findings = auditFindings(pack?.samples[sampleIndex(key)] ?? null, evidence);
      if (findings === null) continue;
      flags.set(
        key,
        findings.flatMap(({ id, outcome }) => (outcome === 'kept' ? [] : [{ id, outcome }])),
      );
    }
    return flagCounts(flags, reviews.edits, reviews.overrides);
  }

  return {
    of,

    draft: async ({ runId, key }) =>
      (await of(runId)).drafts.find(({ recordKey }) => recordKey === key)?.draft ?? null,

    // Nobody else shows a draft, so nobody is told: each autosave would have every page read again.
    saveDraft: (place, draft) => put(place, EDIT_DRAFT_KIND, DRAFT_ID, v.parse(EditDraftSchema, draft)),

    discardDraft: (place) => removed(place, EDIT_DRAFT_KIND, DRAFT_ID),

    sign: async (place, finished) => {
      const { header } = (await shelf.find(place.runId)).run;
      const record = await store.getRecord(place.runId, place.key);
      if (record?.output === null || record === null) {
        throw new AppError('storage/missing', 'there is no note to edit', { what: 'record', id: place.key });
      }
      const edit = v.safeParse(EditSchema, {
        schemaVersion: 1,
        ...finished,
        activeMs: Math.round(finished.activeMs),
        words: wordDistance(record.output, finished.text),
        characters: characterDistance(record.output, finished.text),
        anchor: { runId: place.runId, modelId: header.model.id, modelSha256: header.model.sha256 },
      });
      if (!edit.success) throw new AppError('input/option', edit.issues[0].message, { option: 'review' });
      await put(place, EDIT_KIND, deps.newId(), edit.output);
      await store.deleteAnnotation({
        runId: place.runId,
        recordKey: place.key,
        kind: EDIT_DRAFT_KIND,
        id: DRAFT_ID,
      });
      deps.changed();
    },

    removeEdit: (place, id) => removed(place, EDIT_KIND, id),

    mark: async (place, override) => {
      const checked = v.safeParse(OverrideSchema, override);
      if (!checked.success) throw new AppError('input/option', checked.issues[0].message, { option: 'mark' });
      await put(place, OVERRIDE_KIND, deps.newId(), checked.output);
      deps.changed();
    },

    unmark: (place, id) => removed(place, OVERRIDE_KIND, id),

    summary: async (runId) => {
      const [reviews, pack] = await Promise.all([of(runId), packOf(runId)]);
      const clusterOf = (key: RecordKey) => {
        const sample = pack?.samples[sampleIndex(key)];
        return sample?.cluster ?? sample?.id ?? String(sampleIndex(key));
      };
      const flags = await countFlags(runId, reviews, pack);
      return reviewSummary(reviews.edits, flags, clusterOf, { level: DEFAULT_LEVEL, seed: DEFAULT_SEED });
    },

    ratings: async (runId) => {
      const { edits } = await of(runId);
      const names = new Map<RecordKey, string>();
      for (const { recordKey } of edits) {
        if (names.has(recordKey)) continue;
        const record = await store.getRecord(runId, recordKey);
        const repeat = Number(recordKey.split('#')[1] ?? 0);
        const id = record?.id ?? recordKey;
        names.set(recordKey, repeat === 0 ? id : `${id} (repeat ${repeat + 1})`);
      }
      return new Blob([reviewRatings(edits, (key) => names.get(key) ?? key)], { type: 'text/csv' });
    },

    references: async (runId) => {
      const { header } = (await shelf.find(runId)).run;
      const [{ edits }, pack] = await Promise.all([of(runId), packOf(runId)]);
      if (pack === null) {
        throw new AppError('storage/missing', `the pack "${header.pack.id}" of this run is not here`, {
          what: 'pack',
          id: header.pack.id,
        });
      }
      return packOfEditedReferences({ pack, modelTitle: header.model.title, edits, indexOf: sampleIndex });
    },
  };
}

function sampleIndex(key: RecordKey): number {
  return Number(key.split('#')[0]);
}
