import { oneOf, readReply, type Extractor } from './extractor.ts';
import { unwrapped } from './unwrapped.ts';

/** "Final answer" outranks "answer", as it is said once the others were weighed. */
const IS =
  '[*_]{0,3}(?:\\s{1,3}(?:is|was|would be|should be|must be|comes to|=))?\\s{0,3}[:：=]?[*_]{0,3}\\s{0,3}[:：]?\\s{0,3}';
const FINAL = new RegExp(`\\bfinal\\s(?:answer|diagnosis|result)\\b${IS}(?=([^\\n]{1,400}))`, 'giu');
const PLAIN = new RegExp(
  `\\b(?<!not an? |no |final )(?:the\\s|my\\s)?(?:correct\\s|best\\s|right\\s|most likely\\s)?(?:answer|diagnosis)\\b(?=[*_]{0,3}(?:\\s{1,3}(?:is|was|would be|should be|must be)\\b|\\s{0,3}[:：=]))${IS}(?=([^\\n]{1,400}))`,
  'giu',
);
const HASHES = /^#{4}\s*([^\n]{1,400})/gmu;
const STRICT = /^(?:the answer is|answer:)\s+(?!not\b)([^\n]{1,400})$/iu;
/** Said about an answer, not an answer. */
const NO_ANSWER =
  /^(?:not\b|unclear|unknown|uncertain|that\b|based on\b|as follows|provided|given|below|one of\b|either\b|<[^>]*>$|\.{2,}|…|\?+$|n\/a\b|none of)/iu;

/** The statement up to its end: a full stop before a space, or the reason that follows. */
function statement(rest: string): string {
  const cut =
    /^(.*?)(?:[.!?](?=\s+\p{Lu})|\s+(?:because|since|as it|due to|given that|which|although|but)\s|;|$)/su.exec(
      rest,
    );
  return wholeStatement(cut?.[1] ?? rest);
}

function wholeStatement(rest: string): string {
  return unwrapped(rest.replace(/^(?:an?|the)\s+/iu, '').replace(/^[*_:：\s]+|[*_.\s]+$/gu, ''));
}

function statements(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)]
    .map((match) => match[1] ?? '')
    .filter((rest) => !NO_ANSWER.test(rest.trim().replace(/^[*_"'`(]+/u, '')))
    .map(statement)
    .filter((value) => value !== '');
}

/** Announced twice in other letters is announced once. */
function agreed(values: readonly string[]): readonly string[] {
  const byKey = new Map(values.map((value) => [value.toLowerCase(), value] as const).reverse());
  return [...byKey.values()];
}

export const answerIs: Extractor = {
  id: 'answer-is',
  title: '“The answer is …”',
  description:
    'Strict: the last line is “The answer is …” or “Answer: …”. Flexible: any announcement; a final answer outranks the others. Read: the words announced.',
  extract: (reply) =>
    readReply(reply, {
      strict: (text) => {
        const last = text.trimEnd().split('\n').at(-1)?.trim() ?? '';
        const rest = STRICT.exec(last)?.[1];
        const earlier = statements(text, PLAIN).length + statements(text, FINAL).length;
        if (rest === undefined || earlier > 1 || NO_ANSWER.test(rest)) return null;
        const value = statement(rest);
        // What is said behind the answer is not the form that was asked for.
        return value === '' || value !== wholeStatement(rest) ? null : [value];
      },
      flexible: (text) => {
        const final = [...statements(text, FINAL), ...statements(text, HASHES)];
        return oneOf(agreed(final.length > 0 ? final : statements(text, PLAIN)));
      },
    }),
};
