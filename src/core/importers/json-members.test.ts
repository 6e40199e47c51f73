import { describe, expect, it } from 'vitest';
import { fileOf } from '../run/fixtures.ts';
import { type JsonMember, readJsonMembers } from './json-members.ts';

async function members(text: string): Promise<JsonMember[]> {
  const found: JsonMember[] = [];
  for await (const member of readJsonMembers(fileOf('a.json', text))) found.push(member);
  return found;
}

describe('readJsonMembers', () => {
  it('gives the items of a list with the lines they begin on', async () => {
    expect(await members('\n[\n {"a": [1, 2]},\n\n "x, ]\\" }", 7 ]\n')).toEqual([
      { line: 3, text: '{"a": [1, 2]}' },
      { line: 5, text: '"x, ]\\" }"' },
      { line: 5, text: '7' },
    ]);
  });

  it('gives the members of an object, each in braces of its own', async () => {
    const found = await members('{"k, 1": {"b": "}"},\n"k2": [{}]}');
    expect(found.map(({ line, text }) => [line, JSON.parse(text) as unknown])).toEqual([
      [1, { 'k, 1': { b: '}' } }],
      [2, { k2: [{}] }],
    ]);
  });

  it('gives nothing for an empty list', async () => {
    expect(await members('[ ]')).toEqual([]);
  });

  it.each([
    ['cut off', '[{"a": 1}, {"b"', 1],
    ['followed by more', '[1]\n[2]', 2],
    ['not a list', 'abc', 1],
    ['nothing', '', 1],
  ])('refuses a text that is %s and names the line', async (_, text, line) => {
    await expect(members(text)).rejects.toMatchObject({ code: 'input/not-json', details: { line } });
  });
});
