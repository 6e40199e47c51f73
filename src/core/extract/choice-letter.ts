/**
 * Reads which choice a written reply gives. Two readings stand side by side: strict accepts only the bare id;
 * flexible reads what people and models write. A contradictory reply is never guessed at, and a reply that
 * cannot be read is not a wrong answer: both are reported as such.
 */
import type { Choice } from '../packs/pack.ts';
import { refusedInOtherLanguage, withEnglishAnnouncements } from './announcements.ts';
import { choiceAt, choiceWords, placedWords, statedChoices, type ChoiceWords } from './choice-words.ts';
import { replyEnds } from './reply-ends.ts';
import { answerAfterThinking } from './strip-thinking.ts';

export type ChoiceReading =
  | { readonly kind: 'picked'; readonly id: string }
  | {
      readonly kind: 'unscored';
      readonly reason: 'empty-output' | 'extraction-failed' | 'ambiguous-answer' | 'refused';
    };

export interface ExtractedChoice {
  /** The id when the reply is nothing but the id, as it was asked for. */
  readonly strict: string | null;
  readonly flexible: ChoiceReading;
}

export const REFUSAL =
  /\b(?:(?:can(?:no|')t|can’t|cannot|could not|couldn['’]t|am unable to|am not able to|['’]m unable to|['’]m not able to|won['’]t|will not|refuse to|decline to|must decline)\b[^.\n]{0,40}?\b(?:answer|help|assist|provide|give|choose|select|pick|comply|determine|recommend|offer|advise|do that)|as an? (?:ai|language model)\b|(?:i['’]m|i am) (?:sorry|afraid)[, ]+(?:but )?i (?:can|could|am))/iu;

/** How a claim may be wrapped: markdown, brackets, quotes, "option". */
const OPEN =
  '(?:[\\s*_`"\'“‘(\\[{$]|\\\\(?:text|mathrm|mathbf|textbf)\\{|\\b(?:option|choice|letter|answer)\\b:?)*';
/** What must follow an id, so that "A" in "A beta blocker" and "I" in "I think" are words, not ids. */
const CLOSE =
  '(?=[*_`"\'”’)\\]}$]*(?:$|[\\n\\r]|\\s*[.,;:!?)\\]–—-](?!\\p{L})|\\s+(?:because|since|as|is|are|and|or|for|due|given|which|could|would|may|might|seem|both|-|–|—)(?![\\p{L}\\p{N}])|\\s*[/&]))';

interface Patterns {
  readonly final: readonly RegExp[];
  readonly declared: readonly RegExp[];
  readonly leading: readonly RegExp[];
  readonly marked: readonly RegExp[];
  readonly pair: RegExp;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
}

function patternsFor(choices: readonly Choice[]): Patterns {
  const ids = choices.map(({ id }) => escaped(id)).sort((a, b) => b.length - a.length);
  const id = `(?<![\\p{L}\\p{N}])(${ids.join('|')})(?![\\p{L}\\p{N}])`;
  const is =
    '(?:\\s+(?:is|are|was|would be|should be|must be|will be|becomes|=)\\s*[:：]?|\\s*[:：=]|\\s*(?:→|->|=>))';
  const answer = '(?:answers?|option|choice|response|selection|solution)';
  const best = '(?:correct|best|right|most (?:likely|appropriate)|most suitable|proper)';
  // Long ids ("yes", "maybe") are words: only single letters and digits can be marked by brackets alone.
  const short = ids.filter((text) => text.length === 1);
  const shortId = `(${short.length > 0 ? short.join('|') : '(?!)'})`;
  return {
    final: [
      new RegExp(`["'](?:final_?)?(?:answer|choice|option|letter)["']\\s*:\\s*["']?\\s*\\(?${id}\\)?`, 'giu'),
      new RegExp(`\\\\boxed\\{${OPEN}${id}`, 'giu'),
      new RegExp(`<answer>${OPEN}${id}`, 'giu'),
      new RegExp(`\\bfinal ${answer}(?:[*_]{0,3})${is}(?:[*_]{0,3})${OPEN}${id}${CLOSE}`, 'giu'),
      new RegExp(`^#{4}\\s*${id}`, 'gimu'),
    ],
    declared: [
      new RegExp(
        `\\b(?:${best}\\s+)?${answer}(?:\\s+(?:here|to this(?: question)?|choice))?(?:[*_]{0,3})${is}(?:[*_]{0,3})${OPEN}${id}${CLOSE}`,
        'giu',
      ),
      new RegExp(`${id}[*_)\\]]*\\s+(?:is|would be|seems|must be)\\s+(?:the\\s+)?${best}\\b`, 'gu'),
      new RegExp(
        `\\b(?:i(?:['’]d| would| will|['’]ll)?|we)\\s+(?:say|choose|chose|pick|select|go with|answer|vote for|go for|guess|think it(?:['’]s| is))${OPEN}${id}${CLOSE}`,
        'giu',
      ),
      new RegExp(`\\bit(?:['’]s| is)${OPEN}${id}(?=[*_)\\]]*[.!]?\\s*$)`, 'gimu'),
    ],
    leading: [
      new RegExp(
        `^[ \\t]*(?:[-*•>][ \\t]+)?(?:(?:option|choice|letter)\\s+)?[*_"'\`(\\[{]*${id}[*_"'\`)\\]}]*(?:[ \\t]*[.):,\\n–—-](?!\\p{L}|\\d)|[ \\t]*$|[*_)\\]]+(?=[ \\t]))`,
        'gmu',
      ),
    ],
    marked: [
      new RegExp(
        `\\(${shortId}\\)|\\*\\*\\(?${shortId}[.)]?\\*\\*|["“]${shortId}["”]|\\b(?:[Oo]ption|[Cc]hoice|[Ll]etter)\\s+${shortId}(?![\\p{L}\\p{N}'’])`,
        'gu',
      ),
    ],
    pair: new RegExp(
      `${id}[*)\\]]*\\s*(?:,|and|or|&|\\/|and\\/or)\\s*(?:${'option |choice '})?[*([]*${id}${CLOSE}`,
      'gu',
    ),
  };
}

/** `not`: the claim is denied ("the answer is not B"), or both sides of an "or" are offered. */
interface Claims {
  readonly ids: ReadonlySet<string>;
  readonly contradictory: boolean;
}

function canonicalId(raw: string, choices: readonly Choice[]): string | undefined {
  return (
    choices.find(({ id }) => id === raw)?.id ??
    choices.find(({ id }) => id.toLowerCase() === raw.toLowerCase())?.id
  );
}

/** The choice whose text follows the id directly ("B. Amoxicillin"), to catch an id with another's text. */
function textAfter(text: string, position: number, words: readonly ChoiceWords[]): string | undefined {
  const rest = text.slice(position, position + 400);
  if (!/^[*_`"'”’)\]}\s]*[.):,\-–—]?[*_\s]*\S/u.test(rest) || /^[^\n]{0,6}\n\s*\n/u.test(rest))
    return undefined;
  return choiceAt(placedWords(rest), 0, words)?.choice.id;
}

function collect(
  text: string,
  patterns: readonly RegExp[],
  pair: RegExp,
  choices: readonly Choice[],
  words: readonly ChoiceWords[],
): Claims {
  const ids = new Set<string>();
  let contradictory = false;
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const raw = match.slice(1).find((group) => group !== undefined);
      const id = raw === undefined ? undefined : canonicalId(raw, choices);
      if (id === undefined || raw === undefined) continue;
      const idStart = match.index + match[0].lastIndexOf(raw);
      if (isDenied(text, match.index, idStart)) continue;
      ids.add(id);
      const named = textAfter(text, idStart + raw.length, words);
      if (named !== undefined && named !== id) contradictory = true;
      pair.lastIndex = 0;
      const offered = pair.exec(text.slice(idStart, idStart + 60));
      if (offered?.index === 0 && offered[1] !== offered[2]) contradictory = true;
    }
  }
  return { ids, contradictory };
}

function isDenied(text: string, matchStart: number, idStart: number): boolean {
  const before = text.slice(Math.max(0, matchStart - 24), idStart);
  return /\b(?:not|isn['’]t|never|neither|incorrect|wrong|rule out|eliminate|if)\b[^.\n]*$/iu.test(before);
}

/** "The answer is metformin": the choice's text where an id was expected. */
function declaredTexts(text: string, words: readonly ChoiceWords[]): Claims {
  const ids = new Set<string>();
  const pattern =
    /\b(?:answer|option|choice|diagnosis|response)(?:\s+here)?[*_]{0,3}(?:\s+(?:is|would be|should be|must be)\b|\s*[:：])[\s*_"'“(]*(?:(?:the|an?|most likely|likely|probably)\s+)*/giu;
  for (const match of text.matchAll(pattern)) {
    if (isDenied(text, match.index, match.index)) continue;
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 600);
    const found = choiceAt(placedWords(rest), 0, words);
    if (found !== undefined) ids.add(found.choice.id);
  }
  return { ids, contradictory: false };
}

function readClaims(...claims: readonly Claims[]): ChoiceReading | null {
  const ids = new Set(claims.flatMap((claim) => [...claim.ids]));
  if (ids.size === 0) return null;
  const [id] = ids;
  return ids.size > 1 || id === undefined || claims.some((claim) => claim.contradictory)
    ? { kind: 'unscored', reason: 'ambiguous-answer' }
    : { kind: 'picked', id };
}

/** The reply without the punctuation that may wrap a bare id. */
function bare(text: string): string {
  return text.trim().replace(/^[*_(["'`]+|[*_)\]"'`.:]+$/gu, '');
}

function strictReading(text: string, choices: readonly Choice[]): string | null {
  const id = bare(text);
  return choices.find((choice) => choice.id === id)?.id ?? null;
}

/** "No evidence was found" speaks of evidence; it does not answer "no". */
const NO_OF_SOMETHING =
  /\bno(?=\s+(?!(?:because|since|as|and|but|or|it|there|this|that|the|they|we|i|is|was)\b)\p{L})/giu;

function flexibleReading(text: string, choices: readonly Choice[]): ChoiceReading {
  const words = choiceWords(choices);
  const patterns = patternsFor(choices);
  const { pair } = patterns;
  const whole = placedWords(text);
  const onlyId = canonicalId(bare(text), choices);
  if (onlyId !== undefined) return { kind: 'picked', id: onlyId };
  const exact = choiceAt(whole, 0, words);
  if (exact !== undefined && exact.words.length === whole.length)
    return { kind: 'picked', id: exact.choice.id };
  const declared = collect(text, patterns.declared, pair, choices, words);
  const byDirectness =
    readClaims(collect(text, patterns.final, pair, choices, words)) ??
    readClaims(declared, declaredTexts(text, words)) ??
    readClaims(collect(text, patterns.leading, pair, choices, words));
  if (byDirectness !== null) return byDirectness;
  if (REFUSAL.test(text) || refusedInOtherLanguage(text)) return { kind: 'unscored', reason: 'refused' };
  pair.lastIndex = 0;
  const offered = pair.exec(text);
  if (offered !== null && offered[1] !== offered[2]) return { kind: 'unscored', reason: 'ambiguous-answer' };
  return (
    readClaims({ ids: statedChoices(text.replace(NO_OF_SOMETHING, ' '), words), contradictory: false }) ??
    readClaims(collect(text, patterns.marked, pair, choices, words)) ?? {
      kind: 'unscored',
      reason: 'extraction-failed',
    }
  );
}

export function extractChoice(output: string, choices: readonly Choice[]): ExtractedChoice {
  if (output.trim() === '') return { strict: null, flexible: { kind: 'unscored', reason: 'empty-output' } };
  const part = answerAfterThinking(output);
  if (part.kind === 'unclosed' || part.text.trim() === '') {
    return { strict: null, flexible: { kind: 'unscored', reason: 'extraction-failed' } };
  }
  const { text } = part;
  const read = replyEnds(withEnglishAnnouncements(replyEnds(text).trim()));
  return { strict: strictReading(text, choices), flexible: flexibleReading(read, choices) };
}
