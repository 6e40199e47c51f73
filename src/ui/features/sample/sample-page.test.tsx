// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';

afterEach(cleanup);

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the sample page', () => {
  it('keeps that a flag is no error with who and why, counts after review, and takes it back', async () => {
    renderApp('/results/run-1/sample/0.0');
    const flag = await screen.findByRole('button', { name: /^Not an error … ibuprofen 200 mg/ });
    fireEvent.click(flag);
    type('Why it is not an error', 'said in line 6');
    type('Your name', 'Dr. A');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    const facts = await screen.findByRole('region', { name: 'Facts and audit' });
    expect(await within(facts).findByText(/said in line 6/)).toBeTruthy();
    expect(facts.textContent).toMatch(/(\d+) invented, \d+ after review/);
    fireEvent.click(within(facts).getByRole('button', { name: /^Take back/ }));
    await expect.poll(() => facts.textContent).not.toContain('after review');
  });

  it('edits a note until it is signed, and shows what was changed', async () => {
    renderApp('/results/run-1/sample/0.0');
    fireEvent.click(await screen.findByRole('button', { name: 'Edit until you would sign it' }));
    const editor = await screen.findByLabelText<HTMLTextAreaElement>(/edited until you would sign it/);
    const before = editor.value;
    fireEvent.change(editor, { target: { value: `${before} Return if worse.` } });
    expect(await screen.findByText(/^3 of \d+ words changed$/)).toBeTruthy();
    const form = editor.closest('form');
    if (form === null) throw new Error('the editor is a form');
    fireEvent.click(within(form).getByRole('button', { name: 'Undo' }));
    expect(editor.value).toBe(before);
    fireEvent.change(editor, { target: { value: `${before} Return if worse.` } });
    fireEvent.click(screen.getByLabelText('Yes'));
    fireEvent.click(screen.getByLabelText('Major'));
    expect(screen.getByLabelText('What the harm would be')).toHaveProperty('required', true);
    type('What the harm would be', 'wrong dose');
    type('Your name', 'Dr. A');
    fireEvent.click(screen.getByRole('button', { name: 'Done: keep this edit' }));
    const panel = await screen.findByRole('region', { name: 'Edit' });
    expect(panel.textContent).toMatch(/would sign it after .* 3 of \d+ words .* major \(wrong dose\)/);
  });

  it('of a run that came with the page offers no review', async () => {
    renderApp('/results/run-3/sample/0.0');
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
  });
});
