/**
 * What a backup holds, file by file, as lines of JSON. The first file of a run is a run.jsonl and that of a pack a pack
 * in lines: unpacked by hand, the command line reads them as they are.
 */
import { canonicalJson } from '../../core/canonical-json.ts';
import { createSha256 } from '../../core/digest.ts';
import type { ResultStore, StoredPack, StoredRun } from '../contract.ts';

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
export type MemberName = (typeof RUN_MEMBERS)[number] | (typeof PACK_MEMBERS)[number];

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

export async function packMembers(store: ResultStore, stored: StoredPack): Promise<readonly Member[]> {
  const pack = await store.getPack(stored.header.id);
  if (pack === null) return [];
  const { samples, ...header } = pack;
  return [
    { name: 'pack.jsonl', lines: () => given([header, ...samples]) },
    { name: 'state.json', lines: () => given([{ importedAt: stored.importedAt }]) },
  ];
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
