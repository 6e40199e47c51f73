// @vitest-environment happy-dom
/** The bundled model before and after tuning: asked together, then compared, on invented data. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isDemoPair } from '../../components/demo-pair.ts';
import { runHeader, storedRun } from '../../testing/fake-data.ts';
import { liveState } from '../../testing/fake-queue.ts';
import { renderApp } from '../../testing/render-app.tsx';

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
});
afterEach(cleanup);

function runBy(modelId: string, at: number, source: 'bundled' | 'hub' = 'bundled') {
  const base = runHeader();
  return storedRun({
    header: runHeader({
      id: `by-${modelId}`,
      createdAt: `2026-11-20T14:0${at}:00.000Z`,
      model: { ...base.model, id: modelId, source, sha256: `${at}`.repeat(64) },
    }),
  });
}
const PAIR = [runBy('demo-base', 1), runBy('demo-tuned', 2)];
const COMPARED = '#/compare/by-demo-base,by-demo-tuned';

describe('before and after tuning', () => {
  it('asks both models about the same visits, the base first', async () => {
    const { services } = renderApp('/', { runs: [] });
    fireEvent.click(await screen.findByRole('button', { name: 'Run both models' }));
    await waitFor(() => expect(services.queue.started).toHaveLength(2));
    expect(services.queue.started.map(({ modelId, packId, limit }) => [modelId, packId, limit])).toEqual([
      ['demo-base', 'soap-notes-demo', 24],
      ['demo-tuned', 'soap-notes-demo', 24],
    ]);
  });

  it('offers the comparison where they ended, and on Run from then on', async () => {
    const { services } = renderApp('/live', { runs: PAIR });
    fireEvent.click(await screen.findByRole('link', { name: 'Run' }));
    const kept = await screen.findByRole('link', { name: 'Compare what they wrote here' });
    expect(kept.getAttribute('href')).toBe(COMPARED);
    fireEvent.click(screen.getByRole('button', { name: 'Run both models' }));
    await waitFor(() => expect(services.queue.started).toHaveLength(2));
    const [request] = services.queue.started;
    if (request === undefined) throw new Error('nothing was started');
    const ids = PAIR.map(({ header }) => header.id);
    const ended = liveState(request, { phase: 'finished', runId: ids[1] ?? null, current: null });
    services.queue.set({ live: ended, waiting: [], finishedRunIds: ids });
    expect((await screen.findByRole('link', { name: 'Compare the two' })).getAttribute('href')).toBe(
      COMPARED,
    );
    // A run of something else that ends later has nothing to be compared with.
    services.queue.set({ live: { ...ended, runId: 'another' }, finishedRunIds: [...ids, 'another'] });
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Compare the two' })).toBeNull());
  });

  it('knows the pair by what the site bundles', () => {
    expect(isDemoPair(PAIR)).toBe(true);
    expect(isDemoPair([...PAIR].reverse())).toBe(true);
    expect(isDemoPair([runBy('demo-base', 1), runBy('demo-tuned', 2, 'hub')])).toBe(false);
    expect(isDemoPair([...PAIR, runBy('other', 3)])).toBe(false);
  });
});
