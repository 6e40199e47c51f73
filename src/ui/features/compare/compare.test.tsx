// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { diffWordsWithSpace } from 'diff';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runHeader, storedRun } from '../../testing/fake-data.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { readCompareAddress } from './compare-address.ts';
import { differenceText, pText, rangeText } from '../../../core/compare/difference-words.ts';
import { pairedRows } from './sample-differences.ts';
import { wordDiff } from './word-diff.ts';

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = () => undefined;
  vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
});
afterEach(cleanup);

describe('the address of a comparison', () => {
  it('names runs once each, the baseline first, and the sample shown', () => {
    expect(readCompareAddress('')).toEqual({ runIds: [], sample: null });
    expect(readCompareAddress('/a,b')).toEqual({ runIds: ['a', 'b'], sample: null });
    expect(readCompareAddress('?runs=a,b,a')).toEqual({ runIds: ['a', 'b'], sample: null });
    expect(readCompareAddress('/a%2Cx,b/sample/12')).toEqual({ runIds: ['a,x', 'b'], sample: 12 });
    expect(readCompareAddress('/%')).toEqual({ runIds: ['%'], sample: null });
  });
});

describe('the words of a difference', () => {
  it('carry sign and unit, and no sign where nothing is left after rounding', () => {
    expect(differenceText(0.125, 'binary')).toBe('+12.5 points');
    expect(differenceText(-0.0211, 'fraction')).toBe('\u22120.021');
    expect(differenceText(-0.0001, 'fraction')).toBe('0.000');
    expect(rangeText(-0.1, 0.02, 'binary')).toBe('\u221210.0 to +2.0 points');
    expect([pText(0.00001), pText(0.0004), pText(0.5)]).toEqual(['p < 0.0001', 'p = 0.0004', 'p = 0.500']);
  });
});

describe('the list of shared samples', () => {
  const samples = {
    ids: ['s0', 's1', 's2', 's3', 's4'],
    indices: [0, 1, 2, 3, 4],
    columns: { m: { a: [1, 0, 1, 0, null], b: [1, 1, 0, 0, 1] } },
  };
  const measure = { better: 'higher', kind: 'binary' } as const;
  const list = (choice: Parameters<typeof pairedRows>[3], better: 'higher' | 'lower' = 'higher') =>
    pairedRows(samples, 'm', { ...measure, better }, choice).map(({ id }) => id);
  it('puts differences before equals, and samples without both scores last', () => {
    expect(list({ group: 'all', sort: 'size' })).toEqual(['s1', 's2', 's0', 's3', 's4']);
    expect(list({ group: 'all', sort: 'b' })).toEqual(['s1', 's0', 's3', 's2', 's4']);
    expect(list({ group: 'all', sort: 'a' })).toEqual(['s2', 's0', 's3', 's1', 's4']);
    expect(list({ group: 'all', sort: 'pack' })).toEqual(['s0', 's1', 's2', 's3', 's4']);
  });
  it('lists each group of flips, whichever value is the right one', () => {
    expect(list({ group: 'only-b', sort: 'pack' })).toEqual(['s1']);
    expect(list({ group: 'only-b', sort: 'pack' }, 'lower')).toEqual(['s2']);
    expect(list({ group: 'both-wrong', sort: 'pack' })).toEqual(['s3']);
  });
});

describe('the word difference', () => {
  it('gives both texts back in pieces', () => {
    const [a, b] = ['Start amoxicillin 80 mg daily.', 'Start amoxicillin 800 mg once daily.'];
    const diff = wordDiff(a, b, diffWordsWithSpace);
    expect(diff?.a.map(({ text }) => text).join('')).toBe(a);
    expect(diff?.b.map(({ text }) => text).join('')).toBe(b);
    expect(diff?.a.filter(({ kind }) => kind === 'only').map(({ text }) => text)).toEqual(['80']);
  });
  it('marks nothing when the texts are too different to finish', () => {
    expect(wordDiff('a', 'b', () => undefined)).toBeNull();
  });
});

const run = (id: string, title: string, sha = 'a') =>
  storedRun({
    header: runHeader({
      id,
      model: { ...runHeader().model, title, sha256: title.length.toString(16).repeat(64) },
      pack: { ...runHeader().pack, sha256: sha.repeat(64) },
    }),
  });
const runs = [
  run('r1', 'First model'),
  run('r2', 'Second'),
  run('r3', 'The third one'),
  run('x', 'Else', 'b'),
];

describe('the Compare page', () => {
  it('asks for runs of one pack and leads to the comparison', async () => {
    renderApp('/compare', { runs });
    const first = await screen.findByRole('checkbox', { name: /First model/ });
    fireEvent.click(first);
    expect(screen.getByRole('checkbox', { name: /Else/ })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('checkbox', { name: /Second/ }));
    fireEvent.click(screen.getByRole('link', { name: 'Compare 2 runs' }));
    expect(await screen.findByRole('heading', { name: 'Is B better than A?' })).toBeTruthy();
    expect(location.hash).toBe('#/compare/r1,r2');
  });
  it('words runs with equal scores without claiming that they are equal', async () => {
    renderApp('/compare/r1,r2', { runs });
    const heading = await screen.findByRole('heading', { name: 'Is B better than A?' });
    const panel = heading.closest('section');
    if (panel === null) throw new Error('no panel');
    expect(within(panel).getAllByText(/No sample (differs|changed)/).length).toBeGreaterThan(0);
    expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined|is better\./);
  });
  it('refuses runs of another seal and says why', async () => {
    renderApp('/compare/r1,x', { runs });
    expect(await screen.findByText('These runs cannot be compared.')).toBeTruthy();
    expect(screen.getByText(/its seal differs/)).toBeTruthy();
  });
  it('says what to do with one run, a run that is not here, and none at all', async () => {
    const one = renderApp('/compare/r1', { runs });
    expect(await screen.findByText('One run ticked: tick one more of the same pack.')).toBeTruthy();
    one.unmount();
    const gone = renderApp('/compare/r1,nowhere', { runs });
    expect(await screen.findByText('A run is not here')).toBeTruthy();
    gone.unmount();
    renderApp('/compare', { runs: [] });
    expect(await screen.findByText('No runs to compare yet')).toBeTruthy();
  });
  it('ranks three runs and lets another one be held against the baseline', async () => {
    renderApp('/compare/r1,r2,r3', { runs });
    expect(await screen.findByRole('heading', { name: 'Ranking of all runs' })).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Hold against the baseline'), { target: { value: 'r3' } });
    expect(await screen.findByText('A is First model. B is The third one.')).toBeTruthy();
  });
  it('takes the runs as raters of the samples, by any measure', async () => {
    renderApp('/compare/r1,r2,r3', { runs });
    fireEvent.click(await screen.findByRole('button', { name: 'Compute the agreement' }));
    expect(await screen.findByText(/3 raters/)).toBeTruthy();
    expect(screen.getByText('First model and Second')).toBeTruthy();
    const measure = screen.getByLabelText('Ratings by');
    const [, second] = [...measure.querySelectorAll('option')];
    fireEvent.change(measure, { target: { value: second?.value } });
    expect(await screen.findByText(/3 raters/)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined/);
  });
  it('ranks models over packs, and says what is missing for it', async () => {
    const one = renderApp('/compare', { runs: runs.slice(0, 3) });
    expect(await screen.findByText(/A ranking needs two models/)).toBeTruthy();
    one.unmount();
    const whole = [...runs.slice(0, 2), run('y1', 'First model', 'c'), run('y2', 'Second', 'c')];
    renderApp('/compare', { runs: whole });
    fireEvent.click(await screen.findByRole('button', { name: 'Rank the models' }));
    expect(await screen.findByText('Models by win rate')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined/);
  });
  it('holds the same two models against each other over every pack that both were run on', async () => {
    const elsewhere = [run('y1', 'First model', 'c'), run('y2', 'Second', 'c'), run('y3', 'Second', 'd')];
    renderApp('/compare/r1,r2', { runs: [...runs, ...elsewhere] });
    fireEvent.click(await screen.findByRole('button', { name: 'Compare over all 2 packs' }));
    const [all] = await screen.findAllByText('All 2 packs', {}, { timeout: 30_000 });
    const cells = [...(all?.closest('tbody')?.querySelectorAll('td:last-child') ?? [])];
    const pairs = cells.map((cell) => Number(cell.textContent));
    expect(pairs).toHaveLength(3);
    expect(pairs[2]).toBe((pairs[0] ?? 0) + (pairs[1] ?? 0));
    expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined/);
  }, 60_000);
  it('shows any of several answers beside each other', async () => {
    const repeated = runs.map((one) => ({
      ...one,
      header: { ...one.header, selection: { ...one.header.selection, repeats: 3 } },
    }));
    renderApp('/compare/r1,r2/sample/0', { runs: repeated });
    const choice = await screen.findByLabelText('Answer of B');
    fireEvent.change(choice, { target: { value: '2' } });
    expect(choice).toHaveProperty('value', '2');
    expect(await screen.findByRole('heading', { name: /^B: / })).toBeTruthy();
  });
});
