// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { SolverCall } from '../../../core/contracts.ts';
import { aRecord } from '../../../storage/fixtures.ts';
import { CallsPanel } from './CallsPanel.tsx';

afterEach(cleanup);

const call = (more: Partial<SolverCall>): SolverCall => ({
  label: 'answer',
  promptSha256: 'a'.repeat(64),
  text: 'B',
  finish: 'stop',
  usage: { promptTokens: 30, outputTokens: 1 },
  timings: { firstTokenMs: 5, totalMs: 40, tokensPerSecond: null },
  seed: null,
  ...more,
});
const show = (trace?: readonly SolverCall[]) =>
  render(<CallsPanel record={aRecord(trace === undefined ? {} : { trace })} />);

describe('the calls behind an answer', () => {
  it('keep the thoughts apart and say which were not closed', () => {
    show([
      call({ label: 'thoughts', text: '<think>It may be A', finish: 'length', unclosed: true }),
      call({ label: 'answer', picked: 'B' }),
    ]);
    expect(screen.getByText(/did not come to its end in 1 of 2 calls/u)).toBeTruthy();
    expect(screen.getByText('How the answer came about: 2 calls to the model')).toBeTruthy();
    expect(screen.getByText('thinking not closed')).toBeTruthy();
    expect(screen.getByText('<think>It may be A')).toBeTruthy();
    expect(screen.getByText(/ended by the model; 30 tokens read, 1 written; .*gives B$/u)).toBeTruthy();
  });

  it('say in which order choices were shown, and what nobody could read', () => {
    show([
      call({ label: 'rotation 0', text: null, order: ['A', 'B'], picked: 'A' }),
      call({ label: 'rotation 1', text: ' ', order: ['B', 'A'], picked: null }),
    ]);
    expect(
      screen.getByText(/^choices ranked, nothing written; .*choices shown as A, B; gives A$/u),
    ).toBeTruthy();
    expect(screen.getByText(/choices shown as B, A; no choice could be read$/u)).toBeTruthy();
    expect(screen.getByText('Nothing was written.')).toBeTruthy();
    expect(screen.queryByText(/did not come to its end/u)).toBeNull();
  });

  it('are not spoken of where one call gave the answer', () => {
    expect(show().container.textContent).toBe('');
  });
});
