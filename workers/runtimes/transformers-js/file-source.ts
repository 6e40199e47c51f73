/** Where model files come from, reduced to one question: give me the stream of this path, or say why not. */
import { AppError } from '../../../src/core/errors.ts';
import type { ModelLocation } from '../../protocol.ts';

export interface OpenedFile {
  /** Size the source promises; null when it does not say. */
  readonly bytes: number | null;
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
}

export interface FileSource {
  /** All paths, where the source can list them (a picked folder); null where it cannot (a web server). */
  readonly paths: readonly string[] | null;
  /** Null when the file does not exist. */
  open(path: string, signal: AbortSignal): Promise<OpenedFile | null>;
}

export function fileSourceOf(location: ModelLocation, pageUrl: string): FileSource {
  switch (location.kind) {
    case 'url':
      return urlSource(location.baseUrl, pageUrl);
    case 'files':
      return pickedSource(location.files);
    case 'server':
      throw new AppError('input/option', 'a model on a server has no files here', { device: 'server' });
  }
}

function pickedSource(files: readonly { readonly path: string; readonly file: File }[]): FileSource {
  const byPath = new Map(files.map(({ path, file }) => [path, file]));
  return {
    paths: [...byPath.keys()],
    open: async (path) => {
      const file = byPath.get(path);
      return file === undefined ? null : { bytes: file.size, stream: file.stream() };
    },
  };
}

function urlSource(baseUrl: string, pageUrl: string): FileSource {
  const base = new URL(baseUrl, pageUrl);
  if (base.origin !== new URL(pageUrl).origin) {
    throw new AppError('input/option', 'models are only loaded from this page’s own address', {
      url: base.href,
    });
  }
  if (!base.pathname.endsWith('/')) throw new AppError('defect', `"${baseUrl}" does not end with "/"`);
  return {
    paths: null,
    open: async (path, signal) => {
      const url = new URL(path, base);
      const response = await fetchFile(url, path, signal);
      if (response.status === 404 || response.status === 410) return null;
      if (!response.ok) {
        throw new AppError('network/http-status', `${path}: the server answered ${response.status}`, {
          file: path,
          status: response.status,
        });
      }
      if ((response.headers.get('content-type') ?? '').includes('text/html')) throw htmlInsteadOfFile(path);
      const stream = response.body;
      if (stream === null)
        throw new AppError('model/file-truncated', `${path} is empty`, { file: path, bytes: 0 });
      return { bytes: promisedBytes(response), stream };
    },
  };
}

/** A server with a fall-back page answers any address with 200 and HTML; that is a missing file in disguise. */
export function htmlInsteadOfFile(path: string): AppError {
  return new AppError(
    'network/html-instead-of-file',
    `${path}: the server sent a web page instead of the file`,
    {
      file: path,
    },
  );
}

async function fetchFile(url: URL, path: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { signal, credentials: 'same-origin' });
  } catch (thrown) {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError('network/offline', `${path} could not be fetched: ${why}`, { file: path });
  }
}

/** Content-Length counts compressed bytes when the server compresses, so it says nothing then. */
function promisedBytes(response: Response): number | null {
  const encoding = response.headers.get('content-encoding');
  const length = response.headers.get('content-length');
  if (length === null || (encoding !== null && encoding !== 'identity')) return null;
  const bytes = Number(length);
  return Number.isSafeInteger(bytes) ? bytes : null;
}
