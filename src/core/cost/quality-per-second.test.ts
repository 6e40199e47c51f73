import { expect, it } from 'vitest';
import type { MeasureSpec } from '../contracts.ts';
import { qualityPerSecond } from './quality-per-second.ts';

const measure = (better: MeasureSpec['better']): MeasureSpec => ({
  id: 'm',
  title: 'M',
  kind: 'fraction',
  better,
  headline: true,
});
const sample = (cluster: string, seconds: number, value: number | null) => ({
  cluster,
  seconds,
  scores: {
    m:
      value === null
        ? ({ state: 'unscored', reason: 'no-facts' } as const)
        : ({ state: 'scored', value } as const),
  },
});

it('divides sums, so that long answers weigh as long as they took', () => {
  const samples = [sample('a', 1, 1), sample('b', 3, 0.5), sample('c', 9, null)];
  const [found] = qualityPerSecond(samples, [{ metric: 'm', title: 'M', measure: measure('higher') }]);
  expect(found).toMatchObject({ value: 1.5 / 4, n: 2 });
  expect(found?.low).toBeCloseTo(0.5 / 3, 10);
  expect(found?.high).toBe(1);
});

it('has no interval for one patient, and no figure for errors', () => {
  const samples = [sample('a', 1, 1), sample('a', 2, 1)];
  expect(qualityPerSecond(samples, [{ metric: 'm', title: 'M', measure: measure('higher') }])).toMatchObject([
    { low: null, high: null, n: 2 },
  ]);
  expect(qualityPerSecond(samples, [{ metric: 'm', title: 'M', measure: measure('lower') }])).toEqual([]);
});
