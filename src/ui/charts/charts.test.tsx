// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { BarChart } from './BarChart.tsx';
import { forestLayout, type ForestRow } from './forest-layout.ts';
import { ForestPlot } from './ForestPlot.tsx';
import { ReliabilityDiagram } from './ReliabilityDiagram.tsx';
import { RiskCoverage } from './RiskCoverage.tsx';
import { chartSvg } from './save-chart.ts';
import { evenDomain, linearScale, niceTicks, tickText, zeroDomain } from './scale.ts';
import { scatterLayout, type ScatterPoint } from './scatter-layout.ts';

afterEach(cleanup);
const show = (chart: ReactNode) =>
  render(<QueryClientProvider client={new QueryClient()}>{chart}</QueryClientProvider>);

describe('a scale', () => {
  it('keeps its ends, its middle and its direction, and stops what lies outside', () => {
    const down = linearScale([0, 2], [100, 0]);
    expect([0, 1, 2, -5, 9].map((value) => down.at(value))).toEqual([100, 50, 0, 100, 0]);
    expect(linearScale([3, 3], [0, 10]).at(3)).toBe(5);
  });
  it('has round ticks with zero among them, without rounding noise', () => {
    expect(niceTicks([-0.3, 0.3], 6)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
    expect(niceTicks([0, 1], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(niceTicks([0, 7], 4)).toEqual([0, 2, 4, 6]);
    expect(niceTicks([2, 2], 4)).toEqual([2]);
    expect(niceTicks([0, Number.NaN], 4)).toEqual([0]);
  });
  it('begins at a real zero and holds every value', () => {
    expect(zeroDomain([0.83, 3.1])).toEqual([0, 4]);
    expect(zeroDomain([0, 0])).toEqual([0, 1]);
    expect(zeroDomain([])).toEqual([0, 1]);
    expect(evenDomain([-0.07, 0.02])).toEqual([-0.1, 0.1]);
  });
  it('prints ticks with the decimals their step needs', () => {
    expect(tickText(-0.05, [0, 0.05])).toBe('\u22120.05');
    expect(tickText(10, [0, 10])).toBe('10');
  });
});

const row = (id: string, value: number, low: number, high: number): ForestRow => ({
  id,
  label: id,
  value,
  low,
  high,
  text: `${value}`,
  words: `${id} by ${value}`,
  shown: true,
  unreliable: false,
});

describe('a forest plot', () => {
  const rows = [row('one', 0.2, 0.1, 0.3), row('two', -0.05, -0.2, 0.1)];
  it('puts zero in the middle of its axis and each mark between its ends', () => {
    for (const width of [360, 1000]) {
      const { scale, rows: placed, axisY, height } = forestLayout(rows, width);
      const [from, to] = scale.range;
      expect(scale.at(0)).toBeCloseTo((from + to) / 2, 9);
      for (const { mark, y } of placed) {
        expect(mark?.from).toBeLessThan(mark?.x ?? 0);
        expect(mark?.to).toBeGreaterThan(mark?.x ?? 0);
        expect(y).toBeLessThan(axisY);
      }
      expect(height).toBeGreaterThan(axisY);
      expect(to).toBeLessThanOrEqual(width);
    }
  });
  it('draws all zero differences and a row without a number', () => {
    const nothing = { ...row('none', 0, 0, 0), value: null, low: null, high: null };
    const { rows: placed, ticks } = forestLayout([row('zero', 0, 0, 0), nothing], 700);
    expect(placed[0]?.mark?.x).toBe(placed[0]?.mark?.from);
    expect(placed[1]?.mark).toBeNull();
    expect(ticks.every(Number.isFinite)).toBe(true);
  });
  it('is walked with the arrow keys, reads each mark out and hands over the chosen one', () => {
    const picked: string[] = [];
    show(
      <ForestPlot
        title="Gains"
        rows={rows}
        left="A"
        right="B"
        unit="share"
        onPick={(id) => picked.push(id)}
      />,
    );
    const [first, second] = screen.getAllByRole('option');
    expect([first?.getAttribute('tabindex'), second?.getAttribute('tabindex')]).toEqual(['0', '-1']);
    act(() => first?.focus());
    expect(screen.getByText('one: one by 0.2')).toBeTruthy();
    if (first !== undefined) fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    expect(screen.getByText('two: two by -0.05')).toBeTruthy();
    if (second !== undefined) fireEvent.keyDown(second, { key: 'Enter' });
    expect(picked).toEqual(['two']);
  });
  it('has its numbers in a table as well', () => {
    show(<ForestPlot title="Gains" rows={rows} left="A" right="B" unit="share" />);
    const table = screen.getByRole('table', { name: 'Gains', hidden: true });
    expect(table.textContent).toContain('one by 0.2');
  });
});

describe('a scatter plot', () => {
  const point = (id: string, x: number, y: number, front: boolean): ScatterPoint => ({
    id,
    label: id,
    x: { value: x, low: null, high: null },
    y: { value: y, low: y - 0.1, high: y + 0.1 },
    words: id,
    front,
  });
  it('begins both axes at zero and joins the front by steps', () => {
    const { x, y, frontPath, labels } = scatterLayout(
      [point('a', 1, 0.5, true), point('b', 4, 0.9, true), point('c', 4, 0.4, false)],
      { width: 400, height: 300 },
    );
    expect([x.domain[0], y.domain[0]]).toEqual([0, 0]);
    expect(frontPath).toBe(`M${x.at(1)} ${y.at(0.5)}H${x.at(4)}V${y.at(0.9)}`);
    expect(labels.map(({ end }) => end)).toEqual([false, true, true]);
  });
  it('keeps labels of points in one place apart', () => {
    const { labels } = scatterLayout([point('a', 1, 0.5, true), point('b', 1, 0.5, true)], {
      width: 400,
      height: 300,
    });
    expect(Math.abs((labels[0]?.y ?? 0) - (labels[1]?.y ?? 0))).toBeGreaterThanOrEqual(15);
  });
});

describe('other charts', () => {
  it('draw bars from zero, in proportion', () => {
    show(
      <BarChart
        title="Flips"
        note=""
        bars={[
          { id: 'a', label: 'A', value: 10, text: '10' },
          { id: 'b', label: 'B', value: 5, text: '5' },
          { id: 'c', label: 'C', value: 0, text: '0' },
        ]}
      />,
    );
    const widths = screen
      .getAllByRole('option')
      .map((mark) => Number([...mark.querySelectorAll('rect')].at(-1)?.getAttribute('width')));
    expect(widths[1]).toBeCloseTo((widths[0] ?? 0) / 2, 9);
    expect(widths[2]).toBe(0);
  });
  it('leave out empty bins of a reliability diagram', () => {
    const bin = { confidence: 0.9, right: 0.6, low: 0.4, high: 0.8, n: 20 };
    show(<ReliabilityDiagram title="Calibration" bins={[bin, { ...bin, n: 0 }]} />);
    expect(screen.getAllByRole('option').map((mark) => mark.getAttribute('aria-label'))).toEqual([
      '90 % sure, 60 % right (40 % to 80 %), n = 20',
    ]);
  });
  it('thin out the marks of a long risk-coverage curve but keep its right end', () => {
    const points = Array.from({ length: 500 }, (_, at) => ({
      coverage: (at + 1) / 500,
      risk: at / 1000,
      low: null,
      high: null,
      n: at + 1,
    }));
    show(<RiskCoverage title="Risk" points={points} />);
    const words = screen.getAllByRole('option').map((mark) => mark.getAttribute('aria-label') ?? '');
    expect(words.length).toBeLessThanOrEqual(21);
    expect(words.at(-1)).toMatch(/100 % \(n = 500\): 50 % wrong/);
  });
  it('are saved as a file of their own, without the marks of this page', () => {
    show(<BarChart title="Flips & <b>" note="" bars={[{ id: 'a', label: 'A', value: 1, text: '1' }]} />);
    const svg = document.querySelector('svg');
    if (svg === null) throw new Error('no chart');
    const { text } = chartSvg(svg, 'Flips & <b>');
    expect(text).toContain('Flips &amp; &lt;b&gt;');
    expect(text).not.toMatch(/class=|tabindex|role=|href/);
  });
});
