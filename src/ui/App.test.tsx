// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../core/errors.ts';
import { pack, questionSample, visitSample } from './testing/fake-data.ts';
import { renderApp } from './testing/render-app.tsx';

beforeEach(() => {
  // happy-dom draws nothing, so these do nothing there.
  HTMLElement.prototype.scrollIntoView = () => undefined;
  vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
});
afterEach(cleanup);

describe('the Run page', () => {
  it('runs the quick demo: hand-written visits first, then parts of the other packs', async () => {
    const { services } = renderApp('/');
    fireEvent.click(await screen.findByRole('button', { name: 'Run the demo' }));
    await waitFor(() => expect(services.queue.started).toHaveLength(3));
    expect(services.queue.started.map(({ packId, limit, dtype }) => ({ packId, limit, dtype }))).toEqual([
      { packId: 'soap-notes-handwritten', limit: 6, dtype: 'int8' },
      { packId: 'soap-notes-demo', limit: 6, dtype: 'int8' },
      { packId: 'clinical-qa-demo', limit: 20, dtype: 'fp32' },
    ]);
  });

  it('offers an interrupted run for resumption before anything else', async () => {
    renderApp('/');
    expect(await screen.findByRole('button', { name: 'Resume' })).toBeTruthy();
    expect(screen.getByText(/stopped after 5 of 12/)).toBeTruthy();
  });

  it('says why the graphics processor cannot be chosen', async () => {
    renderApp('/');
    expect(await screen.findByText(/gave no graphics adapter/)).toBeTruthy();
  });
});

describe('the Results pages', () => {
  it('put the score on hand-written visits before the one on generated visits', async () => {
    renderApp('/results/run-2');
    const own = await screen.findByRole('heading', { name: 'Scores' });
    const twin = await screen.findByRole('heading', { name: 'The same model on hand-written visits' });
    expect(twin.compareDocumentPosition(own) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.getByText(/the generator that trained this model also wrote these visits/i)).toBeTruthy();
  });

  it('delete a run and take it back', async () => {
    renderApp('/results');
    const rows = () => screen.getAllByRole('button', { name: /Delete the run/ }).length;
    await screen.findAllByRole('button', { name: /Delete the run/ });
    const before = rows();
    const first = screen.getAllByRole('button', { name: /Delete the run/ })[0];
    if (first !== undefined) fireEvent.click(first);
    await waitFor(() => expect(rows()).toBe(before - 1));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(rows()).toBe(before));
  });

  it('list invented and contradicted facts of a note with where they stand', async () => {
    renderApp('/results/run-1/sample/0.0');
    expect(await screen.findByRole('button', { name: /^ibuprofen 200 mg/ })).toBeTruthy();
    expect(
      screen.getByRole('button', { name: /^amoxicillin 800 mg.*differs in dose.*line 10/ }),
    ).toBeTruthy();
  });

  it('say what is wrong and what to do when stored data cannot be read', async () => {
    renderApp('/results', { broken: new AppError('storage/failed', 'no database') });
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Allow site data for this page and reload.',
    );
  });
});

describe('hostile text', () => {
  it('of a pack stays text, and hidden characters are shown', async () => {
    const attack = '<img src=x onerror="globalThis.hacked = true">\u202eevil';
    const sample = visitSample(attack);
    renderApp('/packs/hostile', {
      packs: [
        pack({
          id: 'hostile',
          title: attack,
          samples: [{ ...sample, target: [attack] }, questionSample('q')],
        }),
      ],
    });
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('<img'));
    // The samples are read after the title.
    const details = await waitFor(() => {
      const summary = screen
        .getAllByText(/<img src=x/)
        .find((element) => element.closest('summary') !== null);
      const found = summary?.closest('details');
      if (!found) throw new Error('the sample is not shown yet');
      return found;
    });
    details.open = true;
    fireEvent(details, new Event('toggle'));
    await waitFor(() => expect(screen.getAllByText('RLO').length).toBeGreaterThan(1));
    expect(document.querySelector('img')).toBeNull();
    expect(Reflect.get(globalThis, 'hacked')).toBeUndefined();
  });
});

describe('erasing everything', () => {
  it('needs the word to be typed and then reports what was checked', async () => {
    renderApp('/data');
    fireEvent.click(await screen.findByRole('button', { name: 'Erase everything …' }));
    const confirm = await screen.findByRole<HTMLButtonElement>('button', {
      name: 'Erase everything',
      hidden: true,
    });
    expect(confirm.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText(/Type/), { target: { value: 'erase' } });
    fireEvent.click(confirm);
    expect(await screen.findByText(/Erased and checked/)).toBeTruthy();
  });
});
