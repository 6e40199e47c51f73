import { describe, expect, it } from 'vitest';
import { type KeptScoreOverride, overriddenColumn, readScoreOverrides } from './score-override.ts';

const override = (
  recordKey: string,
  value: number,
  createdAt = '2026-01-01T00:00:00.000Z',
): KeptScoreOverride => ({
  recordKey,
  id: `${recordKey}-${createdAt}`,
  createdAt,
  override: {
    schemaVersion: 1,
    metric: 'exact.accuracy',
    value,
    was: 0,
    scorerVersion: '1',
    who: 'Dr A',
    why: 'synonym',
  },
});
const column = {
  metric: 'exact.accuracy',
  measure: { kind: 'binary' as const },
  keys: ['0#0', '1#0', '2#0', '3#0'],
  cells: [0, 1, 'extraction-failed' as const, 0],
  clusters: ['a', 'b', 'c', 'd'],
};

describe('score overrides', () => {
  it('change the estimate beside the computed one, and score what was unscored', () => {
    const found = overriddenColumn(column, [override('0#0', 1), override('2#0', 1)]);
    expect(found).toMatchObject({
      cells: [1, 1, 1, 0],
      changed: 2,
      estimate: { value: 0.75, n: 4, unscored: 0 },
    });
    expect(column.cells).toEqual([0, 1, 'extraction-failed', 0]);
  });
  it('the last one counts; one that the measure cannot hold, or of another metric or record, does nothing', () => {
    const twice = [override('0#0', 1), override('0#0', 0, '2026-01-02T00:00:00.000Z')];
    expect(overriddenColumn(column, twice)?.cells[0]).toBe(0);
    expect(overriddenColumn(column, [override('0#0', 0.5)])).toBeNull();
    expect(overriddenColumn(column, [override('9#0', 1)])).toBeNull();
    expect(overriddenColumn({ ...column, metric: 'other.x' }, [override('0#0', 1)])).toBeNull();
  });
  it('need who and why; rows of a wrong form are counted', () => {
    const row = (body: object, kind = 'score-override') => ({
      recordKey: '0#0',
      kind,
      id: 'x',
      createdAt: '2026',
      body: body as Record<string, unknown>,
    });
    const good = override('0#0', 1).override;
    expect(
      readScoreOverrides([row(good), row({ ...good, why: ' ' }), row({ ...good, who: '' }), row({}, 'edit')]),
    ).toMatchObject({
      overrides: [{ override: good }],
      unreadable: 2,
    });
  });
});
