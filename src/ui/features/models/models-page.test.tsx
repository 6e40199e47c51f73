// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DownloadState, HubOffer } from '../../../app/models/download-state.ts';
import { AppError } from '../../../core/errors.ts';
import { readHubCatalog } from '../../../core/models/hub-catalog.ts';
import { hubVariants } from '../../../core/models/hub-variants.ts';
import { App } from '../../App.tsx';
import { createQueryClient } from '../../queries/stored.ts';
import { fakeServices } from '../../testing/fake-services.ts';

// The page is loaded when it is opened, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const RECORDS = readHubCatalog(JSON.parse(readFileSync('public/models/hub-catalog.json', 'utf8')));
const paused: DownloadState = {
  modelId: 'large-gguf',
  dtype: 'Q8_0',
  title: 'Large-GGUF',
  host: 'huggingface.co',
  phase: 'downloading',
  doneBytes: 120e6,
  totalBytes: 200e6,
  file: 'large-Q8_0.gguf',
  bytesPerSecond: 4e6,
  secondsLeft: 20,
  resumedAtBytes: null,
  restarted: { file: 'large-Q8_0.gguf', reason: 'no-ranges' },
  error: null,
};
const file = (path: string, bytes: number) => ({ path, bytes, sha256: 'a'.repeat(64), gitSha1: null });
const FILES = [file('m-Q4_K_M.gguf', 800e6), file('m-Q8_0.gguf', 1.4e9)];
const offer: HubOffer = {
  host: 'huggingface.co',
  pageUrl: 'https://huggingface.co/o/M',
  title: 'M',
  listing: {
    repository: 'o/M',
    revision: 'b'.repeat(40),
    gated: false,
    licence: 'mit',
    licenceUrl: null,
    files: FILES,
  },
  variants: hubVariants(FILES),
  why: null,
  here: [],
  freeBytes: 1e9,
  read: {
    shape: { layers: 28, kvHeads: 8, headSize: 128, vocabulary: 151_936, hiddenSize: 1024 },
    parameters: null,
    contextTokens: 40_960,
  },
};

async function open(
  states: readonly DownloadState[] = [],
  asked: () => Promise<HubOffer> = async () => offer,
) {
  location.hash = '/models';
  const services = fakeServices();
  const port = {
    ...(await services.models.downloads()),
    getSnapshot: () => states,
    ask: vi.fn(asked),
    shape: async () => offer.read,
  };
  const start = vi.spyOn(port, 'start').mockResolvedValue(undefined);
  const pause = vi.spyOn(port, 'pause').mockResolvedValue(undefined);
  const models = { ...services.models, downloads: async () => port, hubCatalog: async () => RECORDS };
  render(<App services={{ ...services, models }} client={createQueryClient()} unprotected={null} />);
  return { port, start, pause };
}
const region = (name: string | RegExp) => screen.findByRole('region', { name });

describe('the Models page', () => {
  it('shows how far a download is, how long it will take and why it began again, and pauses it', async () => {
    const { pause } = await open([paused]);
    const list = within(await region('Downloads'));
    expect(list.getByText(/120 MB of 200 MB \(60 %\), 4\.0 MB a second, about 20 s left/)).toBeTruthy();
    expect(list.getByText(/cannot go on in the middle of a file/)).toBeTruthy();
    fireEvent.click(list.getByRole('button', { name: 'Pause Large-GGUF, Q8_0' }));
    await waitFor(() => expect(pause).toHaveBeenCalledWith('large-gguf', 'Q8_0'));
  });

  it('says what a failed download needs', async () => {
    const error = new AppError('storage/quota', 'full', { file: 'x' }).toPlain();
    await open([{ ...paused, phase: 'failed', error }]);
    const list = within(await region('Downloads'));
    expect(list.getByRole('alert').textContent).toContain('storage for the page is full');
    expect(list.getByRole('button', { name: 'Resume Large-GGUF, Q8_0' })).toBeTruthy();
  });

  it('asks the hub only at the press of a button, and downloads only after consent to the licence', async () => {
    const { port, start } = await open();
    const hub = within(await region(/^Get a model/));
    fireEvent.change(hub.getByRole('textbox', { name: 'Model' }), { target: { value: 'o/M' } });
    expect(port.ask).not.toHaveBeenCalled();
    fireEvent.click(hub.getByRole('button', { name: 'Ask huggingface.co' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('b'.repeat(40))).toBeTruthy();
    expect(dialog.getByText('800 MB in 1 file')).toBeTruthy();
    // Before the download, from the list and the model’s own configuration, with the arithmetic.
    expect(await dialog.findByText(/28 layers × 8 heads × 128 numbers × 8192 tokens × 2 bytes/)).toBeTruthy();
    const download = dialog.getByRole<HTMLButtonElement>('button', { name: 'Download from huggingface.co' });
    expect(download.disabled).toBe(true);
    fireEvent.change(dialog.getByLabelText('Number format'), { target: { value: '1' } });
    expect(dialog.getByText(/less room than the download takes/)).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('Number format'), { target: { value: '0' } });
    fireEvent.click(dialog.getByLabelText('I may use this model under its licence.'));
    fireEvent.click(download);
    await waitFor(() => expect(start).toHaveBeenCalledWith(offer, offer.variants[0]));
  });

  it('lists the catalogue with a verdict and its arithmetic, and what will not run apart', async () => {
    await open();
    const hub = within(await region(/^Get a model/));
    await hub.findByText('Models to try');
    expect(hub.getByText(/models that will not run on this device/)).toBeTruthy();
    expect(hub.getAllByText(/Keys and values/).length).toBeGreaterThan(10);
    expect(hub.getAllByRole('button', { name: /^Choose / }).length).toBeGreaterThan(10);
  });

  it('refuses a listing whose hash is not the catalogue’s before anything is fetched', async () => {
    const record = RECORDS.find(({ sha256 }) => sha256 !== null);
    const files = [file(record?.file ?? '', 800e6)];
    const other = { ...offer, listing: { ...offer.listing, files }, variants: hubVariants(files) };
    const { start } = await open([], async () => other);
    const hub = within(await region(/^Get a model/));
    await hub.findByText('Models to try');
    fireEvent.click(
      hub.getByRole('button', {
        name: `Choose ${record?.title ?? ''}, ${record?.dtype ?? ''}`,
        hidden: true,
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByLabelText('I may use this model under its licence.'));
    fireEvent.click(dialog.getByRole('button', { name: 'Download from huggingface.co' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('not the one expected');
    expect(start).not.toHaveBeenCalled();
  });
});
