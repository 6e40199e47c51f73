/** Fields of foreign JSON as plain values: what has another type is treated as absent. */
import { isComputable } from '../stats/largest-number.ts';
import type { Message } from '../packs/pack.ts';
import { isReservedKey } from '../packs/strict-json.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && isComputable(value) ? value : null;
}

export function countOf(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && Number.isInteger(number) && number >= 0 ? number : null;
}

/** An id may be a number in other tools. */
export function idOf(value: unknown): string | null {
  const id = typeof value === 'number' ? String(value) : textOf(value);
  // Control characters in an id would break line-based files.
  const clean =
    id
      ?.replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, 200) ?? '';
  return clean === '' ? null : clean;
}

/** Text, or the text parts of a list of content parts. */
export function contentText(value: unknown): string {
  if (typeof value === 'string') return value;
  return listOf(value)
    .map((part) => textOf(fieldsOf(part)['text']) ?? '')
    .filter((text) => text !== '')
    .join('\n');
}

/** Chat messages; tool messages and the like are left out. */
export function messagesOf(value: unknown): readonly Message[] {
  if (typeof value === 'string') return value === '' ? [] : [{ role: 'user', content: value }];
  return listOf(value).flatMap((one): Message[] => {
    const { role, content } = fieldsOf(one);
    return role === 'system' || role === 'user' || role === 'assistant'
      ? [{ role, content: contentText(content) }]
      : [];
  });
}

/** Flat values only: nested ones are not meta data of a sample here. */
export function metaOf(value: unknown): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([key, one]) =>
      key !== '' &&
      key.length <= 100 &&
      !isReservedKey(key) &&
      ((typeof one === 'string' && one.length <= 10_000) ||
        typeof one === 'boolean' ||
        numberOf(one) !== null)
        ? [[key, one as string | number | boolean]]
        : [],
    ),
  );
}

export function isoTimeOf(value: unknown): string | null {
  const text = textOf(value);
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** An item of which nothing is known but what is added. */
export const EMPTY_ITEM = {
  repeat: 0,
  index: null,
  cluster: null,
  output: null,
  finish: null,
  unscored: null,
  error: null,
  createdAt: null,
  messages: [],
  prompt: null,
  targets: [],
  choices: [],
  answer: null,
  meta: {},
  usage: null,
  timings: null,
  scores: {},
} as const;
