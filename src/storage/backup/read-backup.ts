/**
 * A backup, checked whole before anything of it is used: every byte against the hash at its end, every file against the
 * manifest, every line against its schema. What fails is said with the file and, where there is one, the line.
 */
import type { SourceFile } from '../../core/contracts.ts';
import { createSha256 } from '../../core/digest.ts';
import { AppError } from '../../core/errors.ts';
import { parseStrictJson } from '../../core/packs/strict-json.ts';
import { damaged } from './backup-errors.ts';
import { blobSource, type ByteSource } from './byte-source.ts';
import {
  checkManifest,
  MANIFEST_PATH,
  MAX_MANIFEST_BYTES,
  type Manifest,
  type ManifestFile,
} from './manifest.ts';
import { PACK_MEMBERS, RUN_MEMBERS, VOCABULARY_MEMBERS, type MemberName } from './members.ts';
import { readPackGroup, type PackContent, type TakeSamples } from './read-pack-group.ts';
import { readRunGroup, type RunContent } from './read-group.ts';
import { readVocabularyGroup, type VocabularyContent } from './read-vocabulary-group.ts';
import { isSealed, openSealed } from './sealed-file.ts';
import { readTrailer, TRAILER_BYTES } from './trailer.ts';
import { createTurns, type WorkControl } from './work-control.ts';
import { zipContent } from './zip-content.ts';
import { readZipEntries, type ZipEntry } from './zip-entries.ts';

/** What one item of a backup is called and how much it holds; its content is read again when it is restored. */
export type BackupItem =
  | {
      readonly kind: 'run';
      readonly folder: string;
      readonly id: string;
      readonly title: string;
      readonly createdAt: string;
      readonly records: number;
      readonly digest: string;
    }
  | {
      readonly kind: 'pack';
      readonly folder: string;
      readonly id: string;
      readonly title: string;
      readonly version: string;
      readonly samples: number;
      readonly sha256: string;
    }
  | {
      readonly kind: 'vocabulary';
      readonly folder: string;
      /** The SHA-256 of its terms. */
      readonly id: string;
      readonly title: string;
      readonly terms: number;
    };

export interface CheckedBackup {
  readonly manifest: Manifest;
  readonly items: readonly BackupItem[];
  readRun(folder: string): Promise<RunContent>;
  /** Its samples are handed over in parts, in pack order. */
  readPack(folder: string, take: TakeSamples): Promise<PackContent>;
  readVocabulary(folder: string): Promise<VocabularyContent>;
}

export function needsPassphrase(file: Blob): Promise<boolean> {
  return isSealed(blobSource(file));
}

/** Throws unless all of it is as it was written; touches nothing but the file. */
export async function checkBackup(
  file: Blob,
  passphrase: string | null,
  control: WorkControl,
): Promise<CheckedBackup> {
  const raw = blobSource(file);
  const source = passphrase === null ? raw : await openSealed(raw, passphrase);
  const whole = await wholeIsIntact(source, control);
  const archive = await openArchive(source);
  const { manifest } = archive;
  const total = manifest.files.reduce((sum, each) => sum + each.bytes, 1);
  let read = 0;
  const turn = createTurns(control.signal);
  const open = (folder: string) => ({
    file: (name: MemberName) =>
      archive.file(`${folder}/${name}`, async (bytes) => {
        read += bytes;
        control.onProgress(Math.min(0.99, 0.3 + (0.7 * read) / total));
        await turn();
      }),
  });
  const items: BackupItem[] = [];
  for (const folder of archive.folders) {
    if (folder.startsWith('packs/')) {
      const { header, samples, sha256 } = await readPackGroup(open(folder), folder, async () => undefined);
      const { id, title, version } = header;
      items.push({ kind: 'pack', folder, id, title, version, samples, sha256 });
    } else if (folder.startsWith('vocabularies/')) {
      const { item } = await readVocabularyGroup(open(folder), folder);
      items.push({ kind: 'vocabulary', folder, id: item.id, title: item.name, terms: item.terms });
    } else {
      const { run, records, digest } = await readRunGroup(open(folder), folder);
      const { id, createdAt, pack, model } = run.header;
      const title = `${pack.title}, ${model.title}`;
      items.push({ kind: 'run', folder, id, title, createdAt, records: records.length, digest });
    }
  }
  checkCounts(manifest, items);
  if (!whole) throw damaged('archive', 'bytes outside its files were changed');
  control.onProgress(1);
  return {
    manifest,
    items,
    readRun: (folder) => readRunGroup(open(folder), folder),
    readPack: (folder, take) => readPackGroup(open(folder), folder, take),
    readVocabulary: (folder) => readVocabularyGroup(open(folder), folder),
  };
}

/** False is not thrown yet: reading on finds out which file it is. */
async function wholeIsIntact(source: ByteSource, control: WorkControl): Promise<boolean> {
  const expected = await readTrailer(source);
  const hash = createSha256();
  const turn = createTurns(control.signal);
  const end = source.size - TRAILER_BYTES;
  const step = 1024 * 1024;
  for (let at = 0; at < end; at += step) {
    hash.update(await source.read(at, Math.min(end, at + step)));
    control.onProgress((0.3 * at) / end);
    await turn();
  }
  return hash.digestHex() === expected;
}

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  runs: RUN_MEMBERS,
  packs: PACK_MEMBERS,
  vocabularies: VOCABULARY_MEMBERS,
};

interface Archive {
  readonly manifest: Manifest;
  /** `runs/0001`, in the order of the archive. */
  readonly folders: readonly string[];
  file(path: string, onBytes: (bytes: number) => Promise<void>): SourceFile | null;
}

async function openArchive(source: ByteSource): Promise<Archive> {
  const entries = await readZipEntries(source, TRAILER_BYTES);
  const manifestEntry = entries.find(({ path }) => path === MANIFEST_PATH);
  if (manifestEntry === undefined) throw damaged('archive', 'it has no manifest');
  if (manifestEntry.bytes > MAX_MANIFEST_BYTES) throw damaged(MANIFEST_PATH, 'it is too large');
  const text = await textOf(source, manifestEntry);
  const manifest = checkManifest(parseStrictJson(text, { file: MANIFEST_PATH }));
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const announced = new Map<string, ManifestFile>();
  for (const file of manifest.files) {
    if (announced.has(file.path)) throw damaged(MANIFEST_PATH, `it names ${file.path} twice`);
    announced.set(file.path, file);
    const entry = byPath.get(file.path);
    if (entry === undefined) throw damaged(file.path, 'it is missing from the archive');
    if (entry.bytes !== file.bytes) throw damaged(file.path, 'its length is not that of the manifest');
  }
  const folders = new Set<string>();
  for (const { path } of entries) {
    if (path === MANIFEST_PATH) continue;
    if (!announced.has(path)) throw damaged(path, 'the manifest does not name it');
    const [, folder, kind, name] =
      /^((runs|packs|vocabularies)\/\d{4,5})\/([a-z]+\.jsonl?)$/.exec(path) ?? [];
    const members: readonly string[] = MEMBERS[kind ?? ''] ?? [];
    if (folder === undefined || name === undefined || !members.includes(name)) {
      throw damaged(path, 'a backup has no such file');
    }
    if (manifest.version < (name === 'annotations.jsonl' ? 2 : kind === 'vocabularies' ? 3 : 1))
      throw damaged(path, 'this form of backup has none');
    folders.add(folder);
  }
  return {
    manifest,
    folders: [...folders],
    file: (path, onBytes) => {
      const [entry, expected] = [byPath.get(path), announced.get(path)];
      return entry === undefined || expected === undefined
        ? null
        : memberFile(source, entry, expected, onBytes);
    },
  };
}

/** A file of the archive as core reads files: the hash is checked when its end is reached. */
function memberFile(
  source: ByteSource,
  entry: ZipEntry,
  expected: ManifestFile,
  onBytes: (bytes: number) => Promise<void>,
): SourceFile {
  return {
    name: entry.path,
    bytes: entry.bytes,
    async *stream() {
      const hash = createSha256();
      for await (const bytes of zipContent(source, entry)) {
        hash.update(bytes);
        await onBytes(bytes.length);
        yield bytes;
      }
      if (hash.digestHex() !== expected.sha256)
        throw damaged(entry.path, 'its content is not what was written');
    },
  };
}

async function textOf(source: ByteSource, entry: ZipEntry): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for await (const bytes of zipContent(source, entry)) text += decoder.decode(bytes, { stream: true });
    return text + decoder.decode();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw damaged(entry.path, 'it is not UTF-8 text');
  }
}

function checkCounts(manifest: Manifest, items: readonly BackupItem[]): void {
  const count = (wanted: BackupItem['kind']) => items.filter(({ kind }) => kind === wanted).length;
  if (
    count('run') !== manifest.runs ||
    count('pack') !== manifest.packs ||
    count('vocabulary') !== (manifest.vocabularies ?? 0)
  ) {
    throw damaged(MANIFEST_PATH, 'it announces another number of runs, packs or vocabularies than there are');
  }
  const ids = new Set<string>();
  for (const { kind, id, folder } of items) {
    if (ids.has(`${kind} ${id}`)) throw damaged(folder, `the ${kind} "${id}" is in the backup twice`);
    ids.add(`${kind} ${id}`);
  }
}
