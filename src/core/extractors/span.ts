import { FAILED, oneOf, readReply, type Extractor, type Reading } from './extractor.ts';
import { unwrapped } from './unwrapped.ts';

const QUOTED =
  /"([^"\n]{2,1000})"|“([^”\n]{2,1000})”|«\s?([^»\n]{2,1000}?)\s?»|„([^“”\n]{2,1000})[“”]|「([^」\n]{2,1000})」|^>\s?([^\n]{2,1000})$/gmu;
const ANNOUNCED =
  /\b(?:answer|span|quote|passage|sentence|text)(?:\s(?:is|reads))?\s{0,3}[:=]\s{0,3}([^\n]{2,1000})/giu;

/** White space of any kind and length counts as one blank, and case does not count; places are kept. */
function folded(text: string): { readonly text: string; readonly at: readonly number[] } {
  let plain = '';
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const mark = text[index] ?? '';
    const blank = /\s/u.test(mark);
    if (blank && (plain === '' || plain.endsWith(' '))) continue;
    const lower = blank ? ' ' : /[‘’]/u.test(mark) ? "'" : mark.toLowerCase();
    plain += lower.length === 1 ? lower : mark;
    at.push(index);
  }
  return { text: plain, at };
}

/** The source's own words for a quotation of it; null when they do not stand there. */
function inSource(quoted: string, source: ReturnType<typeof folded>, original: string): string | null {
  const wanted = folded(quoted.trim()).text.trim();
  if (wanted.length < 2) return null;
  const found = source.text.indexOf(wanted);
  const start = source.at[found];
  const end = source.at[found + wanted.length - 1];
  return found < 0 || start === undefined || end === undefined ? null : original.slice(start, end + 1);
}

function flexible(text: string, original: string): Reading {
  const source = folded(original);
  const candidates = (texts: readonly string[]): string[] =>
    texts.map((candidate) => inSource(candidate, source, original)).filter((span) => span !== null);
  const quotes = [...text.matchAll(QUOTED)].map(
    (match) => match.slice(1).find((group) => group !== undefined) ?? '',
  );
  const announced = [...text.matchAll(ANNOUNCED)].map((match) => unwrapped(match[1] ?? ''));
  const found = candidates(quotes);
  if (found.length > 0) return oneOf(found);
  const said = candidates(announced);
  if (said.length > 0) return oneOf(said);
  const whole = candidates([text]);
  const bare = whole.length > 0 ? whole : candidates([unwrapped(text)]);
  return bare.length > 0 ? oneOf(bare) : FAILED;
}

export const span: Extractor = {
  id: 'span',
  title: 'Span of the text',
  description:
    'Strict: nothing but words of the text, as they stand there. Flexible: quoted or announced, case and white space aside; words that do not stand in the text are no span. Read: the words of the text.',
  extract: (reply, { source = '' }) =>
    readReply(reply, {
      strict: (text) => (text.length >= 2 && source.includes(text) ? [text] : null),
      flexible: (text) => flexible(text, source),
    }),
};
