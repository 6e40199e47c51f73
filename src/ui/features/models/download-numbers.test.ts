/** The numbers of a download, held against a server of known size that sends when it is told to. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { downloadJob } from '../../../../workers/hub/download-job.ts';
import type { HubApi } from '../../../../workers/hub/hub-protocol.ts';
import { memoryPartFile } from '../../../../workers/hub/memory-part-file.ts';
import { createDownloads } from '../../../app/models/downloads.ts';
import type { KeptModel } from '../../../core/models/kept-model.ts';
import { hubOf } from '../../../core/network/hub-hosts.ts';
import { progressWords } from './download-words.ts';

const PIECE = 100_000;
const WHOLE = 10 * PIECE;

let server: Server;
/** The answer that is being sent. */
const sending: { now: { readonly response: ServerResponse; at: number } | null } = { now: null };
const current = () => sending.now;
const ranges: (string | null)[] = [];

beforeEach(async () => {
  ranges.length = 0;
  server = createServer((request, response) => {
    const range = request.headers.range ?? null;
    ranges.push(range);
    const from = Number(/^bytes=(\d+)-$/u.exec(range ?? '')?.[1] ?? 0);
    response.writeHead(range === null ? 200 : 206, {
      ETag: '"one"',
      'Content-Length': WHOLE - from,
      ...(range === null ? {} : { 'Content-Range': `bytes ${from}-${WHOLE - 1}/${WHOLE}` }),
    });
    response.flushHeaders();
    sending.now = { response, at: from };
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

it('bytes, percent, speed, time left and where it went on are those of what the server sent', async () => {
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const models = new Map<string, KeptModel>();
  const part = memoryPartFile();
  let clock = 0;
  let stopper = new AbortController();
  const api: HubApi = {
    listing: async () => ({
      repository: 'owner/tiny',
      revision: 'c'.repeat(40),
      gated: false,
      licence: 'mit',
      licenceUrl: null,
      files: [{ path: 'tiny-Q8_0.gguf', bytes: WHOLE, sha256: null, gitSha1: null }],
    }),
    config: async () => null,
    head: async () => null,
    download: (job, onEvent) => {
      stopper = new AbortController();
      const deps = {
        send: (url: string, init: RequestInit) => fetch(url, init),
        wait: async () => undefined,
        stalledAfterMs: 60_000,
        openPart: async () => part,
        beatMs: 20,
      };
      return downloadJob(job, onEvent, deps, stopper.signal);
    },
    stop: async () => stopper.abort(),
  };
  const downloads = createDownloads({
    hub: hubOf(`http://${host}`),
    shelf: {
      list: async () => ({
        models: [...models.values()].map((model) => ({
          model,
          lastUsedAt: null,
          bytesHere: new Map([['tiny-Q8_0.gguf', part.size()]]),
        })),
        unreadable: [],
      }),
      save: async (model) => void models.set(model.id, model),
      touch: async () => undefined,
      files: async () => [],
      eraseFile: async () => undefined,
      erase: async (id) => void models.delete(id),
    },
    network: async () => ({ withHub: (work) => work() }),
    withHubWorker: (work) => work(api),
    locks: null,
    now: () => new Date(0),
    monotonic: () => clock,
    takenIds: async () => new Set<string>(),
    freeBytes: async () => null,
    persist: async () => undefined,
    changed: () => undefined,
  });
  const state = () => downloads.getSnapshot()[0];
  const words = () => {
    const now = state();
    return now === undefined ? null : progressWords(now);
  };
  /** One piece a second, by the clock that the speed is measured with. */
  const send = async (pieces: number) => {
    for (let sent = 0; sent < pieces; sent += 1) {
      clock += 1_000;
      const to = sending.now;
      if (to === null) throw new Error('nobody asked for the file');
      to.response.write(new Uint8Array(PIECE));
      to.at += PIECE;
      await expect.poll(() => state()?.doneBytes ?? WHOLE).toBe(to.at);
    }
  };

  const offer = await downloads.ask('owner/tiny');
  const [variant] = offer.variants;
  if (variant === undefined) throw new Error('nothing is offered');
  await downloads.start(offer, variant);
  await expect.poll(() => sending.now).not.toBeNull();
  await send(3);
  await expect
    .poll(words)
    .toBe(`Downloading: 300 kB of 1.0 MB (30 %), 100 kB a second, about 7 s left, from ${host}`);

  // Nothing more comes: what was true ten seconds ago is not said any more.
  clock += 15_000;
  await expect
    .poll(() => {
      clock += 1_000;
      return words();
    })
    .toBe(`Downloading: 300 kB of 1.0 MB (30 %), nothing comes at the moment, from ${host}`);
  await send(3);
  await downloads.pause('tiny', 'Q8_0');
  expect(words()).toBe(`Paused: 600 kB of 1.0 MB (60 %), from ${host}`);

  sending.now = null;
  await downloads.resume('tiny', 'Q8_0');
  await expect.poll(() => sending.now).not.toBeNull();
  expect(ranges).toEqual([null, 'bytes=600000-']);
  await send(2);
  // 200 kB in two seconds, and none of the 600 kB that were here already: the first piece starts the clock.
  await expect
    .poll(words)
    .toBe(
      `Downloading: 800 kB of 1.0 MB (80 %), 100 kB a second, about 2 s left, went on at 600 kB, from ${host}`,
    );
  await send(1);
  current()?.response.end(new Uint8Array(PIECE));
  await expect.poll(() => downloads.getSnapshot()).toEqual([]);
  expect(part.size()).toBe(WHOLE);
});
