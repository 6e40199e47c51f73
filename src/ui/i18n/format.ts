/** Numbers, sizes and times as people read them. No clock in here: "now" comes in. */
import type { MeasureSpec } from '../../core/contracts.ts';

/** One rule everywhere: binary measures in percent, fractions with three decimals, counts per sample. */
export function formatValue(value: number, kind: MeasureSpec['kind']): string {
  switch (kind) {
    case 'binary':
      return `${(value * 100).toFixed(1)} %`;
    case 'fraction':
      return value.toFixed(3);
    case 'count':
      return value.toFixed(2);
    default:
      return kind satisfies never;
  }
}

/** One sample's score: 0/1 as a word, the others as numbers. */
export function formatScore(value: number, kind: MeasureSpec['kind']): string {
  if (kind === 'binary') return value >= 0.5 ? 'yes' : 'no';
  if (kind === 'count') return Number.isInteger(value) ? String(value) : value.toFixed(2);
  return value.toFixed(3);
}

export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  // Half a unit below it is written as the next one: "1.0 MB", not "1000 kB".
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value >= 100 || unit === 0 ? value.toFixed(0) : value.toFixed(1)} ${units[unit] ?? ''}`;
}

/** "about 40 s", "12 min", "1 h 05 min". */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'unknown';
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

export function formatMs(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export function formatSpeed(tokensPerSecond: number): string {
  return `${tokensPerSecond < 10 ? tokensPerSecond.toFixed(1) : Math.round(tokensPerSecond)} tokens/s`;
}

const DATE_TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export function formatDateTime(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : DATE_TIME.format(date);
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

/** A field name of a pack as words: "visitType" becomes "Visit type". */
export function fieldWords(field: string): string {
  const words = field
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** With a true minus sign, so that columns of log-likelihoods line up and read aloud right. */
export function formatSigned(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('-', '\u2212');
}
