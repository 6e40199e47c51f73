/**
 * That nothing leaves: every other spec runs under the guard of support/network.ts. Here beacons are planted beside the
 * page and sent to a listener that is really there, so that the guard is known to see, and the page's policy to refuse,
 * each way in which text could leave. What the policy cannot refuse (a change of address, a name looked up, WebRTC) is
 * said in docs/security.md; hence the last test, that the page's own code uses none of them.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as plain, type BrowserContext } from '@playwright/test';
import { expect, watchNetwork } from '../support/network.ts';
import { deviceKnown, openRoute } from '../support/pages.ts';
import { runToTheEnd } from '../support/scripted.ts';
import { html, script, startSite, test, type Overlay, type Site } from '../support/site.ts';

/** Another origin that answers, and remembers what it was asked for. */
interface Listener {
  readonly url: string;
  /** Names of the beacons that arrived, and of connections made without a request. */
  readonly heard: ReadonlySet<string>;
  close(): Promise<void>;
}

async function startListener(): Promise<Listener> {
  const heard = new Set<string>();
  const server: Server = createServer((request, response) => {
    heard.add((request.url ?? '').slice(1));
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' }).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** Ways out; each asks the listener for a path of its own name. */
function ways(out: string): Readonly<Record<string, string>> {
  const element = (name: string, properties: string): string =>
    `document.body.append(Object.assign(document.createElement('${name}'), { ${properties} }))`;
  return {
    fetch: `fetch('${out}/fetch').catch(() => {})`,
    beacon: `navigator.sendBeacon('${out}/beacon', 'text')`,
    xhr: `{ const request = new XMLHttpRequest(); request.open('GET', '${out}/xhr'); request.send(); }`,
    'event-source': `new EventSource('${out}/event-source')`,
    image: `new Image().src = '${out}/image'`,
    font: `new FontFace('f', 'url(${out}/font)').load().catch(() => {})`,
    style: element('link', `rel: 'stylesheet', href: '${out}/style'`),
    prefetch: element('link', `rel: 'prefetch', href: '${out}/prefetch'`),
    script: element('script', `src: '${out}/script'`),
    import: `import('${out}/import').catch(() => {})`,
    frame: element('iframe', `src: '${out}/frame'`),
    worker: `new Worker('beacon-worker.js')`,
    'module-worker': `new Worker('beacon-module.js', { type: 'module' })`,
  };
}

function beacons(out: string): Overlay {
  return {
    'beacons.html': html('<!doctype html><title>Beacons</title><body><script src="beacons.js"></script>'),
    'beacons.js': script(
      Object.values(ways(out))
        .map((way) => `try { ${way} } catch {}`)
        .join('\n'),
    ),
    'beacon-worker.js': script(`fetch('${out}/worker').catch(() => {})`),
    'beacon-module.js': script(`import('${out}/module-worker').catch(() => {})`),
    'beacon-service-worker.js': script(
      `addEventListener('install', (event) => event.waitUntil(fetch('${out}/service-worker').catch(() => {})));`,
    ),
  };
}

const ALL = [...Object.keys(ways('')), 'service-worker', 'form'].sort();

/** Lights every beacon. The form comes last, because it leaves the page where it is allowed to. */
async function light(context: BrowserContext, site: Site, out: string): Promise<readonly string[]> {
  const page = await context.newPage();
  const refused: string[] = [];
  await page.exposeFunction('noteRefusal', (directive: string) => void refused.push(directive));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (Reflect.get(globalThis, 'noteRefusal') as (directive: string) => void)(event.effectiveDirective);
    });
  });
  await page.goto(`${site.url}beacons.html`, { waitUntil: 'domcontentloaded' });
  await page.evaluate(async () => {
    const { installing } = await navigator.serviceWorker.register('beacon-service-worker.js');
    await new Promise((done) => installing?.addEventListener('statechange', done));
  });
  await page
    .evaluate((action) => {
      const form = Object.assign(document.createElement('form'), { action, method: 'post' });
      document.body.append(form);
      form.submit();
    }, `${out}/form`)
    .catch(() => undefined);
  return refused;
}

plain.describe('planted beacons', () => {
  let listener: Listener;
  plain.beforeEach(async () => {
    listener = await startListener();
  });
  plain.afterEach(() => listener.close());

  plain('without a policy and without the guard every one arrives', async ({ context }) => {
    const site = await startSite({ headers: false, overlay: beacons(listener.url) });
    await light(context, site, listener.url);
    await expect.poll(() => [...listener.heard].filter((name) => ALL.includes(name)).sort()).toEqual(ALL);
    await site.close();
  });

  plain('without a policy the guard sees every one and lets none through', async ({ context }) => {
    const site = await startSite({ headers: false, overlay: beacons(listener.url) });
    const log = await watchNetwork(context, [site.url]);
    await light(context, site, listener.url);
    const seen = () => [...new Set(log.offOrigin.map((url) => new URL(url).pathname.slice(1)))].sort();
    await expect.poll(seen).toEqual(ALL);
    expect([...listener.heard]).toEqual([]);
    await site.close();
  });

  plain('the page’s policy refuses every one by itself', async ({ context }) => {
    const site = await startSite({ headers: true, overlay: beacons(listener.url) });
    const refused = await light(context, site, listener.url);
    // Each kind was tried and refused; a beacon that was never lit would prove nothing.
    const kinds = ['connect-src', 'img-src', 'font-src', 'style-src-elem', 'script-src-elem', 'form-action'];
    await expect.poll(() => kinds.filter((kind) => !refused.includes(kind))).toEqual([]);
    expect([...listener.heard]).toEqual([]);
    await site.close();
  });
});

test('a whole visit asks for nothing but this site’s own files, the service worker’s requests included', async ({
  page,
  site,
  context,
  network,
}) => {
  const byServiceWorker: string[] = [];
  context.on('request', (request) => {
    if (request.serviceWorker() !== null) byServiceWorker.push(request.url());
  });
  // Ways that are no requests: names looked up or connections made ahead, and WebRTC.
  const ahead: string[] = [];
  await page.exposeFunction('noteAhead', (what: string) => void ahead.push(what));
  await page.addInitScript(() => {
    const note = Reflect.get(globalThis, 'noteAhead') as (what: string) => void;
    new MutationObserver(() => {
      for (const link of document.querySelectorAll('link[rel~=dns-prefetch], link[rel~=preconnect]'))
        note(link.outerHTML);
    }).observe(document, { childList: true, subtree: true });
    for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
      Object.defineProperty(globalThis, name, { get: () => note(name) });
    }
  });
  await openRoute(page, '/');
  await deviceKnown(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await deviceKnown(page);
  await runToTheEnd(page, {
    packId: 'clinical-qa-demo',
    modelId: 'demo-tuned',
    limit: 1,
    generation: { maxTokens: 4 },
  });
  for (const route of ['/results', '/packs', '/models', '/data']) await openRoute(page, route);
  expect(byServiceWorker.length, 'requests of the service worker that were seen').toBeGreaterThan(5);
  expect(network.offOrigin).toEqual([]);
  expect(ahead).toEqual([]);
  expect(site.log.filter(({ status }) => status >= 400)).toEqual([]);
});
