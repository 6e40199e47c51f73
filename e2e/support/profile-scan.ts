/**
 * Looks for words in every file of a browser profile, as somebody would who has copied it: as UTF-8 and as UTF-16LE,
 * in the bytes of each file as they lie, and again inside what LevelDB wraps: the records of its logs without the
 * headers between them, and the blocks of its tables unpacked. The words are random letters and digits, which also
 * survive as literals where a value as a whole was compressed (Snappy copies only what has come before).
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { snappyUncompress } from 'hyparquet';

export interface Finding {
  readonly word: string;
  readonly file: string;
  readonly as: string;
}

export interface Scan {
  readonly files: number;
  readonly bytes: number;
  /** Blocks of LevelDB tables that were unpacked. */
  readonly blocks: number;
  readonly findings: readonly Finding[];
}

export function scanProfile(folder: string, words: readonly string[]): Scan {
  const needles = words.flatMap((word) => [
    { word, as: 'UTF-8', bytes: Buffer.from(word, 'utf8') },
    { word, as: 'UTF-16LE', bytes: Buffer.from(word, 'utf16le') },
  ]);
  const findings = new Map<string, Finding>();
  const search = (bytes: Buffer, file: string, how: string) => {
    for (const needle of needles) {
      if (!bytes.includes(needle.bytes)) continue;
      const finding = { word: needle.word, file, as: `${needle.as}, ${how}` };
      findings.set(`${finding.word} ${file}`, finding);
    }
  };
  let bytes = 0;
  let blocks = 0;
  const files = filesUnder(folder);
  for (const path of files) {
    const content = readFileSync(path);
    const file = relative(folder, path);
    bytes += content.length;
    search(content, file, 'as it lies');
    if (/\.(ldb|sst)$/u.test(path)) {
      for (const block of tableBlocks(content)) {
        blocks += 1;
        search(block, file, 'block of a table');
      }
    }
    if (/(\d{6}\.log|MANIFEST-\d+)$/u.test(path)) search(logRecords(content), file, 'records of a log');
  }
  return { files: files.length, bytes, blocks, findings: [...findings.values()] };
}

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size > 0);
}

const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;

/** leveldb doc/log_format.md: blocks of 32 KiB; each piece has crc32 (4), length (2), type (1) before it. */
function logRecords(log: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let block = 0; block < log.length; block += LOG_BLOCK) {
    const end = Math.min(block + LOG_BLOCK, log.length);
    let at = block;
    while (at + LOG_HEADER <= end) {
      const length = log.readUInt16LE(at + 4);
      if (length === 0 && log.readUInt8(at + 6) === 0) break;
      pieces.push(log.subarray(at + LOG_HEADER, Math.min(at + LOG_HEADER + length, end)));
      at += LOG_HEADER + length;
    }
  }
  return Buffer.concat(pieces);
}

const TABLE_MAGIC = 0xdb4775248b80fb57n;
const FOOTER = 48;

/** leveldb doc/table_format.md: the footer names the index block, whose values name the data blocks. */
function tableBlocks(table: Buffer): readonly Buffer[] {
  if (table.length < FOOTER || table.readBigUInt64LE(table.length - 8) !== TABLE_MAGIC) return [];
  const footer = table.subarray(table.length - FOOTER);
  const skipped = readHandle(footer, 0);
  const index = unpacked(table, readHandle(footer, skipped.next));
  const restarts = index.readUInt32LE(index.length - 4);
  const blocks: Buffer[] = [];
  for (let at = 0; at < index.length - 4 - restarts * 4;) {
    const shared = readVarint(index, at);
    const unshared = readVarint(index, shared.next);
    const length = readVarint(index, unshared.next);
    const value = length.next + unshared.value;
    blocks.push(unpacked(table, readHandle(index, value)));
    at = value + length.value;
  }
  return blocks;
}

interface Handle {
  readonly offset: number;
  readonly size: number;
  readonly next: number;
}

function readHandle(bytes: Buffer, at: number): Handle {
  const offset = readVarint(bytes, at);
  const size = readVarint(bytes, offset.next);
  return { offset: offset.value, size: size.value, next: size.next };
}

function readVarint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let factor = 1;
  for (let next = at; ; next += 1) {
    const byte = bytes.readUInt8(next);
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, next: next + 1 };
    factor *= 0x80;
  }
}

/** One byte after a block says whether it is Snappy (1) or as it is (0). */
function unpacked(table: Buffer, { offset, size }: Handle): Buffer {
  const block = table.subarray(offset, offset + size);
  if (table.readUInt8(offset + size) !== 1) return block;
  const output = new Uint8Array(readVarint(block, 0).value);
  snappyUncompress(block, output);
  return Buffer.from(output);
}
