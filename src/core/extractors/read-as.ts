import type { ScorableOutput, UnscoredReason } from '../contracts.ts';
import { extractChoice, type ExtractedChoice } from '../extract/choice-letter.ts';
import type { Choice } from '../packs/pack.ts';
import { extractorById } from './registry.ts';

/** The choice that a reply names; by a named extractor's reading where the output has one. */
export function choiceOf(
  { text, extractor }: { readonly text: string } & Pick<ScorableOutput, 'extractor'>,
  choices: readonly Choice[],
): ExtractedChoice {
  if (extractor === undefined) return extractChoice(text, choices);
  const { strict, flexible } = extractorById(extractor).extract(text, { choices });
  const named = (values: readonly string[]): ExtractedChoice['flexible'] =>
    values.length === 1
      ? extractChoice(values[0] ?? '', choices).flexible
      : { kind: 'unscored', reason: values.length === 0 ? 'extraction-failed' : 'ambiguous-answer' };
  const strictly = strict === null ? null : named(strict);
  return {
    strict: strictly?.kind === 'picked' ? strictly.id : null,
    flexible:
      flexible.kind === 'read'
        ? named(flexible.values)
        : { kind: 'unscored', reason: whyOf(flexible.reason) },
  };
}

/** What an extractor can say of a reply that it could not read. */
function whyOf(reason: UnscoredReason): Extract<ExtractedChoice['flexible'], { kind: 'unscored' }>['reason'] {
  return reason === 'empty-output' || reason === 'ambiguous-answer' || reason === 'refused'
    ? reason
    : 'extraction-failed';
}
