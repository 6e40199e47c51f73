import { describe, expect, it } from 'vitest';
import { measure, metricRow, sampleRow } from '../../testing/fake-data.ts';
import { arrangeSamples, DEFAULT_CHOICE } from './sample-order.ts';

const recall = metricRow('facts', measure());
const invented = metricRow('facts', measure({ id: 'invented', kind: 'count', better: 'lower' }));
const metrics = [recall, invented];
const rows = [
  sampleRow(0, { 'facts.recall': 0.9, 'facts.invented': 0 }),
  sampleRow(1, { 'facts.recall': 0.2, 'facts.invented': 3 }),
  { ...sampleRow(2, {}), scores: { 'facts.recall': { state: 'unscored', reason: 'empty-output' } as const } },
  sampleRow(3, { 'facts.recall': 0.5, 'facts.invented': 1 }),
];
const order = (choice: Partial<typeof DEFAULT_CHOICE>) =>
  arrangeSamples(rows, metrics, { ...DEFAULT_CHOICE, ...choice }).map((row) => row.index);

describe('the sample list', () => {
  it('keeps pack order by default', () => {
    expect(order({})).toEqual([0, 1, 2, 3]);
  });

  it('puts the worst first, whichever direction is better, and unscored last', () => {
    expect(order({ sort: 'worst:facts.recall' })).toEqual([1, 3, 0, 2]);
    expect(order({ sort: 'worst:facts.invented' })).toEqual([1, 3, 0, 2]);
    expect(order({ sort: 'best:facts.recall' })).toEqual([0, 3, 1, 2]);
  });

  it('filters by flag', () => {
    expect(order({ flag: 'bad:facts.invented' })).toEqual([1, 3]);
    expect(order({ flag: 'unscored' })).toEqual([2]);
  });

  it('filters by a part of the id, in any case', () => {
    expect(order({ search: ' HW-02 ' })).toEqual([1]);
  });
});
