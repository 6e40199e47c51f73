/** Shards of one run back into one run, or a reason why they are not that. */
import { canonicalJson } from '../canonical-json.ts';
import type { RunHeader, RunRecord } from '../contracts.ts';
import { sha256Hex } from '../digest.ts';
import { AppError } from '../errors.ts';
import type { FidelityOverride } from '../fidelity/override.ts';
import { recordKey } from './record-key.ts';
import type { RunFile } from './run-jsonl.ts';
import { selectedItems, selectedPositions } from './selection.ts';
import { settingsSha256 } from './settings-hash.ts';

const LISTED = 20;

/** Refuses gaps, duplicates and runs that differ in anything an output depends on. Records come in pack order. */
export function mergeRuns(files: readonly RunFile[]): Omit<RunFile, 'name'> {
  const [first] = files;
  if (first === undefined) throw new AppError('input/empty', 'no run was given to merge');
  for (const file of files) checkSameRun(first, file);
  const placed = new Map<string, { record: RunRecord; file: string }>();
  const duplicates: string[] = [];
  for (const file of files) {
    const own = new Set(selectedPositions(file.header.selection, file.header.pack.samples));
    for (const record of file.records) {
      checkPlace(file, record, own);
      const key = recordKey(record);
      const earlier = placed.get(key);
      if (earlier === undefined) placed.set(key, { record, file: file.name });
      else duplicates.push(`${label(record)} (in ${earlier.file} and ${file.name})`);
    }
  }
  if (duplicates.length > 0) {
    throw new AppError(
      'run/merge-duplicate',
      `${duplicates.length} records occur twice: ${duplicates[0] ?? ''}`,
      {
        ids: duplicates.slice(0, LISTED),
        count: duplicates.length,
      },
    );
  }
  const selection = { ...first.header.selection, shard: null };
  const expected = selectedItems(selection, first.header.pack.samples);
  const gaps = expected.filter((item) => !placed.has(recordKey(item)));
  if (gaps.length > 0) throw gapError(files, gaps);
  return {
    header: { ...mergedHeader(files, first.header), selection },
    fidelityOverride: mergedOverride(files),
    records: expected.flatMap((item) => placed.get(recordKey(item))?.record ?? []),
  };
}

function mergedHeader(files: readonly RunFile[], first: RunHeader): RunHeader {
  if (files.length === 1) return first;
  const headers = files.map((file) => file.header);
  // Named by what was merged, so that merging the same shards again, in any order, gives the same run.
  const ids = headers.map((header) => header.id).sort();
  const byShard = [...headers].sort(
    (a, b) => (a.selection.shard?.index ?? 0) - (b.selection.shard?.index ?? 0),
  );
  // A shard from a device that failed its check marks the whole.
  const failed = byShard.find(({ fidelity }) => fidelity?.verdict === 'failed');
  return {
    ...(byShard[0] ?? first),
    ...(failed?.fidelity === undefined ? {} : { fidelity: failed.fidelity }),
    id: `merged-${sha256Hex(canonicalJson(ids)).slice(0, 16)}`,
    createdAt: headers.map((header) => header.createdAt).sort()[0] ?? first.createdAt,
  };
}

/** Only where somebody gave a reason for every device that failed. */
function mergedOverride(files: readonly RunFile[]): FidelityOverride | null {
  const reasons = files
    .filter(({ header }) => header.fidelity?.verdict === 'failed')
    .map(({ fidelityOverride }) => fidelityOverride);
  const given = reasons.filter((reason) => reason !== null);
  if (given.length === 0 || given.length < reasons.length) return null;
  const together = (texts: readonly string[]) => [...new Set(texts)].sort().join('; ');
  return {
    who: together(given.map(({ who }) => who)),
    reason: together(given.map(({ reason }) => reason)),
    when:
      given
        .map(({ when }) => when)
        .sort()
        .at(-1) ?? '',
  };
}

/** What must be equal, with the name a person knows it by. */
const COMPARED: readonly (readonly [string, (header: RunHeader) => unknown])[] = [
  ['pack seal', (header) => header.pack],
  ['model', (header) => [header.model.sha256, header.model.dtype]],
  ['runtime', ({ runtime }) => [runtime.id, runtime.version, runtime.device]],
  ['chat template', (header) => header.runtime.chatTemplateSha256],
  ['context length', (header) => header.runtime.contextTokens],
  ['prompt', (header) => header.prompt],
  ['solver', (header) => header.solver],
  ['generation settings', (header) => header.generation],
  ['limit', (header) => header.selection.limit],
  ['repeats', (header) => header.selection.repeats],
  ['number of shards', (header) => header.selection.shard?.count ?? null],
  ['scorers', (header) => header.scorers],
  ['settings hash', (header) => header.settingsSha256],
];

function checkSameRun(first: RunFile, file: RunFile): void {
  const differing = COMPARED.filter(
    ([, of]) => canonicalJson(of(first.header)) !== canonicalJson(of(file.header)),
  );
  if (differing.length > 0) {
    const fields = differing.map(([name]) => name);
    throw new AppError(
      'run/merge-mismatch',
      `${first.name} and ${file.name} differ in: ${fields.join(', ')}`,
      {
        fields,
        files: [first.name, file.name],
        ids: [first.header.id, file.header.id],
      },
    );
  }
  if (settingsSha256(file.header) !== file.header.settingsSha256) {
    throw new AppError('run/merge-mismatch', `${file.name}: its settings hash does not fit its settings`, {
      fields: ['settings hash'],
      files: [file.name],
      ids: [file.header.id],
    });
  }
}

function checkPlace(file: RunFile, record: RunRecord, own: ReadonlySet<number>): void {
  if (own.has(record.index) && record.repeat < file.header.selection.repeats) return;
  throw new AppError('run/merge-mismatch', `${file.name}: ${label(record)} does not belong to this shard`, {
    fields: ['shard'],
    files: [file.name],
    ids: [record.id],
  });
}

function gapError(files: readonly RunFile[], gaps: readonly { index: number; repeat: number }[]): AppError {
  const count = files[0]?.header.selection.shard?.count;
  const present = new Set(files.map((file) => file.header.selection.shard?.index));
  const absent =
    count === undefined
      ? []
      : Array.from({ length: count }, (_, index) => index + 1).filter((index) => !present.has(index));
  // A run file does not hold the ids of samples it never reached: they are named by position and shard.
  const ids = gaps.slice(0, LISTED).map(({ index, repeat }) => {
    const shard = count === undefined ? '' : `, shard ${(index % count) + 1}/${count}`;
    return `position ${index + 1}${repeat > 0 ? `, repeat ${repeat}` : ''}${shard}`;
  });
  const shards = absent.map((index) => `${index}/${count ?? 1}`);
  return new AppError(
    'run/merge-gap',
    shards.length > 0
      ? `shards are missing: ${shards.join(', ')} (${gaps.length} records)`
      : `${gaps.length} records are missing: ${ids[0] ?? ''}`,
    { ids, shards, count: gaps.length },
  );
}

function label(record: RunRecord): string {
  return `"${record.id}"${record.repeat > 0 ? ` repeat ${record.repeat}` : ''}`;
}
