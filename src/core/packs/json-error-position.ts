/**
 * Where a text stops being JSON, for messages with line and column: JSON.parse does not always say, and says it
 * differently in every browser. Runs only after JSON.parse has refused. Iterative, so that no nesting exhausts the stack.
 */
export interface JsonErrorPosition {
  /** UTF-16 offset. */
  readonly offset: number;
  readonly problem: string;
}

type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

export function jsonErrorPosition(text: string): JsonErrorPosition | null {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expecting: Expecting = 'value';
  const afterValue = (): Expecting => (open.length === 0 ? 'nothing' : 'comma or end');
  for (;;) {
    SPACE.lastIndex = at;
    SPACE.exec(text);
    at = SPACE.lastIndex;
    const c = text[at];
    if (c === undefined)
      return expecting === 'nothing' ? null : { offset: at, problem: 'the text ends too early' };
    if (expecting === 'nothing')
      return { offset: at, problem: 'something follows the end of the JSON value' };
    if (expecting === 'colon') {
      if (c !== ':') return { offset: at, problem: 'a ":" is missing after a field name' };
      expecting = 'value';
      at += 1;
    } else if (expecting === 'comma or end') {
      const inside = open.at(-1);
      if (c === ',') expecting = inside === '{' ? 'key' : 'value';
      else if (c === (inside === '{' ? '}' : ']')) {
        open.pop();
        expecting = afterValue();
      } else return { offset: at, problem: `a "," or "${inside === '{' ? '}' : ']'}" is missing` };
      at += 1;
    } else if (expecting === 'key' || expecting === 'key or }') {
      if (c === '}' && expecting === 'key or }') {
        open.pop();
        expecting = afterValue();
        at += 1;
        continue;
      }
      if (c !== '"') return { offset: at, problem: 'a field name in double quotes is missing' };
      const end = endOfText(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      expecting = 'colon';
    } else if (c === ']' && expecting === 'value or ]') {
      open.pop();
      expecting = afterValue();
      at += 1;
    } else if (c === '{' || c === '[') {
      open.push(c);
      expecting = c === '{' ? 'key or }' : 'value or ]';
      at += 1;
    } else if (c === '"') {
      const end = endOfText(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      expecting = afterValue();
    } else {
      const length = literalLength(text, at);
      if (length === 0) return { offset: at, problem: 'a value is missing or misspelt' };
      at += length;
      expecting = afterValue();
    }
  }
}

function literalLength(text: string, at: number): number {
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, at)) return word.length;
  NUMBER.lastIndex = at;
  return NUMBER.exec(text)?.[0].length ?? 0;
}

/** Offset behind the closing quote of the text that opens at `start`, or what is wrong with it. */
function endOfText(text: string, start: number): number | JsonErrorPosition {
  for (let at = start + 1; at < text.length; at += 1) {
    const c = text[at];
    if (c === '"') return at + 1;
    if (c === '\\') {
      const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6));
      if (escape === null) return { offset: at, problem: 'a "\\" is followed by something it cannot escape' };
      at += escape[0].length;
    } else if (text.charCodeAt(at) < 0x20) {
      return { offset: at, problem: 'text in quotes contains a line break or control character' };
    }
  }
  return { offset: start, problem: 'text in quotes is never closed' };
}
