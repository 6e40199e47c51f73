/**
 * A slow line in front of a site: one pipe of so many bits a second shared by all connections, and a delay on every
 * answer. DevTools' own throttling does not reach the requests of a service worker, which on a host without headers
 * are all of them; this does.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface SlowLine {
  readonly url: string;
  close(): Promise<void>;
}

interface LineOptions {
  /** Of the server behind it. */
  readonly url: string;
  readonly bitsPerSecond: number;
  /** There and back. */
  readonly roundTripMs: number;
}

export async function startSlowLine({ url, bitsPerSecond, roundTripMs }: LineOptions): Promise<SlowLine> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  /** When the pipe will have carried everything that is in it. */
  let freeAt = 0;
  const carry = (bytes: number): number => {
    const now = performance.now();
    freeAt = Math.max(freeAt, now) + (bytes * 8000) / bitsPerSecond;
    return freeAt - now + roundTripMs / 2;
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    }
    client.on('data', (chunk) => {
      setTimeout(() => upstream.write(chunk), roundTripMs / 2);
    });
    upstream.on('data', (chunk) => {
      // One piece at a time, so that the pipe and not this program's memory holds what is under way.
      upstream.pause();
      setTimeout(() => {
        client.write(chunk);
        upstream.resume();
      }, carry(chunk.length));
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => setTimeout(() => client.end(), roundTripMs));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}
