import { answerAfterThinking } from '../../extract/strip-thinking.ts';

/** What of an output is compared with a reference. */
export function comparedText(output: string): string {
  const answer = answerAfterThinking(output);
  return answer.kind === 'answer' ? answer.text : '';
}
