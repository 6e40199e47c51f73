import { FAILED, oneOf, readReply, type Extractor, type Reading } from './extractor.ts';
import { unwrapped } from './unwrapped.ts';

const KEYS: ReadonlySet<string> = new Set([
  'answer',
  'final_answer',
  'finalanswer',
  'choice',
  'label',
  'result',
]);

/** The answer of a parsed object; undefined where it has none, null where it is nothing that can be compared. */
function answerOf(parsed: unknown): readonly string[] | null | undefined {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const entries = Object.entries(parsed).filter(([key]) =>
    KEYS.has(key.toLowerCase().replace(/[\s-]/gu, '_')),
  );
  const [entry] = entries;
  if (entry === undefined) return undefined;
  const value: unknown = entry[1];
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  const plain = list.every(
    (item) => typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean',
  );
  if (!plain) return null;
  const texts = list.map((item) => unwrapped(String(item)));
  return texts.some((text) => text === '') ? null : texts;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** No object with an answer is longer; it bounds the search in a text made of braces. */
const MAX_OBJECT_CHARS = 20_000;
const MAX_OBJECTS = 50;

/** Top-level objects in a text; braces inside strings do not count. */
function objectsIn(text: string): string[] {
  const found: string[] = [];
  let at = text.indexOf('{');
  while (at >= 0 && found.length < MAX_OBJECTS) {
    const end = objectEnd(text, at);
    if (end === null) break;
    found.push(text.slice(at, end));
    at = text.indexOf('{', end);
  }
  return found;
}

function objectEnd(text: string, start: number): number | null {
  let depth = 0;
  let quoted = false;
  const limit = Math.min(text.length, start + MAX_OBJECT_CHARS);
  for (let at = start; at < limit; at += 1) {
    const mark = text[at];
    if (quoted && mark === '\\') at += 1;
    else if (mark === '"') quoted = !quoted;
    else if (!quoted && mark === '{') depth += 1;
    else if (!quoted && mark === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

/** What models write for JSON: single quotes, a comma too many, Python's names, bare keys. */
function repaired(text: string): string {
  return text
    .replace(/,\s*(?=[}\]])/gu, '')
    .replace(/\bTrue\b/gu, 'true')
    .replace(/\bFalse\b/gu, 'false')
    .replace(/\bNone\b/gu, 'null')
    .replace(/([{,]\s*)([A-Za-z_]\w*)\s*:/gu, '$1"$2":')
    .replace(/(?<=[{[,:]\s*)'((?:[^'\\\n]|\\.)*)'(?=\s*[}\],:])/gu, (_, inner: string) =>
      JSON.stringify(inner),
    );
}

/** `"answer": "B"` where no whole object can be read: cut off, or with line breaks inside strings. */
const FIELD =
  /["'“](?:final[_ ]?)?answer["'”]\s*:\s*(?:"([^"\n]{1,400})"|'([^'\n]{1,400})'|(-?\d+(?:\.\d+)?)(?=\s*[,}\n])|(true|false)\b)/giu;

function flexible(text: string): Reading {
  const answers = objectsIn(text).map(
    (object) => answerOf(parsed(object)) ?? answerOf(parsed(repaired(object))),
  );
  const read = answers.filter((answer) => answer !== undefined && answer !== null);
  if (read.length > 0) {
    const [first] = read;
    return first !== undefined && read.every((answer) => answer.join('\n') === first.join('\n'))
      ? { kind: 'read', values: first }
      : { kind: 'unscored', reason: 'ambiguous-answer' };
  }
  if (answers.includes(null)) return FAILED;
  return oneOf(
    [...text.matchAll(FIELD)].map((match) =>
      unwrapped(match.slice(1).find((group) => group !== undefined) ?? ''),
    ),
  );
}

export const json: Extractor = {
  id: 'json',
  title: 'JSON field “answer”',
  description:
    'Strict: the reply is one JSON object with "answer". Flexible: in a code block or in prose, repaired where only punctuation is wrong. Read: the value as text.',
  extract: (reply) => readReply(reply, { strict: (text) => answerOf(parsed(text)) ?? null, flexible }),
};
