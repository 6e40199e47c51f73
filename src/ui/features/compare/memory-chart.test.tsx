// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { PeakMemory } from '../../../core/compare/run-costs.ts';
import type { Estimate } from '../../../core/contracts.ts';
import { MemoryChart } from './MemoryChart.tsx';
import type { CostedRun } from './trade-off.ts';

afterEach(cleanup);

const measure = {
  id: 'accuracy',
  title: 'Accuracy',
  kind: 'binary',
  better: 'higher',
  headline: true,
} as const;

function costed(name: string, quality: number, peakMemory: PeakMemory, modelBytes: number): CostedRun {
  const estimate = (value: number | null): Estimate => ({
    value,
    low: null,
    high: null,
    method: 'none',
    level: 0.95,
    n: 10,
    unscored: 0,
    failed: 0,
  });
  const none = estimate(null);
  const costs = {
    seconds: none,
    firstToken: none,
    tokensPerSecond: none,
    calls: none,
    peakMemory,
    modelBytes,
  };
  return { id: name, name, quality: estimate(quality), costs };
}

const show = (runs: readonly CostedRun[]) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryChart runs={runs} measure={measure} />
    </QueryClientProvider>,
  );

const NONE = { pageBytes: null, wasmBytes: null };
const page = (pageBytes: number) => ({ pageBytes, wasmBytes: null });
const heap = (wasmBytes: number) => ({ pageBytes: null, wasmBytes });

describe('quality against memory', () => {
  it('uses the measured peak where every run tells it alike, with the front in the table', () => {
    const runs = [
      costed('small', 0.6, page(3e8), 1e8),
      costed('large', 0.8, page(9e8), 5e8),
      costed('worse', 0.5, page(7e8), 4e8),
    ];
    show(runs);
    expect(screen.getAllByText('Accuracy against peak memory').length).toBeGreaterThan(0);
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
    expect(rows.map((row) => row.endsWith('yes'))).toEqual([true, true, false]);
    expect(document.body.textContent).toContain('Peak memory: small 300 MB; large 900 MB; worse 700 MB.');
  });
  it('names the size of the files as a stand-in where a run does not tell its memory', () => {
    const runs = [costed('old', 0.6, NONE, 1e8), costed('new', 0.8, page(9e8), 5e8)];
    show(runs);
    expect(screen.getAllByText('Accuracy against size of the model').length).toBeGreaterThan(0);
    expect(document.body.textContent).toMatch(
      /Peak memory is not recorded of old: the recordings .* carry none\..*The size of the files/,
    );
  });
  it('does not set a page beside a heap', () => {
    const runs = [costed('a', 0.6, heap(1e8), 2e8), costed('b', 0.8, page(9e8), 2e8)];
    show(runs);
    expect(screen.queryByText(/against/)).toBeNull();
    expect(document.body.textContent).toContain('seen in different ways');
    expect(document.body.textContent).toContain('does not tell the runs apart');
  });
});
