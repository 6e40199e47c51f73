import { expect, it } from 'vitest';
import { answerAfterThinking } from './strip-thinking.ts';

it.each([
  ['plain', 'plain'],
  ['<think>a</think>b', 'b'],
  ['<think>a</think>b<think>c</think>d', 'd'],
  ['a</think>b', 'b'],
  ['<THINKING>a</THINKING>b', 'b'],
  ['[think]a[/think]b', 'b'],
  ['<think>a<think>b</think></think>c', 'c'],
])('the answer of %s', (output, answer) => {
  const part = answerAfterThinking(output);
  expect(part.kind === 'answer' ? part.text : part.kind).toBe(answer);
  if (part.kind === 'answer') expect(output.slice(part.offset)).toBe(answer);
});

it('an unclosed thought has no answer', () => {
  expect(answerAfterThinking('<think>the answer is B')).toEqual({ kind: 'unclosed' });
});
