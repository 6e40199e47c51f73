// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { FidelityMark } from '../../../core/contracts.ts';
import { createQueryClient, STORED } from '../../queries/stored.ts';
import { ServicesProvider } from '../../services-context.ts';
import { fakeServices } from '../../testing/fake-services.ts';
import { FidelityNotice } from './FidelityNotice.tsx';

afterEach(cleanup);

const FAILED: FidelityMark = {
  verdict: 'failed',
  checkId: 'check',
  checkedAt: '2026-02-03T10:00:00.000Z',
  model: 'demo-tuned',
  dtype: 'q8',
  failures: ['divergence 3 nats a token, at most 0.05 is expected'],
};

async function show(mark: FidelityMark | undefined) {
  const services = fakeServices();
  const client = createQueryClient();
  services.onDataChanged(() => {
    client.invalidateQueries({ queryKey: [STORED] }).catch(() => undefined);
  });
  const [run] = await services.runs.list();
  if (run === undefined) throw new Error('the fake has no run');
  const { fidelity: _, ...header } = run.header;
  const marked = { ...run, header: { ...header, ...(mark === undefined ? {} : { fidelity: mark }) } };
  render(
    <QueryClientProvider client={client}>
      <ServicesProvider value={services}>
        <FidelityNotice run={marked} />
      </ServicesProvider>
    </QueryClientProvider>,
  );
}

describe('a run on a device that failed its check', () => {
  it('is marked until somebody says why it is used, and again when they take it back', async () => {
    await show(FAILED);
    expect(screen.getByText(/failed its check of fidelity/).textContent).toContain('failed');
    fireEvent.click(await screen.findByText('Use these scores all the same'));
    const keep = screen.getByRole<HTMLButtonElement>('button', { name: 'Keep the reason', hidden: true });
    expect(keep.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'Dr A' } });
    expect(keep.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Why these scores can be used'), { target: { value: 'a test' } });
    fireEvent.click(keep);
    expect((await screen.findByText(/Used all the same by/)).textContent).toMatch(/Dr A on .*: a test/u);
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(screen.queryByText(/Used all the same by/)).toBeNull());
  });

  it.each([undefined, { ...FAILED, verdict: 'passed' as const, failures: [] }])(
    'is not what a run without a failed check says',
    async (mark) => {
      await show(mark);
      expect(screen.queryByText(/failed its check/)).toBeNull();
    },
  );
});
