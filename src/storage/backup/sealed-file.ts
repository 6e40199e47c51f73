/**
 * A backup behind a passphrase: one header line, then AES-GCM chunks. Each chunk's nonce holds its number and whether it
 * is the last, so chunks cannot be left out, added, reordered or cut off (the STREAM construction of Hoang, Reyhanitabar,
 * Rogaway and Vizár, 2015); the header is authenticated with every chunk.
 */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { parseStrictJson } from '../../core/packs/strict-json.ts';
import { deriveKey, KeyDerivationSchema, newKeyDerivation, type KeyDerivation } from '../vault/derive-key.ts';
import { fromHex, toHex } from '../vault/hex.ts';
import { damaged } from './backup-errors.ts';
import type { ByteSource } from './byte-source.ts';

const FORMAT = 'bedside-backup-encrypted';
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const MAX_HEADER_BYTES = 4096;
/** The counter is 32 bits; the number of the check is the one that no chunk may have. */
const CHECK_NUMBER = 0xffff_ffff;

const HeaderSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(1),
  derivation: KeyDerivationSchema,
  /** The first seven bytes of every nonce, hexadecimal. */
  noncePrefix: v.pipe(v.string(), v.regex(/^[0-9a-f]{14}$/)),
  /** An empty text encrypted with the key: tells a wrong passphrase from a damaged file. */
  check: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
});

export interface Sealer {
  /** Ciphertext of whole chunks so far. */
  push(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>[]>;
  finish(): Promise<Uint8Array<ArrayBuffer>[]>;
}

export async function createSealer(
  passphrase: string,
  derivation: KeyDerivation = newKeyDerivation(),
): Promise<{ readonly header: Uint8Array<ArrayBuffer>; readonly sealer: Sealer }> {
  const key = await deriveKey(passphrase, derivation);
  const noncePrefix = toHex(crypto.getRandomValues(new Uint8Array(7)));
  const unchecked = { format: FORMAT, version: 1, derivation, noncePrefix };
  const check = await seal(key, nonce(noncePrefix, CHECK_NUMBER, true), new Uint8Array(0), encode(unchecked));
  const header = encode({ ...unchecked, check: toHex(check) });
  let held = new Uint8Array(0);
  let number = 0;
  const chunk = async (bytes: Uint8Array<ArrayBuffer>, last: boolean) => {
    const sealed = await seal(key, nonce(noncePrefix, number, last), bytes, header);
    number += 1;
    if (number >= CHECK_NUMBER) throw new AppError('input/too-large', 'the backup is too large to encrypt');
    return sealed;
  };
  return {
    header,
    sealer: {
      push: async (bytes) => {
        const all = join(held, bytes);
        const out: Uint8Array<ArrayBuffer>[] = [];
        let from = 0;
        // The last chunk is never sent from here: what is left may be it.
        for (; all.length - from > CHUNK_BYTES; from += CHUNK_BYTES) {
          out.push(await chunk(all.slice(from, from + CHUNK_BYTES), false));
        }
        held = all.slice(from);
        return out;
      },
      finish: async () => [await chunk(held, true)],
    },
  };
}

export async function isSealed(source: ByteSource): Promise<boolean> {
  const start = new TextDecoder().decode(await source.read(0, Math.min(source.size, 64)));
  return start.startsWith(`{"format":"${FORMAT}"`);
}

/** Throws vault/wrong-passphrase; a chunk that does not fit throws when it is read. */
export async function openSealed(source: ByteSource, passphrase: string): Promise<ByteSource> {
  const { header, bytes } = await readHeader(source);
  const { check, ...unchecked } = header;
  const key = await deriveKey(passphrase, header.derivation);
  const checkNonce = nonce(header.noncePrefix, CHECK_NUMBER, true);
  if ((await open(key, checkNonce, fromHex(check), encode(unchecked))) === null) {
    throw new AppError('vault/wrong-passphrase', 'the passphrase is not the one of this backup');
  }
  const body = source.size - bytes.length;
  const stride = CHUNK_BYTES + TAG_BYTES;
  const chunks = Math.ceil(body / stride);
  const tail = body - (chunks - 1) * stride;
  if (chunks === 0 || tail < TAG_BYTES) throw damaged('encrypted content', 'it is cut off');

  let known: { readonly number: number; readonly text: Uint8Array<ArrayBuffer> } | null = null;
  const chunk = async (number: number): Promise<Uint8Array<ArrayBuffer>> => {
    if (known?.number === number) return known.text;
    const start = bytes.length + number * stride;
    const sealed = await source.read(start, Math.min(start + stride, source.size));
    const text = await open(key, nonce(header.noncePrefix, number, number === chunks - 1), sealed, bytes);
    if (text === null) {
      throw damaged(
        'encrypted content',
        `bytes ${start} to ${start + sealed.length} were changed, moved or cut off`,
      );
    }
    known = { number, text };
    return text;
  };
  return {
    size: body - chunks * TAG_BYTES,
    read: async (start, end) => {
      const parts: Uint8Array[] = [];
      for (let at = start; at < end;) {
        const number = Math.floor(at / CHUNK_BYTES);
        const text = await chunk(number);
        const from = at - number * CHUNK_BYTES;
        const part = text.subarray(from, from + (end - at));
        if (part.length === 0) break;
        parts.push(part);
        at += part.length;
      }
      return join(...parts);
    },
  };
}

async function readHeader(source: ByteSource) {
  const start = await source.read(0, Math.min(source.size, MAX_HEADER_BYTES));
  const end = start.indexOf(10) + 1;
  if (end === 0) throw damaged('encryption header', 'it has no end');
  const bytes = start.slice(0, end);
  const value = parseStrictJson(new TextDecoder().decode(bytes), { file: 'encryption header' });
  const parsed = v.safeParse(HeaderSchema, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw damaged('encryption header', `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  return { header: parsed.output, bytes };
}

function nonce(prefix: string, number: number, last: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12);
  bytes.set(fromHex(prefix));
  new DataView(bytes.buffer).setUint32(7, number);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

async function seal(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes));
}

async function open(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes));
  } catch {
    return null;
  }
}

const encode = (header: object): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${JSON.stringify(header)}\n`);

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
