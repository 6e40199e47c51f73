/**
 * Whether an SPDX licence expression can be met with licences that let the page be shipped and used by anybody. What
 * is not on the list, or not an expression, is not permitted: a person has to read it first.
 */
const PERMITTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
]);

/** OR needs one side, AND both; AND binds tighter. */
export function isPermitted(expression: string): boolean {
  const tokens = expression.match(/\(|\)|[^\s()]+/gu) ?? [];
  let at = 0;
  const one = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token !== '(') return token !== undefined && PERMITTED.has(token);
    const inner = either();
    if (tokens[at] !== ')') return false;
    at += 1;
    return inner;
  };
  const both = (): boolean => {
    let all = one();
    while (tokens[at] === 'AND') {
      at += 1;
      all = one() && all;
    }
    return all;
  };
  const either = (): boolean => {
    let any = both();
    while (tokens[at] === 'OR') {
      at += 1;
      any = both() || any;
    }
    return any;
  };
  return either() && at === tokens.length;
}
