import type { ImportRow, Importer, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { checkedSample } from './checked-sample.ts';
import { OWN_TABLE_DEFAULTS } from './own-table-defaults.ts';
import { fileText } from './file-text.ts';
import { createSampleNamer } from './sample-ids.ts';
import { transcriptInput } from './transcript-turns.ts';

type Kind = 'transcript' | 'note';

const KIND_WORDS: Readonly<Record<string, Kind>> = {
  transcript: 'transcript',
  dialogue: 'transcript',
  conversation: 'transcript',
  note: 'note',
  reference: 'note',
};
const KIND = Object.keys(KIND_WORDS).join('|');

/** A folder of one's own: X.transcript.txt with X.note.txt, paired by X. The note is optional. */
export const textPairs: Importer = {
  id: 'text-pairs',
  title: 'Text files in pairs',
  description:
    'Several text files at once: <name>.transcript.txt and, where there is one, <name>.note.txt; or folders "transcripts" and "notes" with equal names.',
  extensions: ['txt', 'md'],
  defaults: { ...OWN_TABLE_DEFAULTS, promptId: 'soap-note-detailed' },
  async *read(files) {
    const pairs = new Map<string, Partial<Record<Kind, SourceFile>>>();
    const problems: ImportRow[] = [];
    for (const file of files) {
      const place = placeOf(file.name);
      if (place === null) {
        problems.push(problem('file', `${file.name}: the name says neither transcript nor note`));
        continue;
      }
      const pair = pairs.get(place.stem) ?? {};
      if (pair[place.kind] === undefined) pair[place.kind] = file;
      else
        problems.push(problem('file', `${file.name}: there is another ${place.kind} called "${place.stem}"`));
      pairs.set(place.stem, pair);
    }
    if (![...pairs.values()].some(({ transcript }) => transcript !== undefined)) {
      throw new AppError('input/schema', 'no file is called <name>.transcript.txt', {
        files: files.map(({ name }) => name),
        problems: ['no file is called <name>.transcript.txt'],
      });
    }
    yield* problems;
    const name = createSampleNamer();
    for (const [stem, pair] of pairs) yield await pairRow(stem, pair, name);
  },
};

function problem(field: string, text: string): ImportRow {
  return { kind: 'problem', line: 1, field, problem: text };
}

/** "visits/anna.transcript.txt", "visits/anna_note.txt", "anna/note.txt" or "notes/anna.txt". */
function placeOf(path: string): { stem: string; kind: Kind } | null {
  const parts = path.split(/[\\/]/);
  const base = parts.at(-1) ?? '';
  const folder = parts.at(-2) ?? '';
  const named = new RegExp(`^(?:(.*)[._ -])?(${KIND})s?\\.[a-z]+$`, 'i').exec(base);
  const kind = named === null ? undefined : KIND_WORDS[(named[2] ?? '').toLowerCase()];
  if (kind !== undefined) {
    const stem = named?.[1] ?? folder;
    return stem === '' ? null : { stem, kind };
  }
  const inFolder = new RegExp(`^(${KIND})s?$`, 'i').exec(folder)?.[1];
  const folderKind = inFolder === undefined ? undefined : KIND_WORDS[inFolder.toLowerCase()];
  return folderKind === undefined ? null : { stem: base.replace(/\.[A-Za-z]+$/, ''), kind: folderKind };
}

async function pairRow(
  stem: string,
  { transcript, note }: Partial<Record<Kind, SourceFile>>,
  name: ReturnType<typeof createSampleNamer>,
): Promise<ImportRow> {
  if (transcript === undefined) return problem('transcript', `${stem}: there is a note but no transcript`);
  const text = await fileText(transcript);
  if (text.trim() === '') return problem('transcript', `${transcript.name} is empty`);
  const reference = note === undefined ? undefined : (await fileText(note)).trim();
  if (note !== undefined && reference === '') return problem('note', `${note.name} is empty`);
  return checkedSample(
    {
      ...name(stem),
      input: transcriptInput(text),
      ...(reference === undefined ? {} : { target: [reference] }),
    },
    1,
  );
}
