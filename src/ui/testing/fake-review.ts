import type { Review } from '../../app/review/review-contract.ts';
import { characterDistance, wordDistance } from '../../core/review/edit-distance.ts';
import type { EditDraft } from '../../core/review/edit.ts';
import { reviewRatings } from '../../core/review/review-ratings.ts';
import { reviewSummary } from '../../core/review/review-summary.ts';
import type { KeptEdit, KeptOverride, RunReviews } from '../../core/review/run-reviews.ts';
import { pack, visitRecord } from './fake-data.ts';

/** Reviews kept in memory, of any run. */
export function fakeReview(changed: () => void): Review {
  let edits: readonly KeptEdit[] = [];
  let overrides: readonly KeptOverride[] = [];
  const drafts = new Map<string, EditDraft>();
  let ids = 0;
  const kept = (recordKey: string) => {
    ids += 1;
    return { recordKey, id: `kept-${ids}`, createdAt: '2026-11-20T15:00:00.000Z' };
  };
  const of = async (): Promise<RunReviews> => ({ edits, overrides, drafts: [], unreadable: 0 });
  return {
    of,
    draft: async ({ key }) => drafts.get(key) ?? null,
    saveDraft: async ({ key }, draft) => void drafts.set(key, draft),
    discardDraft: async ({ key }) => {
      const before = drafts.get(key);
      drafts.delete(key);
      changed();
      return {
        undo: async () => {
          if (before !== undefined) drafts.set(key, before);
          changed();
        },
      };
    },
    sign: async ({ runId, key }, finished) => {
      const output = visitRecord('any', 0).output ?? '';
      const words = wordDistance(output, finished.text);
      const characters = characterDistance(output, finished.text);
      const anchor = { runId, modelId: 'demo-tuned', modelSha256: 'a'.repeat(64) };
      edits = [
        ...edits,
        { ...kept(key), edit: { schemaVersion: 1, ...finished, words, characters, anchor } },
      ];
      drafts.delete(key);
      changed();
    },
    removeEdit: async (_place, id) => {
      const before = edits;
      edits = edits.filter((each) => each.id !== id);
      changed();
      return {
        undo: async () => {
          edits = before;
          changed();
        },
      };
    },
    mark: async ({ key }, override) => {
      overrides = [...overrides, { ...kept(key), override }];
      changed();
    },
    unmark: async (_place, id) => {
      const before = overrides;
      overrides = overrides.filter((each) => each.id !== id);
      changed();
      return {
        undo: async () => {
          overrides = before;
          changed();
        },
      };
    },
    summary: async () => reviewSummary(edits, null, (key) => key, { level: 0.95, seed: 1 }),
    ratings: async () => new Blob([reviewRatings(edits, (key) => key)]),
    references: async () => pack({ id: 'edited', title: 'Edited notes' }),
  };
}
