/**
 * The bytes of a file as they lie on the server. The built-in fetch unpacks what a host labels as compressed, and some
 * hosts label the build's own `.gz` files so.
 */
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

export interface RawAnswer {
  readonly status: number;
  readonly body: AsyncIterable<Uint8Array>;
}

const PATIENCE_MS = 60_000;

/** Redirects are not followed: what another address gives is not what this one serves. */
export function getRaw(url: URL): Promise<RawAnswer> {
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { 'Accept-Encoding': 'identity', 'Cache-Control': 'no-cache' } });
    request.setTimeout(PATIENCE_MS, () => request.destroy(new Error('no answer in time')));
    request.on('error', reject);
    request.on('response', (response) =>
      resolve({ status: response.statusCode ?? 0, body: unpacked(response, url.pathname) }),
    );
  });
}

function unpacked(response: IncomingMessage, path: string): AsyncIterable<Uint8Array> {
  const encoding = response.headers['content-encoding'];
  // A host that compresses although it was asked not to; the label on a .gz file says only what the file is.
  if (encoding === 'gzip' && !path.endsWith('.gz')) return response.pipe(createGunzip());
  return encoding === 'br' ? response.pipe(createBrotliDecompress()) : response;
}
