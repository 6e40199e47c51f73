/**
 * Strict UTF-8, piece by piece. Browsers, workers and Node all have TextDecoder, but core's type library
 * (ES2023, no DOM) does not know it; the few lines of it that are used are declared here, in the one commented cast,
 * instead of in an ambient file that would clash with the DOM and Node types of the layers above.
 */
import { AppError } from '../errors.ts';

interface StrictDecoder {
  decode(bytes: Uint8Array): string;
}
interface HostWithDecoder {
  readonly TextDecoder: new (label: 'utf-8', options: { fatal: true; ignoreBOM: true }) => StrictDecoder;
}
const host = globalThis as unknown as HostWithDecoder;

const LINE_FEED = 10;

export interface Utf8Reader {
  /** Text of all whole characters so far; throws input/not-utf8 naming byte and line. */
  push(bytes: Uint8Array): string;
  /** Throws when the last character is cut off. */
  finish(): void;
}

export function createUtf8Reader(file: string): Utf8Reader {
  // The mark of the first piece is dropped by hand: `ignoreBOM: false` would drop one at every piece.
  const decoder = new host.TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let carry = new Uint8Array(0);
  let offset = 0;
  let line = 1;
  let atStart = true;

  const fail = (bytes: Uint8Array, bad: number): never => {
    for (let i = 0; i < bad; i += 1) if (bytes[i] === LINE_FEED) line += 1;
    const byte = offset + bad;
    const utf16 = byte === 0 && (bytes[0] === 0xff || bytes[0] === 0xfe);
    throw new AppError(
      'input/not-utf8',
      `${file} is not UTF-8 text: byte ${byte}, line ${line}${utf16 ? ' (it looks like UTF-16)' : ''}`,
      { file, byte, line, ...(utf16 ? { encoding: 'UTF-16' } : {}) },
    );
  };

  return {
    push(piece) {
      const bytes = carry.length === 0 ? piece : concat(carry, piece);
      const whole = bytes.subarray(0, bytes.length - incompleteTail(bytes));
      let text: string;
      try {
        text = decoder.decode(whole);
      } catch {
        return fail(bytes, firstInvalidByte(whole));
      }
      carry = bytes.slice(whole.length);
      offset += whole.length;
      for (const byte of whole) if (byte === LINE_FEED) line += 1;
      if (atStart && text.length > 0) {
        atStart = false;
        if (text.charCodeAt(0) === 0xfeff) return text.slice(1);
      }
      return text;
    },
    finish() {
      if (carry.length > 0) fail(carry, 0);
    },
  };
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** How many bytes at the end begin a character whose rest is still to come. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

/** Offset of the first byte that cannot stand where it does (Unicode 15, table 3-7). */
function firstInvalidByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    const length = sequenceLength(lead);
    if (length === 0) return i;
    for (let k = 1; k < length; k += 1) {
      const next = bytes[i + k] ?? 0;
      const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (next < low || next > high) return i;
    }
    i += length;
  }
  return bytes.length;
}
