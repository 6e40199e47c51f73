/** Another origin that answers, and remembers what it was asked for, connected by, or sent as a datagram. */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listener {
  readonly url: string;
  readonly udpPort: number;
  /** Paths of requests; "connection" and "datagram" for what comes without one. */
  readonly heard: ReadonlySet<string>;
  close(): Promise<void>;
}

export async function startListener(): Promise<Listener> {
  const heard = new Set<string>();
  const server = createServer((request, response) => {
    heard.add((request.url ?? '').slice(1));
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' }).end();
  });
  server.on('connection', () => heard.add('connection'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const socket = createSocket('udp4');
  socket.on('message', () => heard.add('datagram'));
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    udpPort: socket.address().port,
    heard,
    close: () =>
      new Promise((done) => {
        socket.close();
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
