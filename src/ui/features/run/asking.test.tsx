// @vitest-environment happy-dom
/** The way of asking on the Run page, the ladder, and twins of a pack, on invented data. */
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunRequest } from '../../../app/services.ts';
import { SOLVERS } from '../../../core/solvers/registry.ts';
import { keptSettings } from '../../../core/solvers/setting-fields.ts';
import type { StoredRun } from '../../../storage/contract.ts';
import { useLadderStore } from '../../state/ladder-store.ts';
import { runHeader, storedRun } from '../../testing/fake-data.ts';
import { renderApp } from '../../testing/render-app.tsx';

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
  useLadderStore.setState({ choices: {} });
});
afterEach(cleanup);

const LADDER = '/ladder/clinical-qa-demo/demo-tuned';

/** What a run of a request would have left. */
function runOf(request: RunRequest, at: number): StoredRun {
  const base = runHeader();
  const solver = SOLVERS.find(({ id }) => id === request.solverId);
  const settings = keptSettings(solver?.settings, request.solverSettings ?? {});
  return storedRun({
    header: runHeader({
      id: `rung-${at}`,
      pack: { ...base.pack, id: request.packId, title: 'Clinical questions', sha256: '3f1c'.repeat(16) },
      model: { ...base.model, id: request.modelId, dtype: request.dtype },
      prompt: { ...base.prompt, id: request.promptId },
      solver: { id: request.solverId, version: '1', ...(settings === null ? {} : { settings }) },
      generation: request.generation,
      scorers: ['choice'],
    }),
    done: 30,
    total: 30,
  });
}

describe('the way of asking on the Run page', () => {
  it('offers what the pack can be asked, its settings and its cost', async () => {
    const { services } = renderApp('/', { runs: [storedRun()] });
    const way = await screen.findByLabelText('Way of asking');
    fireEvent.change(screen.getByLabelText('Pack'), { target: { value: 'clinical-qa-demo' } });
    fireEvent.change(way, { target: { value: 'self-consistency' } });
    const votes = await screen.findByLabelText('Votes');
    expect(await screen.findByText(/5 calls to the model for each sample, 150 in all/u)).toBeTruthy();
    fireEvent.change(votes, { target: { value: '1' } });
    expect(await screen.findByText(/^Votes: /u)).toBeTruthy();
    const start = () => screen.getByRole('button', { name: /^Start \(30 samples\)/u });
    expect((start() as HTMLButtonElement).disabled).toBe(true);
    fireEvent.change(votes, { target: { value: '3' } });
    fireEvent.click(start());
    await vi.waitFor(() => expect(services.queue.started).toHaveLength(1));
    expect(services.queue.started[0]).toMatchObject({
      solverId: 'self-consistency',
      solverSettings: { votes: 3 },
    });
  });

  it('adds the score that only this way feeds', async () => {
    const { services } = renderApp('/', { runs: [storedRun()] });
    const way = await screen.findByLabelText('Way of asking');
    fireEvent.change(screen.getByLabelText('Pack'), { target: { value: 'clinical-qa-demo' } });
    fireEvent.change(way, { target: { value: 'circular-rank-choices' } });
    fireEvent.click(await screen.findByRole('button', { name: /^Start \(30 samples\)/u }));
    await vi.waitFor(() => expect(services.queue.started[0]?.scorers).toEqual(['choice', 'circular']));
  });
});

describe('the ladder', () => {
  it('queues every way that was not asked, then shows each against the first', async () => {
    const { services } = renderApp(LADDER, { runs: [] });
    expect(await screen.findByText('Nothing asked yet')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ask in 5 ways' }));
    await vi.waitFor(() => expect(services.queue.started).toHaveLength(5));
    expect(services.queue.started.map(({ solverId }) => solverId)).toEqual([
      'rank-choices',
      'generate',
      'chain-of-thought',
      'few-shot-rank-choices',
      'options-only-rank-choices',
    ]);
    // One number format for all, or a difference would be the format's as well.
    expect(new Set(services.queue.started.map(({ dtype }) => dtype)).size).toBe(1);
    const runs = services.queue.started.map(runOf);
    cleanup();
    renderApp(LADDER, { runs });
    const table = await screen.findByRole('table', { name: /each against the first rung/u });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(5);
    expect(within(rows[0] as HTMLElement).getByText('the first rung')).toBeTruthy();
    expect(within(rows[4] as HTMLElement).getByText(/^Control/u)).toBeTruthy();
    expect(within(rows[4] as HTMLElement).getByText(/n = 30 pairs; 0 gained, 0 lost/u)).toBeTruthy();
    expect(screen.getByText('Every chosen way has been asked.')).toBeTruthy();
  });

  it('bars what the pack cannot be asked, with the reason', async () => {
    renderApp('/ladder/soap-notes-demo/demo-tuned', { runs: [] });
    const barred = await screen.findByRole('checkbox', {
      name: /^Choices ranked by likelihood the pack has no/u,
    });
    expect((barred as HTMLInputElement).disabled).toBe(true);
  });

  it('keeps what was chosen when one comes back', async () => {
    renderApp(LADDER, { runs: [] });
    fireEvent.change(await screen.findByLabelText('How many samples'), { target: { value: '8' } });
    cleanup();
    renderApp(LADDER, { runs: [] });
    const field = await screen.findByLabelText<HTMLInputElement>('How many samples');
    expect(field.value).toBe('8');
  });
});

describe('robustness of a pack', () => {
  it('makes the chosen twins and asks them like the pack itself', async () => {
    const { services } = renderApp('/robustness/clinical-qa-demo', { runs: [] });
    const added = vi.spyOn(services.packs, 'add');
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Typing errors/u }));
    expect(await screen.findByText(/samples are changed/u)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Make twins and ask (2 runs)' }));
    await vi.waitFor(() => expect(services.queue.started).toHaveLength(2));
    expect(added).toHaveBeenCalledTimes(1);
    expect(services.queue.started[0]?.packId).toBe('clinical-qa-demo');
  });
});
