/** What hub.worker.ts offers. It reaches the hub and nothing else, and it never sees patient text. */
import { AppError } from '../src/core/errors.ts';
import { hubFileUrl, hubInfoUrl } from '../src/core/models/hub-address.ts';
import { readHubListing, type HubFile } from '../src/core/models/hub-listing.ts';
import { downloadJob } from './hub/download-job.ts';
import { firstBytes } from './hub/first-bytes.ts';
import { hubRequest, refusal } from './hub/hub-request.ts';
import { openPartFile } from './hub/opfs-part-file.ts';
import type { HubApi } from './hub/hub-protocol.ts';

/** While nothing comes it is told that nothing does, so that speed and time left are those of now. */
const BEAT_MS = 2_000;
const STALLED_AFTER_MS = 60_000;
const MOST_INFO_BYTES = 20_000_000;

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const stop = () => {
      clearTimeout(timer);
      fail(new AppError('runtime/cancelled', 'the download was stopped'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      done();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

export function createHubApi(): HubApi {
  let stopper = new AbortController();
  const send = (url: string, init: RequestInit) => fetch(url, init);
  const deps = { send, wait: waitFor, stalledAfterMs: STALLED_AFTER_MS };

  return {
    listing: async (base, address) => {
      const { signal } = stopper;
      const url = hubInfoUrl(base, address);
      const response = await hubRequest(send, url, { signal });
      const refused = refusal(response, url, address.repository);
      if (refused !== null) throw refused;
      const listing = readHubListing(address.repository, await readJson(response, address.repository));
      const at = { repository: address.repository, revision: listing.revision };
      const files: HubFile[] = [];
      for (const file of listing.files) {
        // A mirror may list names only; then each model file is asked for its size.
        const unknown = file.bytes === null && /\.(onnx|onnx_data(_\d+)?|gguf|json|jinja)$/u.test(file.path);
        files.push(unknown ? await withSize(file, hubFileUrl(base, at, file.path)) : file);
      }
      return { ...listing, files };

      async function withSize(file: HubFile, fileUrl: string): Promise<HubFile> {
        const head = await hubRequest((to, init) => fetch(to, { ...init, method: 'HEAD' }), fileUrl, {
          signal,
        });
        if (!head.ok) return file;
        const bytes = Number(
          head.headers.get('x-linked-size') ?? head.headers.get('content-length') ?? 'NaN',
        );
        const name = (head.headers.get('x-linked-etag') ?? head.headers.get('etag') ?? '').replace(/"/gu, '');
        return {
          ...file,
          bytes: Number.isSafeInteger(bytes) ? bytes : null,
          sha256: file.sha256 ?? (/^[0-9a-f]{64}$/u.test(name) ? name : null),
        };
      }
    },

    config: async (url) => {
      try {
        const response = await hubRequest(send, url, { signal: stopper.signal });
        return response.ok ? await readJson(response, 'config.json') : null;
      } catch {
        return null;
      }
    },

    head: async (url, bytes) => {
      try {
        const headers = { Range: `bytes=0-${bytes - 1}` };
        const response = await hubRequest(send, url, { headers, signal: stopper.signal });
        return response.ok ? await firstBytes(response, bytes) : null;
      } catch {
        return null;
      }
    },

    download: (job, onEvent) => {
      stopper = new AbortController();
      return downloadJob(job, onEvent, { ...deps, openPart: openPartFile, beatMs: BEAT_MS }, stopper.signal);
    },

    stop: async () => stopper.abort(),
  };
}

async function readJson(response: Response, what: string): Promise<unknown> {
  const text = await response.text();
  if (text.length > MOST_INFO_BYTES)
    throw new AppError('input/too-large', `the hub’s answer about ${what} is too long`);
  try {
    return JSON.parse(text) as unknown;
  } catch (thrown) {
    throw new AppError('input/not-json', `the hub’s answer about ${what} is not JSON`, {}, { cause: thrown });
  }
}
