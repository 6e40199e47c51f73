/** Transcripts and, where there are some, notes as files of one's own: which file is which, and pairs as samples. */
import type { ImportRow, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { checkedSample } from './checked-sample.ts';
import { docxText } from './docx-text.ts';
import { fileText } from './file-text.ts';
import { createSampleNamer } from './sample-ids.ts';
import { readVisitText } from './visit-text.ts';

type Kind = 'transcript' | 'note';

const KIND_WORDS: Readonly<Record<string, Kind>> = {
  transcript: 'transcript',
  dialogue: 'transcript',
  conversation: 'transcript',
  note: 'note',
  reference: 'note',
};
const KIND = Object.keys(KIND_WORDS).join('|');

/** Files of the system, not of a person: ".DS_Store", "~$visit.docx" (Word's own lock file). */
const NOT_A_PERSONS = /(?:^|[\\/])(?:\.|~\$)[^\\/]*$/;

export async function* visitFiles(all: readonly SourceFile[]): AsyncIterable<ImportRow> {
  const files = all.filter(({ name }) => !NOT_A_PERSONS.test(name));
  const places = files.map(({ name }) => placeOf(name));
  // Where no name says what its file is, they are transcripts: a folder of visits and nothing else.
  const unnamed = places.every((place) => place === null);
  const pairs = new Map<string, Partial<Record<Kind, SourceFile>>>();
  const problems: ImportRow[] = [];
  for (const [at, file] of files.entries()) {
    const place = unnamed ? ({ stem: stemOf(file.name), kind: 'transcript' } as const) : places[at];
    if (place === null || place === undefined) {
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
    const missing = 'no file is called <name>.transcript.txt or <name>.transcript.docx';
    throw new AppError('input/schema', missing, {
      files: files.map(({ name }) => name),
      problems: [missing],
    });
  }
  yield* problems;
  const name = createSampleNamer();
  for (const [stem, pair] of pairs) yield await pairRow(stem, pair, name);
}

function problem(field: string, text: string): ImportRow {
  return { kind: 'problem', line: 1, field, problem: text };
}

/** "visits/anna.transcript.txt", "visits/anna_note.docx", "anna/note.txt" or "notes/anna.txt". */
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
  return folderKind === undefined ? null : { stem: stemOf(path), kind: folderKind };
}

function stemOf(path: string): string {
  const base = path.split(/[\\/]/).at(-1) ?? path;
  return base.replace(/\.[A-Za-z]+$/, '') || base;
}

async function pairRow(
  stem: string,
  { transcript, note }: Partial<Record<Kind, SourceFile>>,
  name: ReturnType<typeof createSampleNamer>,
): Promise<ImportRow> {
  if (transcript === undefined) return problem('transcript', `${stem}: there is a note but no transcript`);
  const text = await textOf(transcript);
  if (text.trim() === '') return problem('transcript', `${transcript.name} is empty`);
  if (text.includes('\u0000')) return problem('transcript', `${transcript.name} is not text`);
  const reference = note === undefined ? undefined : (await textOf(note)).trim();
  if (note !== undefined && reference === '') return problem('note', `${note.name} is empty`);
  return checkedSample(
    {
      ...name(stem),
      input: { turns: readVisitText(text).turns },
      ...(reference === undefined ? {} : { target: [reference] }),
    },
    1,
  );
}

async function textOf(file: SourceFile): Promise<string> {
  return /\.docx$/i.test(file.name) ? docxText(file) : fileText(file);
}
