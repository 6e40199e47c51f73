/** Files of the page's own origin, relative to the page so that it works from any sub-path. */
import { AppError } from '../core/errors.ts';

export function assetUrl(path: string): string {
  return new URL(path, document.baseURI).href;
}

/**
 * The text of a shipped file. A server that answers every path with its start page (status 200, HTML) is
 * told apart from a file that is really there.
 */
export async function fetchText(path: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(assetUrl(path));
  } catch (thrown) {
    throw new AppError('network/offline', `${path} could not be fetched`, { file: path }, { cause: thrown });
  }
  if (!response.ok) {
    throw new AppError('network/http-status', `${path}: HTTP ${response.status}`, {
      file: path,
      status: response.status,
    });
  }
  if ((response.headers.get('content-type') ?? '').startsWith('text/html')) {
    throw new AppError('network/html-instead-of-file', `${path}: the server sent a web page`, { file: path });
  }
  return response.text();
}

export async function fetchJson(path: string): Promise<unknown> {
  const text = await fetchText(path);
  try {
    return JSON.parse(text) as unknown;
  } catch (thrown) {
    throw new AppError('input/not-json', `${path} is not JSON`, { file: path }, { cause: thrown });
  }
}
