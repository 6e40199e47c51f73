// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runHeader, storedRun } from '../../testing/fake-data.ts';
import { renderApp } from '../../testing/render-app.tsx';

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
});
afterEach(cleanup);

it('says for runs with one answer nothing of several', async () => {
  renderApp('/results/r1', { runs: [storedRun({ header: runHeader({ id: 'r1' }) })] });
  expect(await screen.findByRole('heading', { name: 'Intervals by other methods' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Several answers to each sample' })).toBeNull();
});

it('has a place for what several answers say, in words where no measure is right or wrong', async () => {
  const { selection } = runHeader();
  const header = runHeader({ id: 'r1', selection: { ...selection, repeats: 3 } });
  renderApp('/results/r1', { runs: [storedRun({ header })] });
  const heading = await screen.findByRole('heading', { name: 'Several answers to each sample' });
  const panel = heading.closest('section');
  if (panel === null) throw new Error('no panel');
  expect(await within(panel).findByText(/pass@3|None of these measures is right or wrong/)).toBeTruthy();
  expect(panel.textContent).not.toMatch(/NaN|Infinity|undefined/);
});
