import { describe, expect, it } from 'vitest';
import type { RunRecord, Scorer } from '../contracts.ts';
import { exact } from '../scorers/exact.ts';
import type { Pack, Sample } from '../packs/pack.ts';
import { recordKey } from './record-key.ts';
import { scorableOutput } from './scorable-output.ts';
import { scoreRun } from './score-run.ts';
import { createScoringSession } from './scoring-session.ts';
import { WHOLE_PACK } from './selection.ts';

const samples: Sample[] = Array.from({ length: 5 }, (_, i) => ({
  id: `s${i}`,
  input: { messages: [{ role: 'user', content: `q${i}` }] },
  answer: `a${i}`,
}));
// Only the samples are read here.
const pack = { samples } as unknown as Pack;
const record = (index: number, output: string | null): RunRecord => ({
  kind: 'record',
  id: `s${index}`,
  repeat: 0,
  index,
  createdAt: '',
  output,
  finish: 'stop',
  messages: [],
  prompt: null,
  usage: null,
  timings: null,
});

describe('scoring a run while it goes on', () => {
  it('ends with the very tables that scoring it afterwards gives, in whatever order records came', () => {
    const records = [record(3, 'a3'), record(0, 'a0'), record(1, 'wrong'), record(4, 'a4'), record(2, null)];
    const session = createScoringSession(pack, [exact], WHOLE_PACK);
    for (const each of records) session.add(each);
    const outputs = new Map(records.map((each) => [recordKey(each), scorableOutput(each)]));
    const afterwards = scoreRun(pack, outputs, { scorers: [exact] });
    const [table] = session.finish('cancelled');
    expect(table?.columns).toEqual({ accuracy: [1, 0, 'missing-output', 1, 1] });
    expect(table?.estimates['exact.accuracy']).toEqual(afterwards.tables[0]?.columns[0]?.estimate);
  });

  it('scores each output once', () => {
    let calls = 0;
    const counting: Scorer = {
      ...exact,
      score: (sample, output) => {
        calls += 1;
        return exact.score(sample, output);
      },
    };
    const session = createScoringSession(pack, [counting], WHOLE_PACK);
    for (let i = 0; i < 5; i += 1) session.add(record(i, `a${i}`));
    session.soFar();
    session.finish('cancelled');
    expect(calls).toBe(5);
  });

  it('counts what was never answered as unscored, for the reason given', () => {
    const session = createScoringSession(pack, [exact], { ...WHOLE_PACK, limit: 3 });
    session.add(record(1, 'a1'));
    expect(session.soFar()[0]?.estimate).toMatchObject({ value: 1, n: 1, unscored: 0 });
    const [table] = session.finish('cancelled');
    expect(table?.keys).toEqual(['0#0', '1#0', '2#0']);
    expect(table?.columns).toEqual({ accuracy: ['cancelled', 1, 'cancelled'] });
    expect(table?.estimates['exact.accuracy']).toMatchObject({ n: 1, unscored: 2, failed: 0 });
  });
});
