// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { MetricRow, RunResults, Services } from '../../../app/services.ts';
import { choiceCalibration } from '../../../core/calibration/choice-calibration.ts';
import type { Evidence } from '../../../core/contracts.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { createQueryClient } from '../../queries/stored.ts';
import { ServicesProvider } from '../../services-context.ts';
import { fakeServices } from '../../testing/fake-services.ts';
import { CalibrationPanel } from './CalibrationPanel.tsx';

afterEach(cleanup);

const evidence = (count: number): Evidence[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'choice',
    picked: 'A',
    correct: index % 4 === 0 ? 'B' : 'A',
    method: 'log-likelihood',
    probabilities: [
      { id: 'A', probability: 0.5 + (index % 10) / 20 },
      { id: 'B', probability: 0.5 - (index % 10) / 20 },
    ],
  }));

const ranked: MetricRow = {
  key: 'choice.accuracy-per-char',
  scorerId: 'choice',
  scorerTitle: 'Multiple choice',
  measure: { id: 'accuracy-per-char', title: 'Accuracy', kind: 'binary', better: 'higher', headline: false },
  estimate: { value: 1, low: 0, high: 1, level: 0.95, method: 'wilson', n: 40, unscored: 0, failed: 0 },
};

async function show(found: readonly Evidence[], metrics: readonly MetricRow[] = [ranked]) {
  const fake = fakeServices();
  const [run] = await fake.runs.list();
  if (run === undefined) throw new Error('the fake has no run');
  const results: RunResults = { ...(await fake.runs.results(run.header.id)), metrics };
  const services: Services = {
    ...fake,
    runs: { ...fake.runs, calibration: () => Promise.resolve(choiceCalibration(found)) },
  };
  return render(
    <ServicesProvider value={services}>
      <QueryClientProvider client={createQueryClient()}>
        <CalibrationPanel results={results} />
      </QueryClientProvider>
    </ServicesProvider>,
  );
}

describe('the confidence of ranked choices', () => {
  it('has every figure with its interval and n, both charts, and the warning under 300 answers', async () => {
    await show(evidence(40));
    const row = (await screen.findByRole('rowheader', { name: 'Share right' }, { timeout: 10_000 })).closest(
      'tr',
    );
    expect(row?.textContent).toMatch(/0\.750.*0\.\d{3} to 0\.\d{3}/u);
    expect(screen.getByText(/n = 40/u)).toBeTruthy();
    expect(screen.getByText(/Fewer than 300 answers/u)).toBeTruthy();
    expect(screen.getAllByText(/How sure, and how often right/u).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/Wrong answers among the surest/u).length).toBeGreaterThan(0);
  });

  it('does not warn about 300', async () => {
    await show(evidence(300));
    await screen.findByText(/n = 300/u, {}, { timeout: 10_000 });
    expect(screen.queryByText(/Fewer than 300/u)).toBeNull();
  });

  it('says what to do when the scores are from before', async () => {
    await show([]);
    expect(
      await screen.findByText(
        /not kept with these scores. Choose “Score again” above/u,
        {},
        { timeout: 10_000 },
      ),
    ).toBeTruthy();
  });

  it('is absent where no choices were ranked', async () => {
    const { container } = await show(evidence(40), []);
    expect(container.textContent).toBe('');
  });
});
