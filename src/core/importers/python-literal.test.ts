import { describe, expect, it } from 'vitest';
import { pythonLiteral } from './python-literal.ts';

describe('a list or dict as Python prints it', () => {
  // What `repr` and `str` of Python 3 give; the arrays as numpy prints them.
  it.each<[string, unknown]>([
    [`{'A': 'one', 'B': "it's two"}`, { A: 'one', B: "it's two" }],
    [`['a', "b's", 'c\\'d "e"']`, ['a', "b's", `c'd "e"`]],
    [`['line\\nbreak', 'tab\\t', 'caf\\xe9', '\\u03b1']`, ['line\nbreak', 'tab\t', 'café', 'α']],
    [
      `[{'letter': 'A', 'content': 'one'}\n {'letter': 'B', 'content': 'two'}]`,
      [
        { letter: 'A', content: 'one' },
        { letter: 'B', content: 'two' },
      ],
    ],
    [`array(['x', 'y'], dtype=object)`, ['x', 'y']],
    [`{'A': None, 'B': 1.5, 'C': -2, 'D': True}`, { A: null, B: 1.5, C: -2, D: true }],
    [`('a',)`, ['a']],
    [`[]`, []],
    [`{0: 'a', 1: 'b'}`, { 0: 'a', 1: 'b' }],
  ])('%s', (text, wanted) => {
    expect(pythonLiteral(text)).toEqual(wanted);
  });

  it.each([
    "{'A': 'one'",
    "['a'] and more",
    'yes',
    "{'A'}",
    "['a",
    '{[1]: 2}',
    '__import__("os")',
    '['.repeat(99),
  ])('is not %s', (text) => {
    expect(pythonLiteral(text)).toBeUndefined();
  });
});
