// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { estimate } from '../testing/fake-data.ts';
import { EstimateCell } from './EstimateCell.tsx';

afterEach(cleanup);

function textOf(node: React.ReactElement): string {
  const { container } = render(node);
  return container.textContent;
}

describe('EstimateCell', () => {
  it('prints a fraction with its interval and n', () => {
    const text = textOf(<EstimateCell estimate={estimate()} kind="fraction" />);
    expect(text).toContain('0.612');
    expect(text).toContain('0.548 to 0.671');
    expect(text).toContain('n = 12');
  });

  it('prints a binary measure in percent', () => {
    const text = textOf(
      <EstimateCell estimate={estimate({ value: 0.4, low: 0.2458, high: 0.5768, n: 30 })} kind="binary" />,
    );
    expect(text).toContain('40.0 %');
    expect(text).toContain('24.6 % to 57.7 %');
  });

  it('says unscored and failed counts beside the mean', () => {
    expect(
      textOf(<EstimateCell estimate={estimate({ n: 10, unscored: 2, failed: 1 })} kind="fraction" />),
    ).toContain('n = 10, 2 unscored (1 failed)');
  });

  it('says that nothing was scored instead of printing a zero', () => {
    const none = estimate({ value: null, low: null, high: null, method: 'none', n: 0, unscored: 12 });
    const text = textOf(<EstimateCell estimate={none} kind="fraction" mark />);
    expect(text).toContain('nothing scored');
    expect(text).not.toContain('0.000');
  });

  it('words zero events with their exact upper bound', () => {
    const zero = estimate({ value: 0, low: 0, high: 0.1135, method: 'wilson', n: 30 });
    expect(textOf(<EstimateCell estimate={zero} kind="binary" />)).toContain(
      '0 of 30; up to 12 in 100 remain compatible',
    );
  });

  it('marks an unreliable interval in words', () => {
    expect(
      textOf(<EstimateCell estimate={estimate({ unreliable: 'few-clusters' })} kind="fraction" />),
    ).toContain('Unreliable');
  });

  it('hides the drawn interval from assistive technology, since the text says the same', () => {
    const { container } = render(<EstimateCell estimate={estimate()} kind="fraction" mark />);
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(screen.getByText('0.612')).toBeTruthy();
  });
});
