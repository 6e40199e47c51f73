/** Everything that is stored, as one archive: packs, vocabularies, runs with records, scores, evidence and annotations. */
import { Zip, ZipDeflate } from 'fflate';
import { createSha256 } from '../../core/digest.ts';
import { AppError } from '../../core/errors.ts';
import type { ResultStore } from '../contract.ts';
import type { KeyDerivation } from '../vault/derive-key.ts';
import {
  BACKUP_VERSION,
  MANIFEST_PATH,
  WITHOUT_VOCABULARIES,
  type Manifest,
  type ManifestFile,
} from './manifest.ts';
import { listVocabularies } from '../kept-vocabularies.ts';
import { packMembers, runMembers, vocabularyMembers, type Member } from './members.ts';
import { createSealer, type Sealer } from './sealed-file.ts';
import { TRAILER_BYTES, trailer } from './trailer.ts';
import { createTurns, type WorkControl } from './work-control.ts';

export interface BackupOptions {
  readonly createdAt: string;
  readonly app: Manifest['app'];
  /** Null: the archive can be read by whoever has the file. */
  readonly passphrase: string | null;
  /** Only for tests: the recommended cost takes a second. */
  readonly derivation?: KeyDerivation;
}

/** A zip without its 64-bit form ends here. */
const MAX_BYTES = 0xffff_ffff;
const MAX_FILES = 0xffff;
/** Text is gathered up to this before it is compressed. */
const PIECE_CHARS = 128 * 1024;
/** Pieces in memory before they are handed to the browser as one. */
const FOLD_BYTES = 16 * 1024 * 1024;

export async function writeBackup(
  store: ResultStore,
  options: BackupOptions,
  control: WorkControl,
): Promise<Blob> {
  const turn = createTurns(control.signal);
  const output = await createOutput(options);
  const files: ManifestFile[] = [];
  const zip = new Zip((error, bytes, final) => {
    if (error !== null) throw error;
    output.take(bytes, final);
  });

  async function add(path: string, lines: AsyncIterable<unknown>, onLine: () => void): Promise<void> {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = options.createdAt;
    zip.add(file);
    const hash = createSha256();
    let bytes = 0;
    let text = '';
    const push = (last: boolean) => {
      const piece = new TextEncoder().encode(text);
      text = '';
      hash.update(piece);
      bytes += piece.length;
      file.push(piece, last);
    };
    for await (const line of lines) {
      text += `${JSON.stringify(line)}\n`;
      onLine();
      if (text.length >= PIECE_CHARS) push(false);
      await output.settle();
      await turn();
    }
    push(true);
    await output.settle();
    if (path !== MANIFEST_PATH) files.push({ path, bytes, sha256: hash.digestHex() });
    if (files.length >= MAX_FILES || output.bytes() > MAX_BYTES) {
      throw new AppError('input/too-large', 'there is more than one archive can hold', {
        maxBytes: MAX_BYTES,
      });
    }
  }

  const usage = await store.usage();
  const [runs, packs] = [await store.listRuns(), await store.listPacks()];
  const rows = usage.records + packs.reduce((sum, pack) => sum + pack.samples, 0);
  let done = 0;
  const onLine = () => {
    done += 1;
    control.onProgress(Math.min(0.99, done / Math.max(1, rows)));
  };
  const addAll = async (folder: string, members: readonly Member[]) => {
    const [main] = members;
    for (const member of members) {
      await add(`${folder}/${member.name}`, member.lines(), member === main ? onLine : () => undefined);
    }
  };
  for (const [at, pack] of packs.entries()) {
    await addAll(`packs/${numbered(at)}`, packMembers(store, pack));
  }
  const vocabularies = await listVocabularies(store);
  for (const [at, item] of vocabularies.entries()) {
    await addAll(`vocabularies/${numbered(at)}`, await vocabularyMembers(store, item));
  }
  for (const [at, run] of runs.entries()) {
    await addAll(`runs/${numbered(at)}`, await runMembers(store, run));
  }
  const manifest: Manifest = {
    format: 'bedside-backup',
    version: vocabularies.length > 0 ? BACKUP_VERSION : WITHOUT_VOCABULARIES,
    createdAt: options.createdAt,
    app: options.app,
    runs: runs.length,
    packs: packs.length,
    ...(vocabularies.length > 0 ? { vocabularies: vocabularies.length } : {}),
    files,
  };
  await add(MANIFEST_PATH, one(manifest), () => undefined);
  zip.end();
  const blob = await output.finish();
  control.onProgress(1);
  return blob;
}

interface Output {
  take(bytes: Uint8Array, final: boolean): void;
  /** Encrypts what was taken and folds it away. */
  settle(): Promise<void>;
  bytes(): number;
  finish(): Promise<Blob>;
}

async function createOutput(options: BackupOptions): Promise<Output> {
  const hash = createSha256();
  const folded: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  let total = 0;
  let sealer: Sealer | null = null;
  const keep = (bytes: Uint8Array<ArrayBuffer>) => {
    parts.push(bytes);
    held += bytes.length;
    if (held < FOLD_BYTES) return;
    folded.push(new Blob(parts));
    parts = [];
    held = 0;
  };
  if (options.passphrase !== null) {
    const made = await createSealer(options.passphrase, options.derivation);
    sealer = made.sealer;
    keep(made.header);
  }
  const settle = async () => {
    const taken = waiting;
    waiting = [];
    for (const bytes of taken) {
      if (sealer === null) keep(bytes);
      else for (const sealed of await sealer.push(bytes)) keep(sealed);
    }
  };
  return {
    take: (bytes, final) => {
      const own = new Uint8Array(bytes);
      // The last piece ends with the archive's end record, whose last field is the length of its comment.
      if (final) new DataView(own.buffer).setUint16(own.length - 2, TRAILER_BYTES, true);
      hash.update(own);
      total += own.length;
      waiting.push(own);
      if (final) waiting.push(trailer(hash.digestHex()));
    },
    settle,
    bytes: () => total,
    finish: async () => {
      await settle();
      if (sealer !== null) for (const sealed of await sealer.finish()) keep(sealed);
      return new Blob([...folded, ...parts], { type: 'application/octet-stream' });
    },
  };
}

function numbered(at: number): string {
  return String(at + 1).padStart(4, '0');
}

async function* one(value: unknown): AsyncIterable<unknown> {
  yield value;
}
