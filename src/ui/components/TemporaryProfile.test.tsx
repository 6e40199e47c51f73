// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { renderApp } from '../testing/render-app.tsx';

afterEach(cleanup);

describe('a profile that will be deleted', () => {
  it.each([
    [5e8, false, true],
    [6e10, false, false],
    [5e8, true, false],
    [null, null, false],
  ])('with %s bytes, kept: %s, is said before an import: %s', async (bytesQuota, persisted, said) => {
    renderApp('/packs', { usage: { bytesQuota, persisted } });
    expect(await screen.findByRole('heading', { name: 'Import' })).toBeTruthy();
    if (said) expect(await screen.findByText(/guest or private window/)).toBeTruthy();
    else expect(screen.queryByText(/guest or private window/)).toBeNull();
  });
});
