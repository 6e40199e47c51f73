/** Words of the instruction, or control tokens of a chat template, that stand in the note. */
import type { TextRange } from '../../contracts.ts';
import { placedWords, type PlacedWord } from '../../extract/placed-words.ts';

/** Control tokens of the common chat templates, and headings of instruction data. */
const CHAT_TOKENS =
  /<\|[a-z_][a-z0-9_]{1,30}\|>|<\/?(?:s|bos|eos|pad|unk|start_of_turn|end_of_turn)>|\[\/?INST\]|<<\/?SYS>>|^[ \t]*###[ \t]*(?:instruction|response|input|system|user|assistant|human)[ \t]*:|<｜[^｜\n]{1,40}｜>/gimu;

/** Shorter agreement with a template is the language of the task: "assessment and plan". */
const LEAST_WORDS = 7;

export function findLeakedPrompt(
  text: string,
  words: readonly PlacedWord[],
  templates: readonly string[],
): readonly TextRange[] {
  const tokens = [...text.matchAll(CHAT_TOKENS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...tokens, ...templateRuns(words, templates)].sort((a, b) => a.start - b.start);
}

function templateRuns(words: readonly PlacedWord[], templates: readonly string[]): TextRange[] {
  const grams = new Set<string>();
  for (const template of templates) {
    // What stands in for the sample is not the prompt's own text.
    for (const piece of template.split(/\{[^{}\n]{1,40}\}/u)) {
      const own = placedWords(piece).map(({ word }) => word);
      for (let at = 0; at + LEAST_WORDS <= own.length; at += 1)
        grams.add(own.slice(at, at + LEAST_WORDS).join(' '));
    }
  }
  const ranges: { start: number; end: number }[] = [];
  for (let at = 0; at + LEAST_WORDS <= words.length; at += 1) {
    let key = words[at]?.word ?? '';
    for (let next = at + 1; next < at + LEAST_WORDS; next += 1) key += ` ${words[next]?.word ?? ''}`;
    if (!grams.has(key)) continue;
    const range = { start: words[at]?.start ?? 0, end: words[at + LEAST_WORDS - 1]?.end ?? 0 };
    const last = ranges.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = range.end;
    else ranges.push(range);
  }
  return ranges;
}
