// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });
async function choose(file: File): Promise<void> {
  await button('Restore from a backup …');
  const input = document.querySelector<HTMLInputElement>('input[accept=".zip,.bedside"]');
  if (input === null) throw new Error('no file input');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  fireEvent.change(input);
}

describe('the Backup panel', () => {
  it('asks for a passphrase twice and says what an unprotected file is', async () => {
    renderApp('/data');
    const save = (await button('Back up everything')) as HTMLButtonElement;
    expect(save.disabled).toBe(true);
    const [first, second] = [
      await screen.findByLabelText('Passphrase of the backup'),
      screen.getByLabelText('The same again'),
    ];
    fireEvent.change(first, { target: { value: 'short' } });
    expect(screen.getByText(/At least 12 characters/)).toBeTruthy();
    fireEvent.change(first, { target: { value: 'seven horses at the gate' } });
    fireEvent.change(second, { target: { value: 'seven horses at the date' } });
    expect(screen.getByText('The two are not the same yet.')).toBeTruthy();
    expect(save.disabled).toBe(true);
    fireEvent.change(second, { target: { value: 'seven horses at the gate' } });
    expect(save.disabled).toBe(false);
    fireEvent.click(screen.getByLabelText('Protect the file with a passphrase'));
    expect(screen.getByText(/anybody who gets the file can read/)).toBeTruthy();
    fireEvent.click(save);
    expect(await screen.findByText(/was handed to the browser’s downloads/)).toBeTruthy();
  });

  it('shows what a backup would change before it changes it', async () => {
    renderApp('/data');
    await choose(new File(['PK'], 'a.zip'));
    expect(
      await screen.findByText(/is intact. It holds 4 items: 1 new, 1 here already, 1 here with other/),
    ).toBeTruthy();
    expect(await button('Restore 1 item')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Replace it by what is in the backup'));
    fireEvent.click(await button('Restore 2 items'));
    expect(await screen.findByText(/1 added, 1 replaced, 2 left as they were/)).toBeTruthy();
  });

  it('asks for the passphrase of an encrypted file and says when it is wrong', async () => {
    renderApp('/data');
    await choose(new File(['encrypted'], 'b.bedside'));
    const field = await screen.findByLabelText('Passphrase of b.bedside');
    fireEvent.change(field, { target: { value: 'wrong' } });
    fireEvent.click(await button('Open'));
    expect(await screen.findByRole('alert')).toBeTruthy();
    fireEvent.change(await screen.findByLabelText('Passphrase of b.bedside'), {
      target: { value: 'open sesame' },
    });
    fireEvent.click(await button('Open'));
    expect(await screen.findByText(/is intact/)).toBeTruthy();
    fireEvent.click(await button('Change nothing'));
    await waitFor(() => expect(screen.queryByText(/is intact/)).toBeNull());
  });

  it('says what is wrong with a damaged file', async () => {
    renderApp('/data');
    await choose(new File(['broken'], 'c.zip'));
    expect((await screen.findByRole('alert')).textContent).toContain('its end is missing');
  });

  it('reminds of finished work that is in no backup', async () => {
    renderApp('/results');
    expect(
      await screen.findByText(/4 finished runs with 412 answered samples are in no backup/),
    ).toBeTruthy();
    expect(await screen.findByRole('link', { name: 'Back up on Data & privacy' })).toBeTruthy();
  });
});
