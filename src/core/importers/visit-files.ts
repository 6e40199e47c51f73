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
  const named = files.map(({ name }) => placeOf(name));
  // Where no name says what its file is, they are transcripts: a folder of visits and nothing else.
  const places = named.every((place) => place === null)
    ? files.map(({ name }): Place => ({ ...stemOf(name), kind: 'transcript' }))
    : named;
  const keyOf = pairKeys(places.filter((place) => place !== null));
  const pairs = new Map<string, Partial<Record<Kind, SourceFile>>>();
  const problems: ImportRow[] = [];
  for (const [at, file] of files.entries()) {
    const place = places[at];
    if (place === null || place === undefined) {
      problems.push(problem('file', `${file.name}: the name says neither transcript nor note`));
      continue;
    }
    const key = keyOf(place);
    const pair = pairs.get(key) ?? {};
    if (pair[place.kind] === undefined) pair[place.kind] = file;
    else problems.push(problem('file', `${file.name}: there is another ${place.kind} called "${key}"`));
    pairs.set(key, pair);
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

interface Place {
  /** What a transcript and its note have in common. */
  readonly stem: string;
  /** The folder that both lie in, each perhaps in one of its own below it. */
  readonly folder: string;
  readonly kind: Kind;
}

/** A name stands for itself wherever its two files lie; where several visits have it, their folders tell them apart. */
function pairKeys(places: readonly Place[]): (place: Place) => string {
  const taken = new Map<string, Set<string>>();
  const twice = new Set<string>();
  for (const { stem, folder, kind } of places) {
    const folders = taken.get(`${kind} ${stem}`) ?? new Set<string>();
    taken.set(`${kind} ${stem}`, folders.add(folder));
    if (folders.size > 1) twice.add(stem);
  }
  return ({ stem, folder }) => (twice.has(stem) && folder !== '' ? `${folder}/${stem}` : stem);
}

/** "visits/anna.transcript.txt", "visits/anna_note.docx", "anna/note.txt" or "notes/anna.txt". */
function placeOf(path: string): Place | null {
  const parts = path.split(/[\\/]/);
  const base = parts.pop() ?? '';
  const inside = parts.at(-1) ?? '';
  const named = new RegExp(`^(?:(.*)[._ -])?(${KIND})s?\\.[a-z]+$`, 'i').exec(base);
  const kind = named === null ? undefined : KIND_WORDS[(named[2] ?? '').toLowerCase()];
  if (kind !== undefined) {
    if (named?.[1] !== undefined) return { stem: named[1], folder: withoutKindFolder(parts).join('/'), kind };
    return inside === '' ? null : { stem: inside, folder: parts.slice(0, -1).join('/'), kind };
  }
  const folderKind = kindOfFolder(inside);
  return folderKind === undefined
    ? null
    : { stem: stemOf(path).stem, folder: withoutKindFolder(parts).join('/'), kind: folderKind };
}

function kindOfFolder(folder: string): Kind | undefined {
  const word = new RegExp(`^(${KIND})s?$`, 'i').exec(folder)?.[1];
  return word === undefined ? undefined : KIND_WORDS[word.toLowerCase()];
}

function withoutKindFolder(parts: readonly string[]): readonly string[] {
  return kindOfFolder(parts.at(-1) ?? '') === undefined ? parts : parts.slice(0, -1);
}

function stemOf(path: string): { stem: string; folder: string } {
  const parts = path.split(/[\\/]/);
  const base = parts.pop() ?? path;
  return { stem: base.replace(/\.[A-Za-z]+$/, '') || base, folder: parts.join('/') };
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
