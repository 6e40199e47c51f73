import { sha256Hex } from '../digest.ts';

/** A style as a Content-Security-Policy names it: 'sha256-<base64>'. */
export function styleHash(style: string): string {
  return `'sha256-${base64OfHex(sha256Hex(style))}'`;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Core has neither btoa nor Buffer. */
function base64OfHex(hex: string): string {
  let out = '';
  for (let at = 0; at < hex.length; at += 6) {
    const part = hex.slice(at, at + 6);
    const bits = Number.parseInt(part.padEnd(6, '0'), 16);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS.charAt((bits >> shift) & 63));
    out += digits
      .slice(0, part.length / 2 + 1)
      .join('')
      .padEnd(4, '=');
  }
  return out;
}
