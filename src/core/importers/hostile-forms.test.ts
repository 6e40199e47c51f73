/** Rows of public sets as strangers pass them on: other quotes, other cases, numbers as text, JSON and Python within cells. */
import { describe, expect, it } from 'vitest';
import { fileOf } from '../run/fixtures.ts';
import { importerById } from './registry.ts';

const line = (row: object): string => JSON.stringify(row);
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const expert = {
  id: 'Text-1',
  question: 'A man has "chest pain".\nWhat now?',
  options: { A: 'one', B: "it's two" },
  label: 'B',
  medical_task: 'Diagnosis',
};
const agents = {
  realidx: '0007',
  question: 'Which?',
  options: { A: 'one', B: 'two' },
  answer: 'two',
  answer_idx: 'B',
};
const pair = { pair_id: 'x', question: 'Q', response_A: 'a', response_B: 'b', label: 'A>B' };
const bio = { id: 'i', type: 'factoid', body: 'Q?', exact_answer: [['a', 'b']], snippets: [{ text: 't' }] };
const choices = (question: string, options: string): string =>
  ['id,question,options,label', [1, cell(question), cell(options), 'b'].join(','), ''].join('\r\n');

/** Importer, what is odd, file name, text, id and answer of every sample. */
const CASES: readonly (readonly [string, string, string, string, readonly (readonly [string, string])[]])[] =
  [
    ['medxpertqa', 'a letter in lower case', 'a.jsonl', line({ ...expert, label: 'b' }), [['Text-1', 'B']]],
    ['medxpertqa', 'a list of one letter', 'a.jsonl', line({ ...expert, label: ['B'] }), [['Text-1', 'B']]],
    [
      'medxpertqa',
      'letter and content',
      'a.jsonl',
      line({
        ...expert,
        options: [
          { letter: 'A', content: 'one' },
          { letter: 'B', content: "it's two" },
        ],
      }),
      [['Text-1', 'B']],
    ],
    [
      'medxpertqa',
      'options as Python prints them',
      'a.jsonl',
      line({ ...expert, options: `{'A': 'one', 'B': "it's two"}` }),
      [['Text-1', 'B']],
    ],
    [
      'medxpertqa',
      'an empty fifth option',
      'a.jsonl',
      line({ ...expert, options: { ...expert.options, E: '' } }),
      [['Text-1', 'B']],
    ],
    [
      'medxpertqa',
      'a byte order mark, CRLF, a number for an id',
      'a.jsonl',
      `\ufeff${line(expert)}\r\n${line({ ...expert, id: 2 })}\r\n\r\n`,
      [
        ['Text-1', 'B'],
        ['2', 'B'],
      ],
    ],
    [
      'medxpertqa',
      'JSON within a cell, under quotes and line ends',
      'a.csv',
      choices(expert.question, line(expert.options)),
      [['1', 'B']],
    ],
    [
      'medxpertqa',
      'a numpy array within a cell',
      'a.csv',
      choices('Which?', `[{'letter': 'A', 'content': 'one'}\n {'letter': 'B', 'content': "it's two"}]`),
      [['1', 'B']],
    ],
    [
      'medxpertqa',
      'choices on the line of the question',
      'a.jsonl',
      line({ ...expert, question: "Which? Answer Choices: (A) one (B) it's two", options: null }),
      [['Text-1', 'B']],
    ],
    [
      'medagentsbench',
      'a list of one answer',
      'a.jsonl',
      line({ ...agents, answer: ['two'] }),
      [['0007', 'B']],
    ],
    [
      'medagentsbench',
      'reasons as a list',
      'a.jsonl',
      line({ ...agents, reason: ['x', 'y'] }),
      [['0007', 'B']],
    ],
    [
      'medagentsbench',
      'a list of options',
      'a.jsonl',
      line({ ...agents, options: ['one', 'two'] }),
      [['0007', 'B']],
    ],
    [
      'judgebench',
      'a verdict in lower case with spaces',
      'a.jsonl',
      line({ ...pair, label: 'a > b' }),
      [['x', 'A']],
    ],
    [
      'bioasq',
      'a year as a number',
      'a.json',
      line({ questions: [{ ...bio, exact_answer: [1988] }] }),
      [['i', '1988']],
    ],
    [
      'bioasq',
      'yes with a full stop',
      'a.json',
      line({ questions: [{ ...bio, type: 'YesNo', exact_answer: 'Yes.' }] }),
      [['i', 'yes']],
    ],
    [
      'bioasq',
      'snippets as texts, and one without any',
      'a.json',
      line({ questions: [{ ...bio, snippets: ['t', { document: 'd' }] }] }),
      [['i', 'a']],
    ],
    [
      'bioasq',
      'other keys before and behind the questions, brackets in a text',
      'a.json',
      JSON.stringify(
        { version: '11b', year: 2023, questions: [{ ...bio, body: 'Is "]}" an end?' }], note: {} },
        null,
        2,
      ),
      [['i', 'a']],
    ],
  ];

async function rowsOf(importer: string, name: string, text: string, options = {}) {
  const rows = [];
  for await (const row of importerById(importer).read([fileOf(name, text)], { map: {}, ...options }))
    rows.push(row);
  return rows;
}

describe('public rows in odd forms', () => {
  it.each(CASES)('%s: %s', async (importer, _what, name, text, wanted) => {
    const rows = await rowsOf(importer, name, text);
    expect(rows.filter(({ kind }) => kind === 'problem')).toEqual([]);
    expect(rows.map((row) => (row.kind === 'sample' ? [row.sample.id, row.sample.answer] : []))).toEqual(
      wanted,
    );
    if (importer !== 'medxpertqa') return;
    for (const row of rows)
      if (row.kind === 'sample')
        expect(row.sample.choices).toEqual([
          { id: 'A', text: 'one' },
          { id: 'B', text: "it's two" },
        ]);
  });

  it('HealthBench: JSON within fields, points as text, no tags, a developer’s message', async () => {
    const [row] = await rowsOf(
      'healthbench',
      'a.jsonl',
      line({
        prompt_id: 'p1',
        prompt: line([
          { role: 'developer', content: 'Be kind.' },
          { role: 'user', content: 'Hi' },
        ]),
        rubrics: [
          { criterion: 'Greets', points: '5', tags: null },
          { criterion: 'Insults', points: '-8.0' },
        ],
      }),
    );
    if (row?.kind !== 'sample') throw new Error(line(row ?? {}));
    expect(row.sample.input).toEqual({
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Hi' },
      ],
    });
    expect(JSON.parse(String(row.sample.meta?.['rubrics']))).toEqual([
      { criterion: 'Greets', points: 5, tags: [] },
      { criterion: 'Insults', points: -8, tags: [] },
    ]);
  });

  it('MedMCQA: what the numbers count from can be said where a file does not tell', async () => {
    const row = { id: 'a', question: 'Q', opa: '1', opb: '2', opc: '3', opd: '4', cop: 2 };
    expect(await rowsOf('medmcqa', 'a.json', line(row))).toMatchObject([{ kind: 'problem', field: 'cop' }]);
    expect(await rowsOf('medmcqa', 'a.json', line(row), { answersFrom: 1 })).toMatchObject([
      { kind: 'sample', sample: { answer: 'B' } },
    ]);
    // A file that tells is believed.
    const zero = `${line(row)}\n${line({ ...row, id: 'b', cop: 0 })}`;
    expect(await rowsOf('medmcqa', 'a.json', zero, { answersFrom: 1 })).toMatchObject([
      { sample: { answer: 'C' } },
      { sample: { answer: 'A' } },
    ]);
  });
});
