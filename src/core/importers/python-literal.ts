/**
 * Lists and dicts of plain values as Python prints them, which is what a table written by pandas has in its cells:
 * {'A': 'one', 'B': "it's two"}, and numpy's arrays, whose items have no commas between them. Grammar: The Python Language
 * Reference, 2.4 "Literals"; only what stands for texts, numbers, True, False and None.
 */
type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
};
const NUMBER = /[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/y;
const WORD = /[A-Za-z_]+/y;
const MOST_DEPTH = 8;

class NotLiteral extends Error {}

/** Undefined where the text is no such literal from its first to its last character. */
export function pythonLiteral(text: string): Plain | undefined {
  let at = 0;
  const skip = (): void => {
    while (/\s/u.test(text.charAt(at))) at += 1;
  };
  const take = (sign: string): boolean => {
    skip();
    if (text.charAt(at) !== sign) return false;
    at += 1;
    return true;
  };
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };

  const quoted = (): string => {
    const quote = text.charAt(at);
    at += 1;
    let out = '';
    for (; at < text.length; at += 1) {
      const c = text.charAt(at);
      if (c === quote) {
        at += 1;
        return out;
      }
      if (c !== '\\') {
        out += c;
        continue;
      }
      at += 1;
      const code = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4}))/iu.exec(text.slice(at, at + 5));
      if (code === null) out += ESCAPES[text.charAt(at)] ?? `\\${text.charAt(at)}`;
      else {
        out += String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16));
        at += code[0].length - 1;
      }
    }
    throw new NotLiteral();
  };

  const word = (depth: number): Plain => {
    const name = match(WORD);
    if (name === 'True' || name === 'False') return name === 'True';
    if (name === 'None' || name === 'nan') return null;
    // array([...], dtype=object)
    if (name !== 'array' || !take('(')) throw new NotLiteral();
    const items = value(depth);
    if (take(',')) {
      skip();
      const close = text.indexOf(')', at);
      if (close < 0) throw new NotLiteral();
      at = close;
    }
    if (!take(')')) throw new NotLiteral();
    return items;
  };

  const value = (depth: number): Plain => {
    if (depth > MOST_DEPTH) throw new NotLiteral();
    skip();
    const c = text.charAt(at);
    if (c === "'" || c === '"') return quoted();
    if (c === '[' || c === '(') {
      at += 1;
      const close = c === '[' ? ']' : ')';
      const items: Plain[] = [];
      while (!take(close)) {
        items.push(value(depth + 1));
        take(',');
      }
      return items;
    }
    if (c === '{') {
      at += 1;
      const entries: [string, Plain][] = [];
      while (!take('}')) {
        const key = value(depth + 1);
        if (!take(':') || (typeof key !== 'string' && typeof key !== 'number')) throw new NotLiteral();
        entries.push([String(key), value(depth + 1)]);
        take(',');
      }
      return Object.fromEntries(entries);
    }
    const number = match(NUMBER);
    return number === null ? word(depth + 1) : Number(number);
  };

  try {
    const found = value(0);
    skip();
    return at === text.length ? found : undefined;
  } catch (thrown) {
    if (thrown instanceof NotLiteral) return undefined;
    throw thrown;
  }
}
