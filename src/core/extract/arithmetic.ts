/**
 * Arithmetic as models write it, in Python's notation, computed without eval: numbers, + - * / // % **, comparison,
 * brackets and a few functions. Whatever else stands there makes the whole expression unreadable (null).
 */

/** Longer or deeper than any calculation in an answer; keeps hostile text from exhausting the stack. */
const MAX_CHARS = 2_000;
const MAX_DEPTH = 60;

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z_.0-9]*)|(\*\*|\/\/|[<>=!]=|[-+*/%(),<>]))/y;

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name' | 'sign'; readonly text: string };

class Unreadable extends Error {}

/** Python's round: halves go to the even neighbour. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function roundTo(value: number, digits = 0): number {
  if (digits === 0) return roundHalfEven(value);
  if (digits > 0 && digits <= 20) {
    // Only a multiple of 1/2^(digits + 1) can lie halfway between two such decimals; toFixed rounds those away from zero.
    const scaled = value * 10 ** digits;
    const halfway = Number.isInteger(value * 2 ** (digits + 1)) && Math.abs(scaled % 1) === 0.5;
    return halfway ? roundHalfEven(scaled) / 10 ** digits : Number(value.toFixed(digits));
  }
  return roundHalfEven(value * 10 ** digits) / 10 ** digits;
}

const FUNCTIONS: ReadonlyMap<string, (...values: readonly number[]) => number> = new Map(
  Object.entries({
    min: (...values: readonly number[]) => Math.min(...values),
    pow: (base = NaN, exponent = NaN) => base ** exponent,
    round: (value = NaN, digits = 0) => roundTo(value, digits),
    abs: (value = NaN) => Math.abs(value),
    int: (value = NaN) => Math.trunc(value),
    float: (value = NaN) => value,
    sqrt: (value = NaN) => Math.sqrt(value),
    exp: (value = NaN) => Math.exp(value),
    log: (value = NaN, base = Math.E) =>
      base === Math.E ? Math.log(value) : Math.log(value) / Math.log(base),
    log10: (value = NaN) => Math.log10(value),
    log2: (value = NaN) => Math.log2(value),
    floor: (value = NaN) => Math.floor(value),
    ceil: (value = NaN) => Math.ceil(value),
  }),
);
/** What has to be called as math.…, np.… or numpy.…; the others are Python's own. */
const IN_MODULES = /^(?:math|np|numpy)\.(pow|sqrt|exp|log|log10|log2|floor|ceil|pi|e)$/;
const OWN = /^(?:min|pow|round|abs|int|float)$/;

/** The value, or null when the text is not such an expression or has no finite value. */
export function evaluateArithmetic(text: string): number | null {
  if (text.length > MAX_CHARS) return null;
  try {
    const parser = new Parser(tokens(text));
    const value = parser.whole();
    return Number.isFinite(value) ? value : null;
  } catch (thrown) {
    if (thrown instanceof Unreadable) return null;
    throw thrown;
  }
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (match === null) throw new Unreadable();
    const [, number, name, sign] = match;
    if (number !== undefined) {
      // Python refuses 007, and a name right behind a number.
      if (/^0\d*[1-9]\d*$/.test(number) || /^[A-Za-z_.]/.test(text.slice(TOKEN.lastIndex)))
        throw new Unreadable();
      found.push({ kind: 'number', value: Number(number) });
    } else if (name !== undefined) found.push({ kind: 'name', text: name });
    else found.push({ kind: 'sign', text: sign ?? '' });
  }
  return found;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(list: readonly Token[]) {
    this.#tokens = list;
  }

  whole(): number {
    const value = this.#comparison();
    if (this.#at < this.#tokens.length) throw new Unreadable();
    return value;
  }

  #take(...signs: readonly string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.#at += 1;
    return token.text;
  }

  #comparison(): number {
    let left = this.#sum();
    let holds: boolean | null = null;
    for (let sign = this.#take('==', '!=', '<', '>', '<=', '>='); sign !== null;) {
      const right = this.#sum();
      holds = (holds ?? true) && compare(left, sign, right);
      left = right;
      sign = this.#take('==', '!=', '<', '>', '<=', '>=');
    }
    return holds === null ? left : Number(holds);
  }

  #sum(): number {
    let value = this.#product();
    for (let sign = this.#take('+', '-'); sign !== null; sign = this.#take('+', '-')) {
      const right = this.#product();
      value = sign === '+' ? value + right : value - right;
    }
    return value;
  }

  #product(): number {
    let value = this.#signed();
    for (let sign = this.#take('*', '/', '//', '%'); sign !== null; sign = this.#take('*', '/', '//', '%')) {
      const right = this.#signed();
      if (sign !== '*' && right === 0) throw new Unreadable();
      if (sign === '*') value *= right;
      else if (sign === '/') value /= right;
      else if (sign === '//') value = Math.floor(value / right);
      else value -= right * Math.floor(value / right);
    }
    return value;
  }

  #signed(): number {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new Unreadable();
    const sign = this.#take('+', '-');
    const value = sign === null ? this.#power() : this.#signed();
    this.#depth -= 1;
    return sign === '-' ? -value : value;
  }

  #power(): number {
    const base = this.#atom();
    return this.#take('**') === null ? base : base ** this.#signed();
  }

  #atom(): number {
    const token = this.#tokens[this.#at];
    if (token?.kind === 'number') {
      this.#at += 1;
      return token.value;
    }
    if (token?.kind === 'name') {
      this.#at += 1;
      return this.#named(token.text);
    }
    if (this.#take('(') === null) throw new Unreadable();
    const value = this.#comparison();
    if (this.#take(')') === null) throw new Unreadable();
    return value;
  }

  #named(name: string): number {
    const inModule = IN_MODULES.exec(name)?.[1];
    if (inModule === 'pi') return Math.PI;
    if (inModule === 'e') return Math.E;
    const call = FUNCTIONS.get(inModule ?? (OWN.test(name) ? name : ''));
    if (call === undefined || this.#take('(') === null) throw new Unreadable();
    const values = [this.#comparison()];
    while (this.#take(',') !== null) values.push(this.#comparison());
    if (this.#take(')') === null) throw new Unreadable();
    return call(...values);
  }
}

function compare(left: number, sign: string, right: number): boolean {
  switch (sign) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    default:
      return left >= right;
  }
}
