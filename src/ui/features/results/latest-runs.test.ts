import { describe, expect, it } from 'vitest';
import { comparablePairs } from '../../components/comparable-runs.ts';
import { modelIdentity, runHeader, storedRun } from '../../testing/fake-data.ts';
import { latestPerPack } from './latest-runs.ts';

const run = (id: string, model: string, createdAt: string, done: number, recorded: boolean) =>
  storedRun({
    header: runHeader({ id, createdAt, model: { ...modelIdentity(), id: model, sha256: model } }),
    done,
    recorded,
  });

const whole = run('whole', 'small', '2026-11-01T00:00:00.000Z', 128, true);
const part = run('part', 'large', '2026-11-20T00:00:00.000Z', 20, true);

describe('the summary of a pack', () => {
  it('shows the recorded run of most samples, though a shorter one is newer', () => {
    expect(latestPerPack([part, whole], []).map(({ header }) => header.id)).toEqual(['whole']);
  });

  it('shows the newest run made here before any recording', () => {
    const older = run('older', 'small', '2026-11-02T00:00:00.000Z', 128, false);
    const newer = run('newer', 'small', '2026-11-03T00:00:00.000Z', 5, false);
    expect(latestPerPack([part, older, whole, newer], []).map(({ header }) => header.id)).toEqual(['newer']);
  });
});

describe('what is offered to compare', () => {
  it('is the pair with the most samples, older before newer', () => {
    const base = run('base', 'base', '2026-10-01T00:00:00.000Z', 40, true);
    const pairs = comparablePairs([part, whole, base]).map((pair) => pair.map(({ header }) => header.id));
    expect(pairs[0]).toEqual(['base', 'whole']);
  });
});
