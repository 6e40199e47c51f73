// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { judgeCorrection } from '../../../core/stats/agreement/judge-correction.ts';
import { JudgeCorrectionView } from './JudgeCorrectionView.tsx';

afterEach(cleanup);

const roles = { judge: 'llm', reference: 'doctor', positive: 'yes' };
const table = (rows: readonly (readonly (string | null)[])[]) => ({
  items: rows.map((_, at) => String(at)),
  raters: ['llm', 'doctor'],
  cells: rows,
});
const rows = (count: number, ...cells: (string | null)[]) => Array.from({ length: count }, () => cells);

describe('the correction of a judge', () => {
  it('asks for two raters and says the corrected rate with its interval and what it rests on', () => {
    const onChange = vi.fn();
    const view = render(
      <JudgeCorrectionView
        raters={['llm', 'doctor']}
        categories={['no', 'yes']}
        found={null}
        onChange={onChange}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Correct' }));
    expect(onChange).toHaveBeenCalledWith(roles);
    const found = judgeCorrection(
      table([
        ...rows(60, 'yes', null),
        ...rows(40, 'no', null),
        ...rows(25, 'yes', 'yes'),
        ...rows(5, 'no', 'yes'),
        ...rows(30, 'no', 'no'),
      ]),
      roles,
      0.95,
    );
    view.rerender(
      <JudgeCorrectionView
        raters={['llm', 'doctor']}
        categories={['no', 'yes']}
        found={found}
        onChange={onChange}
      />,
    );
    expect(screen.getByRole('status').textContent).toMatch(
      /60\.0 % of 100 items\. Corrected: 72\.0 % \(95 % interval [\d.]+ % to [\d.]+ %\), with a sensitivity of 83\.3 %/,
    );
  });
  it('says why a judge cannot be corrected', () => {
    const found = judgeCorrection(table(rows(3, 'yes', 'yes')), roles, 0.95);
    render(
      <JudgeCorrectionView
        raters={['llm', 'doctor']}
        categories={['yes']}
        found={found}
        onChange={vi.fn()}
      />,
    );
    expect(screen.getByRole('status').textContent).toMatch(/Corrected rate: n\/a/);
    expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined/);
  });
  it('offers nothing to one rater', () => {
    render(<JudgeCorrectionView raters={['llm']} categories={['yes']} found={null} onChange={vi.fn()} />);
    expect(document.body.textContent).toBe('');
  });
});
