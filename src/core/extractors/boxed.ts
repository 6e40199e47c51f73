import { FAILED, oneOf, readReply, type Extractor } from './extractor.ts';
import { unwrapped } from './unwrapped.ts';

const BOX = /\\(?:boxed|fbox)\s*\{/gu;

/** Contents of all closed boxes; braces nest. A box that the budget cut off has no content to trust. */
function boxesIn(text: string): string[] {
  const contents: string[] = [];
  for (const match of text.matchAll(BOX)) {
    const start = match.index + match[0].length;
    const end = closingBrace(text, start);
    if (end !== null) contents.push(unwrapped(text.slice(start, end)));
  }
  return contents.filter((content) => content !== '');
}

/** No answer is longer; it bounds the search in a text made of boxes. */
const MAX_BOX_CHARS = 2_000;

function closingBrace(text: string, start: number): number | null {
  let depth = 1;
  const limit = Math.min(text.length, start + MAX_BOX_CHARS);
  for (let at = start; at < limit; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

export const boxed: Extractor = {
  id: 'boxed',
  title: 'Boxed',
  description:
    'Strict: the reply ends in its only \\boxed{}. Flexible: all boxes agree. Read: the content without \\text{} and $.',
  extract: (reply) =>
    readReply(reply, {
      strict: (text) => {
        const boxes = boxesIn(text);
        return boxes.length === 1 && /\\boxed\s*\{.*\}[\s$.)\]\\]*$/su.test(text) ? boxes : null;
      },
      flexible: (text) => {
        const boxes = boxesIn(text);
        return boxes.length === 0 ? FAILED : oneOf(boxes);
      },
    }),
};
