/** `bedside run --documents`: the command line's own policy for long documents, in a real browser with the bundled model. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { RunHeader, RunRecord } from '../../src/core/contracts.ts';
import { arrangedDocuments } from '../../src/core/documents/fit-documents.ts';
import type { Sample } from '../../src/core/packs/pack.ts';
import { sealPack } from '../../src/core/packs/seal.ts';
import { DIST } from '../support/dist.ts';

const LETTER =
  'Dear colleague, the patient was seen in clinic. Blood pressure was well controlled and the wound had healed. ';
const SAMPLE: Sample = {
  id: 'q1',
  input: { messages: [{ role: 'user', content: 'When was the biopsy taken?' }] },
  documents: [0, 1, 2, 3].map((at) => ({
    id: `letter-${at}`,
    text: `${LETTER.repeat(20)}${at === 2 ? 'The biopsy was taken in May.' : `Letter ${at}.`}`,
    ...(at === 2 ? { needed: true } : {}),
  })),
  choices: [
    { id: 'A', text: 'In May' },
    { id: 'B', text: 'In June' },
  ],
  answer: 'A',
};
/** The pack itself says nothing of its documents. */
const PACK = sealPack({
  schemaVersion: 1,
  id: 'letters',
  version: '1.0.0',
  title: 'Letters of a test',
  language: 'en',
  licence: 'CC0-1.0',
  citation: '',
  provenance: { kind: 'hand-written', statement: 'Written for tests.' },
  promptId: 'mcq-letter',
  solver: 'rank-choices',
  scorers: ['choice'],
  sliceFields: [],
  canary: 'bedside-test',
  samples: [SAMPLE],
});

test('documents are shuffled and left out whole as the command line says; another policy cannot continue that run', () => {
  const testInfo = test.info();
  test.setTimeout(600_000);
  const [pack, out] = [testInfo.outputPath('letters.json'), testInfo.outputPath('run.jsonl')];
  writeFileSync(pack, JSON.stringify(PACK));
  const run = (documents: string) =>
    spawnSync(
      process.execPath,
      [
        ...['--import', 'tsx', 'src/cli/main.ts', 'run', '--pack', pack, '--model', 'demo-tuned'],
        ...['--seed', '7', '--documents', documents, '--out', out],
      ],
      { encoding: 'utf8', env: { ...process.env, BEDSIDE_DIST: DIST } },
    );

  const refused = run('shuffled');
  expect(refused.status, refused.stderr).toBe(2);
  expect(refused.stderr).toContain('shuffled,leave-out');

  const { status, stderr } = run('shuffled,leave-out');
  expect(status, stderr).toBe(0);
  const [header, record] = readFileSync(out, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown) as [RunHeader, RunRecord];
  const policy = { order: 'shuffled', fit: 'leave-out' } as const;
  expect(header).toMatchObject({ documents: policy, documentsFrom: 'run' });
  const order = arrangedDocuments(SAMPLE, policy, 7).map(({ id }) => id);
  const { shown = [], leftOut = [] } = record.documents ?? {};
  expect([...shown, ...leftOut].sort()).toEqual([...order].sort());
  expect(shown).toEqual(order.filter((id) => shown.includes(id)));
  expect(leftOut.length).toBeGreaterThan(0);
  expect(shown).toContain('letter-2');
  const sent = record.messages.map(({ content }) => content).join('');
  for (const { id, text } of SAMPLE.documents ?? [])
    expect(sent.includes(text), `${id} whole or not at all`).toBe(shown.includes(id));
  expect(['A', 'B']).toContain(record.output);

  const before = readFileSync(out, 'utf8');
  const other = run('given,refuse');
  expect(other.status, other.stderr).toBe(2);
  expect(other.stderr).toContain('another documents');
  expect(readFileSync(out, 'utf8')).toBe(before);
});
