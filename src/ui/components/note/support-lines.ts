import type { Evidence } from '../../../core/contracts.ts';
import type { ChosenSentence } from './SentenceText.tsx';

/** Lines that the audit found a sentence's statements in, then those closest to it in words. */
export function supportLines(
  sentence: ChosenSentence,
  evidence: Readonly<Record<string, Evidence>>,
  closest: (sentence: string) => readonly number[],
): readonly number[] {
  const audit = Object.values(evidence).find((item) => item.kind === 'audit');
  const found = (audit?.supported ?? [])
    .filter(({ note }) => note.start < sentence.end && note.end > sentence.start)
    .flatMap(({ source }) => (source.line === null ? [] : [source.line]));
  return [...new Set([...found, ...closest(sentence.text)])];
}
