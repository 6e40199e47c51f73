import { FAILED, isRefusal, readReply, type Extractor, type Reading } from './extractor.ts';
import { unwrapped } from './unwrapped.ts';

const BULLET = /^[ \t]*(?:[-*•–·‣▪]|\(?\d{1,3}[.)、]|\(?[a-z][.)])[ \t]*(?=\S)(.*)$/u;
const NONE =
  /^(?:none|nothing|no (?:findings|diagnoses|medications|items|answers?)|n\/a|\[\]|无|ninguno|ninguna|nenhum|nenhuma|aucun|aucune|keine?|không có|ไม่มี|لا يوجد)[.。!]?$/iu;
const MAX_ITEMS = 500;

/** Items in their order, each once, without the remark behind a dash or colon. */
function items(texts: readonly string[]): string[] {
  const plain = texts.map((text) => unwrapped(text)).filter((text) => text !== '');
  return [...new Set(plain)].slice(0, MAX_ITEMS);
}

function jsonItems(text: string): readonly string[] | null {
  const array = /\[[^[\]]*\]/u.exec(text)?.[0];
  if (array === undefined) return null;
  const quoted = array.replace(/'([^'"\n]*)'(?=\s*[,\]])/gu, '"$1"').replace(/,\s*\]$/u, ']');
  try {
    const value: unknown = JSON.parse(quoted);
    if (!Array.isArray(value)) return null;
    const list = value as unknown[];
    return list.every((item) => typeof item === 'string' || typeof item === 'number')
      ? items(list.map(String))
      : null;
  } catch {
    return null;
  }
}

/** Blocks of lines that begin with a bullet or a number; blank lines inside a block do not end it. */
function blocks(text: string): string[][] {
  const found: string[][] = [];
  let open: string[] | null = null;
  for (const line of text.split('\n')) {
    const item = BULLET.exec(line)?.[1];
    if (item !== undefined) {
      if (open === null) found.push((open = []));
      open.push(withoutRemark(item));
    } else if (line.trim() !== '' && !/^\s{2,}\S/u.test(line)) open = null;
  }
  return found.map(items).filter((block) => block.length > 0);
}

/** "**Asthma**: wheeze at night" names asthma. */
function withoutRemark(item: string): string {
  return item
    .replace(/^(\*\*[^*\n]+\*\*)\s*[:—–-].*$/u, '$1')
    .replace(/^([^:]{2,60}?)\s*(?::\s|\s[—–-]\s).*$/u, '$1')
    .replace(/:\**$/u, '');
}

const SEPARATORS =
  /\s*[,;，；、،]\s*(?:(?:and|or|y|e|et|und|và|و|และ|和)\s+)?|\s+(?:and|y|e|et|und|và|และ)\s+|\s*和\s*|\n+/u;
const ANNOUNCED =
  /\b(?:answers?|diagnos[ei]s|list|codes?|labels?|findings|medications|causes)(?:\s(?:is|are|include))?\s{0,3}[:=]\s{0,3}([^\n]{1,2000})/iu;

function inLine(text: string): string[] {
  return items(text.replace(/[.。]\s*$/u, '').split(SEPARATORS));
}

function flexible(text: string): Reading {
  const announced = ANNOUNCED.exec(text)?.[1]?.trim();
  if (NONE.test(announced ?? text.trim())) return { kind: 'read', values: [] };
  const array = jsonItems(text);
  if (array !== null) return { kind: 'read', values: array };
  const listed = blocks(text);
  if (listed.length > 1) return { kind: 'unscored', reason: 'ambiguous-answer' };
  const [only] = listed;
  if (only !== undefined) return { kind: 'read', values: only };
  if (announced !== undefined) return { kind: 'read', values: inLine(announced) };
  if (isRefusal(text)) return FAILED;
  // A sentence is no list: without an announcement every item must be short.
  const values = inLine(text);
  const short = values.length > 0 && values.every((item) => item.split(' ').length <= 5);
  return short && text.length <= 600 && !/[.!?]\s/u.test(text.trim()) ? { kind: 'read', values } : FAILED;
}

/** One item a line, or separated by commas: nothing else in the reply. */
function strict(text: string): readonly string[] | null {
  const array = text.startsWith('[') && text.endsWith(']') ? jsonItems(text) : null;
  if (array !== null) return array;
  const lines = text.split('\n');
  const bare = lines.every(
    (line) => !BULLET.test(line) && !/[.!?:*`"]|\b(?:and|or)\b/u.test(line) && line.trim() !== '',
  );
  const values = bare ? items(lines.length > 1 ? lines : text.split(/,\s*/u)) : [];
  return values.length > 1 && values.every((item) => item.split(' ').length <= 5) ? values : null;
}

export const list: Extractor = {
  id: 'list',
  title: 'List',
  description:
    'Strict: a JSON array, or nothing but items on lines or between commas. Flexible: bullets, numbers, an announced line; two lists are ambiguous. Read: the items in their order, each once.',
  extract: (reply) => readReply(reply, { strict, flexible }),
};
