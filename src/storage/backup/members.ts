/**
 * What a backup holds, file by file, as lines of JSON. The first file of a run is a run.jsonl and that of a pack a pack
 * in lines: unpacked by hand, the command line reads them as they are.
 */
import { canonicalJson } from '../../core/canonical-json.ts';
import { createSha256 } from '../../core/digest.ts';
import { AppError } from '../../core/errors.ts';
import type { ResultStore, StoredPack, StoredRun } from '../contract.ts';
import { storedVocabulary, type VocabularyItem } from '../kept-vocabularies.ts';

export interface Member {
  readonly name: MemberName;
  /** One JSON value a line. */
  lines(): AsyncIterable<unknown>;
}

export const RUN_MEMBERS = [
  'run.jsonl',
  'state.json',
  'scores.jsonl',
  'evidence.jsonl',
  'annotations.jsonl',
] as const;
export const PACK_MEMBERS = ['pack.jsonl', 'state.json'] as const;
export const VOCABULARY_MEMBERS = ['vocabulary.jsonl'] as const;
export type MemberName = (typeof RUN_MEMBERS | typeof PACK_MEMBERS | typeof VOCABULARY_MEMBERS)[number];

export async function runMembers(store: ResultStore, run: StoredRun): Promise<readonly Member[]> {
  const { header, ...state } = run;
  const runId = header.id;
  // Every version that was kept, not only the one that is shown.
  const tables = await store.listScoreVersions(runId);
  const annotations = await store.listAnnotations(runId);
  const members: Member[] = [
    {
      name: 'run.jsonl',
      async *lines() {
        yield header;
        yield* store.records(runId);
      },
    },
    { name: 'state.json', lines: () => given([state]) },
    { name: 'scores.jsonl', lines: () => given(tables) },
    {
      name: 'evidence.jsonl',
      async *lines() {
        for (const { scorerId, scorerVersion } of tables) {
          const found = await store.listEvidence(runId, scorerId, scorerVersion);
          for (const [recordKey, evidence] of found) {
            yield { runId, scorerId, scorerVersion, recordKey, evidence };
          }
        }
      },
    },
    { name: 'annotations.jsonl', lines: () => given(annotations) },
  ];
  return members;
}

/** Samples read in one go: a large pack is never held. */
const PART = 200;

export function packMembers(store: ResultStore, stored: StoredPack): readonly Member[] {
  const { header, importedAt } = stored;
  return [
    {
      name: 'pack.jsonl',
      async *lines() {
        yield header;
        let read = 0;
        for (; read < stored.samples;) {
          const samples = await store.getSamples(header.id, read, PART);
          if (samples.length === 0) break;
          yield* samples;
          read += samples.length;
        }
        const now = (await store.listPacks(() => undefined)).find((each) => each.header.id === header.id);
        if (read !== stored.samples || now?.sha256 !== stored.sha256 || now.importedAt !== importedAt) {
          throw new AppError(
            'storage/locked-by-other-tab',
            `the pack ${header.id} changed while it was read`,
            {
              pack: header.id,
            },
          );
        }
      },
    },
    { name: 'state.json', lines: () => given([{ importedAt }]) },
  ];
}

/** What it is called, then its terms. */
export async function vocabularyMembers(
  store: ResultStore,
  item: VocabularyItem,
): Promise<readonly Member[]> {
  const { entries } = await storedVocabulary(store, item.id);
  return [{ name: 'vocabulary.jsonl', lines: () => given([item, ...entries]) }];
}

async function* given(values: readonly unknown[]): AsyncIterable<unknown> {
  yield* values;
}

export interface ContentDigest {
  add(member: MemberName, value: unknown): void;
  finish(): string;
}

/** One name for equal content, whatever the order of keys it was read in. Members are added in their own order. */
export function createContentDigest(): ContentDigest {
  const hash = createSha256();
  return {
    add: (member, value) => void hash.update(`${member} ${canonicalJson(value)}\n`),
    finish: () => hash.digestHex(),
  };
}

export async function digestOf(members: readonly Member[]): Promise<string> {
  const digest = createContentDigest();
  for (const member of members) for await (const value of member.lines()) digest.add(member.name, value);
  return digest.finish();
}
