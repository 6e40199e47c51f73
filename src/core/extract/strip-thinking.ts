/**
 * Reasoning models write their thoughts in tags before the answer. Only the answer is scored; an unclosed
 * tag means the answer was never reached (most often because the token budget ran out).
 */
export type AnswerPart =
  { readonly kind: 'answer'; readonly text: string; readonly offset: number } | { readonly kind: 'unclosed' };

const TAG =
  /<(\/?)(?:think|thinking|thought|thoughts|reasoning|reason|reflection|scratchpad)>|\[(\/?)think\]/giu;

/** The text after the last closed block; `offset` is where it begins in the output. */
export function answerAfterThinking(output: string): AnswerPart {
  let start = 0;
  let depth = 0;
  for (const match of output.matchAll(TAG)) {
    const closing = match[1] === '/' || match[2] === '/';
    if (!closing) {
      depth += 1;
      continue;
    }
    // A closing tag alone is normal: many chat templates put the opening one into the prompt.
    depth = Math.max(depth - 1, 0);
    start = match.index + match[0].length;
  }
  return depth > 0 ? { kind: 'unclosed' } : { kind: 'answer', text: output.slice(start), offset: start };
}
