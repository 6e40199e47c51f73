/** Hostile text in every place where text comes in: it is shown as text, runs nothing and asks for nothing. */
import type { Page, Response } from '@playwright/test';
import { SECURITY_HEADERS } from '../../vite/security-headers.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { chooseFiles, deviceKnown, importPack, openRoute, panel, textFile } from '../support/pages.ts';
import { runScripted, runToTheEnd, scriptedModel } from '../support/scripted.ts';
import { expect, test, type Site } from '../support/site.ts';

const OUT = 'https://beacon.invalid';
const RUN = `window.executed=(window.executed||0)+1`;

/** Each would run code, ask for something outside, or break out of where it stands, in a page that trusted it. */
const PAYLOADS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<img src="${OUT}/img">`,
  `<svg onload="${RUN}"><script>${RUN}</script></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `"><script>${RUN}</script>`,
  `'-(${RUN})-'`,
  `</textarea></title></style></script><script>${RUN}</script>`,
  `<iframe srcdoc="<script>parent.executed=1</script>"></iframe>`,
  `<iframe src="javascript:parent.executed=1"></iframe>`,
  `<a href="javascript:${RUN}" autofocus onfocus="${RUN}">link</a>`,
  `<body onload="${RUN}">`,
  `<details open ontoggle="${RUN}"><summary>s</summary></details>`,
  `<video><source onerror="${RUN}"></video>`,
  `<math><mtext></mtext><mglyph><style><img src=x onerror="${RUN}"></style></mglyph></math>`,
  `<object data="javascript:${RUN}"></object><embed src="javascript:${RUN}">`,
  `<link rel=stylesheet href="${OUT}/style.css"><style>@import "${OUT}/import.css";</style>`,
  `<meta http-equiv=refresh content="0;url=${OUT}/refresh">`,
  `<base href="${OUT}/">`,
  `<form action="${OUT}/form"><button autofocus onfocus="${RUN}">b</button></form>`,
  `<template><script>${RUN}</script></template><noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `[click](javascript:${RUN}) ![x](${OUT}/markdown.png) {{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}} <%= ${RUN} %> #{${RUN}}`,
  `<!--><img src=x onerror="${RUN}">-->`,
  `&lt;script&gt;${RUN}&lt;/script&gt; &#60;img src=x onerror=${RUN}&#62;`,
  `__proto__ constructor toString`,
];
const NOTE = `Subjective: ${PAYLOADS.join('\n')}\nObjective: ${PAYLOADS[1]}\nAssessment: none\nPlan: none`;

const pack = testPack(
  PAYLOADS.map((payload, at) =>
    visit(`${at} ${payload}`, `I said ${payload}`, {
      target: [`Reference ${payload}`],
      documents: [{ id: payload, title: payload, text: payload }],
      meta: { topic: payload, [payload.replace('__proto__ ', '').slice(0, 100)]: payload },
      facts: [{ category: 'finding', name: payload, status: 'present', span: { line: 2, start: 0, end: 6 } }],
    }),
  ),
  {
    title: `Title ${PAYLOADS[0]}${PAYLOADS[1]}`,
    description: PAYLOADS.join(' '),
    licence: PAYLOADS[2] ?? '',
    citation: PAYLOADS.join(' '),
    provenance: { kind: 'generated', statement: `Statement. ${PAYLOADS[0]}`, review: PAYLOADS[1] ?? '' },
    canary: PAYLOADS[0] ?? '',
    scorers: ['rouge', 'facts', 'sections'],
    sliceFields: ['topic'],
  },
);

test.use({
  siteOptions: { overlay: scriptedModel({ rules: [{ contains: '', answer: NOTE }], msPerToken: 1 }) },
});

interface Watch {
  readonly dialogs: string[];
  /** Nothing ran, no dialog opened, and the page is still where it was. */
  readonly verify: (where: string) => Promise<void>;
}

function watch(page: Page, site: Site): Watch {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss().catch(() => undefined);
  });
  return {
    dialogs,
    verify: async (where) => {
      expect(await page.evaluate(() => Reflect.has(globalThis, 'executed')), `run on ${where}`).toBe(false);
      const foreign = await page.evaluate(
        () =>
          document.querySelectorAll(
            'main :is(script, iframe, object, embed, img, video, base, meta, style, link, template, math, svg [onload])',
          ).length,
      );
      expect(foreign, `elements made of text on ${where}`).toBe(0);
      expect(dialogs).toEqual([]);
      expect(page.url().startsWith(site.url)).toBe(true);
    },
  };
}

test('hostile packs, file names and model output are shown as text everywhere', async ({ page, site }) => {
  const { verify } = watch(page, site);
  await openRoute(page, '/packs');

  await test.step('file names and table cells, in what is said of them', async () => {
    const name = `${PAYLOADS[1]?.replaceAll('/', '')}.csv`;
    const cells = PAYLOADS.slice(0, 5).map((text) => `"${text.replaceAll('"', '""')}",,x`);
    await chooseFiles(page, 'Choose files', textFile(name, ['id,question,answer', ...cells].join('\n')));
    await expect(panel(page, 'Import')).toContainText(name);
    await verify('import preview');
    await chooseFiles(
      page,
      'Choose files',
      textFile(`${name}.json`, `{"${PAYLOADS[1]?.replaceAll('"', '')}":`),
    );
    await expect(panel(page, 'Import').getByRole('alert')).toContainText(name);
    await verify('import error');
  });

  await test.step('a pack', async () => {
    await importPack(page, packFile(pack));
    await expect(panel(page, pack.title)).toContainText(PAYLOADS[5] ?? '');
    await verify('packs');
    await openRoute(page, `/packs/${pack.id}`);
    const samples = page.locator('details');
    await page.getByRole('button', { name: /^Show \d+ more/ }).click();
    await expect(samples).toHaveCount(PAYLOADS.length);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    for (const payload of PAYLOADS) await expect(page.getByText(`I said ${payload}`)).toBeVisible();
    await verify('pack');
  });

  await test.step('what a model writes, while it writes it', async () => {
    const run = runScripted(page, { packId: pack.id });
    await openRoute(page, '/live');
    await expect(page.getByText(/^\d+ tokens? in /)).toBeVisible();
    await expect(panel(page, /^Now:/)).toContainText(PAYLOADS[0] ?? '');
    await verify('live');
    const runId = await run;
    await openRoute(page, `/results/${runId}`);
    await expect(panel(page, 'Samples').locator('tbody tr')).toHaveCount(PAYLOADS.length);
    await verify('results');
    await panel(page, 'Samples').locator('tbody a').first().click();
    for (let at = 0; at < PAYLOADS.length; at += 1) {
      const payload = PAYLOADS[at] ?? '';
      await expect(panel(page, 'Transcript')).toContainText(payload);
      await expect(panel(page, /^Reference/)).toContainText(`Reference ${payload}`);
      await expect(panel(page, 'Note the model wrote')).toContainText(payload);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await verify(`sample ${at}`);
      if (at + 1 < PAYLOADS.length) await page.getByRole('button', { name: 'Next', exact: true }).click();
    }
  });

  await openRoute(page, '/results');
  await expect(panel(page, 'All runs')).toContainText(pack.title);
  await verify('all results');
});

test('a hostile run file is read as data, and its text shown as text', async ({ page, site }) => {
  const { verify } = watch(page, site);
  await openRoute(page, '/packs');
  await importPack(page, packFile(pack));
  const runId = await runScripted(page, { packId: pack.id, limit: 1 });
  const text = (await page.evaluate((id) => globalThis.bedside?.exportJsonl(id), runId)) ?? '';
  const [header = '', ...records] = text.trim().split('\n');
  const hostile = JSON.parse(header) as {
    id: string;
    model: { title: string };
    device: { userAgent: string };
  };
  hostile.id = `run ${PAYLOADS[1]}`;
  hostile.model.title = `Model ${PAYLOADS[3]}`;
  hostile.device.userAgent = `Agent ${PAYLOADS[3]}`;
  await openRoute(page, '/results');
  await chooseFiles(
    page,
    'Add a run.jsonl',
    textFile('run.jsonl', [JSON.stringify(hostile), ...records, ''].join('\n')),
  );
  await expect(page.getByRole('main')).toContainText(hostile.model.title);
  await page.getByText('Everything these numbers depend on').click();
  await expect(page.getByRole('main')).toContainText(hostile.device.userAgent);
  await verify('the run of a hostile file');
});

test.describe('the policy is on every response that can run code', () => {
  const expected = SECURITY_HEADERS['Content-Security-Policy'];

  async function policies(page: Page): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const note = (response: Response): void => {
      const kind = kindOf(response);
      if (kind !== null) found.set(kind, response.headers()['content-security-policy'] ?? 'none');
    };
    page.on('response', note);
    await page.reload();
    await deviceKnown(page);
    await runToTheEnd(page, {
      packId: 'clinical-qa-demo',
      modelId: 'demo-tuned',
      limit: 1,
      generation: { maxTokens: 2 },
    });
    await openRoute(page, '/packs');
    await chooseFiles(page, 'Choose files', textFile('a.csv', 'id,question\n1,Why?\n'));
    await expect(panel(page, 'Import')).toContainText('1 good row');
    page.off('response', note);
    return found;
  }

  function kindOf(response: Response): string | null {
    const { pathname } = new URL(response.url());
    if (response.request().isNavigationRequest()) return 'page';
    if (/\/engine\.worker-.*\.js$/.test(pathname)) return 'engine worker';
    if (/\/import\.worker-.*\.js$/.test(pathname)) return 'import worker';
    if (/\/score\.worker-.*\.js$/.test(pathname)) return 'score worker';
    return /\.wasm(-.*)?(\.gz)?$/.test(pathname) || pathname.includes('.wasm') ? 'wasm' : null;
  }

  const kinds = ['page', 'engine worker', 'score worker', 'import worker', 'wasm'];

  for (const headers of [true, false]) {
    test.describe(headers ? 'from a server with headers' : 'from a host without headers', () => {
      test.use({ siteOptions: { headers } });

      test('page, workers and WebAssembly', async ({ page }) => {
        await openRoute(page, '/');
        await deviceKnown(page);
        const found = await policies(page);
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(kinds.map((kind) => [kind, expected])));
        // And it holds: neither a script made of text nor a worker made of text runs.
        const ran = await page.evaluate(async () => {
          document.body.append(
            Object.assign(document.createElement('script'), { textContent: 'window.executed = 1' }),
          );
          const source = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
          const worker = await new Promise((done) => {
            const made = new Worker(source);
            made.addEventListener('message', () => done('ran'));
            made.addEventListener('error', () => done('refused'));
          });
          return { script: Reflect.get(globalThis, 'executed') === undefined ? 'refused' : 'ran', worker };
        });
        expect(ran).toEqual({ script: 'refused', worker: 'refused' });
      });
    });
  }
});
