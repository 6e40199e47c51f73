/** Finds words across a run: in what the model wrote, in the transcripts and in the ids. */
import { AppError } from '../../core/errors.ts';
import type { Sample } from '../../core/packs/pack.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import { recordKey } from '../../core/run/record-key.ts';
import type { RecordKey } from '../../storage/contract.ts';
import type { FoundRun } from './found-run.ts';

/** Keys of the records that hold all the words; null when nothing was asked for. */
export async function searchRun(
  { run, store }: FoundRun,
  pack: PackPart | null,
  asked: string,
  signal: AbortSignal,
): Promise<ReadonlySet<RecordKey> | null> {
  const words = plain(asked)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const found = new Set<RecordKey>();
  for await (const record of store.records(run.header.id, () => undefined)) {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'the search was stopped');
    const sample = pack?.samples[record.index];
    const text = plain(
      [record.id, record.output ?? '', ...(sample === undefined ? [] : said(sample))].join('\n'),
    );
    if (words.every((word) => text.includes(word))) found.add(recordKey(record));
  }
  return found;
}

function said({ input, documents = [] }: Sample): string[] {
  const lines =
    'turns' in input ? input.turns.map(({ text }) => text) : input.messages.map(({ content }) => content);
  return [...lines, ...documents.map(({ text }) => text)];
}

/** Accents and letter case do not matter to somebody who searches. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
