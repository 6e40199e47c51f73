/** Hostile text in every place where text comes in: it is shown as text, runs nothing and asks for nothing. */
import type { Page, Response } from '@playwright/test';
import { htmlReport } from '../../src/core/exports/html-report.ts';
import { markdown } from '../../src/core/exports/markdown.ts';
import { testView } from '../../src/core/exports/fixtures.ts';
import { testRecords } from '../../src/core/run/fixtures.ts';
import { sealPack } from '../../src/core/packs/seal.ts';
import { scorerById } from '../../src/core/scorers/registry.ts';
import { contentSecurityPolicy } from '../../src/core/network/policies.ts';
import { SECURITY_HEADERS } from '../../vite/security-headers.ts';
import { PAYLOADS } from '../support/payloads.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { chooseFiles, deviceKnown, importPack, openRoute, panel, textFile } from '../support/pages.ts';
import { runScripted, runToTheEnd, scriptedModel } from '../support/scripted.ts';
import { expect, test, type Site } from '../support/site.ts';

/** So many to a visit: every text is looked at, in few visits. The long form gives each a visit of its own. */
const MANY = 25;
const chunks = (texts: readonly string[], size: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(texts.length / size) }, (_, at) => texts.slice(at * size, at * size + size));
/** Hidden characters are shown as marks, so a text is looked for in the pieces between them. */
const seen = (texts: readonly string[]): readonly string[] =>
  texts
    .join(' ')
    .split(/[\u200b\u202e]/u)
    .map((piece) => piece.trim());
const NOTE = `Subjective: ${PAYLOADS.join('\n')}\nObjective: ${PAYLOADS[1]}\nAssessment: none\nPlan: none`;

function hostilePack(size: number) {
  const visits = chunks(PAYLOADS, size).map((group, at) => {
    const all = group.join(' ');
    // Fields of limited length take a few each.
    const fives = chunks(group, 5).map((five) => ({ five: five.join(' '), first: five[0] ?? '' }));
    const short = (text: string): string => text.replace(/\s/g, ' ');
    return visit(`${at} ${short(group[0] ?? '').slice(0, 150)}`, `I said ${all}`, {
      target: [`Reference ${all}`],
      documents: fives.map(({ five, first }) => ({
        id: short(first).slice(0, 150),
        title: five.slice(0, 500),
        text: five,
      })),
      meta: {
        topic: group[0] ?? '',
        ...Object.fromEntries(
          fives.map(({ five, first }) => [short(first).replace('__proto__ ', '').slice(0, 100), five]),
        ),
      },
      facts: fives.map(({ five }) => ({
        category: 'finding' as const,
        name: five.slice(0, 300),
        status: 'present' as const,
        span: { line: 2, start: 0, end: 6 },
      })),
    });
  });
  return testPack(visits, {
    title: `Title ${PAYLOADS[0]}${PAYLOADS[1]}`,
    description: PAYLOADS.join(' ').slice(0, 4000),
    licence: PAYLOADS[2] ?? '',
    citation: PAYLOADS.slice().reverse().join(' ').slice(0, 4000),
    provenance: { kind: 'generated', statement: `Statement. ${PAYLOADS[0]}`, review: PAYLOADS[1] ?? '' },
    canary: PAYLOADS[0] ?? '',
    scorers: ['rouge', 'facts', 'sections'],
    sliceFields: ['topic'],
  });
}

const pack = hostilePack(MANY);

test.use({
  siteOptions: { overlay: scriptedModel({ rules: [{ contains: '', answer: NOTE }], msPerToken: 4 }) },
});

const scorers = [scorerById('rouge'), scorerById('sections')];
const view = testView(
  sealPack(pack),
  testRecords(pack).map((record, at) =>
    at === 1
      ? { ...record, output: null, error: { code: 'runtime/failed', message: NOTE, details: {} } }
      : { ...record, output: NOTE },
  ),
  scorers,
  'full',
  {
    id: `run ${PAYLOADS[1]}`,
    model: {
      id: 'm',
      title: PAYLOADS.join(' '),
      dtype: `${PAYLOADS[0]}`,
      source: 'folder',
      sha256: '',
      files: [],
    },
    device: { userAgent: PAYLOADS.join(' '), cores: 1, memoryGiB: null, platform: `${PAYLOADS[3]}` },
  },
);
/** As CommonMark reads it: fenced blocks are text, and so is punctuation behind a backslash; other HTML is passed on. */
const asReaderPassesOn = (text: string): string =>
  text
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\s*$/gmu, '')
    .replace(/\\([!-/:-@[-`{-~])/gu, (_, mark: string) => (mark === '<' ? '&lt;' : mark));

const REPORTS: Readonly<Record<string, string>> = {
  'report.html': htmlReport.write(view)[0]?.text ?? '',
  'report.md': asReaderPassesOn(markdown.write(view)[0]?.text ?? ''),
};

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
      const handlers = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter(
            (element) =>
              element.getAttributeNames().some((name) => name.startsWith('on')) ||
              /^\s*javascript:/i.test(element.getAttribute('href') ?? ''),
          ).length,
      );
      expect(handlers, `handlers made of text on ${where}`).toBe(0);
      expect(dialogs).toEqual([]);
      expect(page.url().startsWith(site.url)).toBe(true);
    },
  };
}

async function readFileNames(page: Page, verify: Watch['verify']): Promise<void> {
  const name = `${PAYLOADS[1]?.replaceAll('/', '')}.csv`;
  const cells = PAYLOADS.map((text) => `"${text.replaceAll('"', '""')}",,x`);
  await chooseFiles(page, 'Choose files', textFile(name, ['id,question,answer', ...cells].join('\n')));
  await expect(panel(page, 'Import')).toContainText(name);
  await verify('import preview');
  await chooseFiles(
    page,
    'Choose files',
    textFile(`${name}.json`, `{"schemaVersion":1,"${PAYLOADS[1]?.replaceAll('"', '')}":`),
  );
  await expect(panel(page, 'Import').getByRole('alert')).toContainText(name);
  await verify('import error');
}

async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function readPackPages(page: Page, size: number, verify: Watch['verify']): Promise<void> {
  const shown = hostilePack(size);
  const groups = chunks(PAYLOADS, size);
  await importPack(page, packFile(shown));
  await expect(panel(page, shown.title)).toContainText(PAYLOADS[5] ?? '');
  await verify('packs');
  await openRoute(page, `/packs/${shown.id}`);
  const samples = page.locator('details');
  const more = page.getByRole('button', { name: /^Show \d+ more/ });
  await expect(samples.first()).toBeVisible();
  while (await more.isVisible()) await more.click();
  await expect(samples).toHaveCount(groups.length);
  await openEverything(page);
  const main = page.getByRole('main');
  await expect(main).toContainText(`I said ${seen(groups[0] ?? [])[0] ?? ''}`);
  for (const piece of groups.flatMap(seen)) await expect(main).toContainText(piece);
  await verify('pack');
}

async function readSamples(page: Page, runId: string, size: number, verify: Watch['verify']): Promise<void> {
  const groups = chunks(PAYLOADS, size);
  await openRoute(page, `/results/${runId}`);
  await expect(panel(page, 'Samples').locator('tbody tr').first()).toBeVisible();
  await verify('results');
  await panel(page, 'Samples').locator('tbody a').first().click();
  for (const [at, group] of groups.entries()) {
    for (const piece of seen(group)) await expect(panel(page, 'Transcript')).toContainText(piece);
    for (const piece of seen(group)) await expect(panel(page, /^Reference/)).toContainText(piece);
    for (const piece of seen(PAYLOADS)) {
      await expect(panel(page, 'Note the model wrote')).toContainText(piece);
    }
    await openEverything(page);
    await verify(`sample ${at}`);
    if (at + 1 < groups.length) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
}

/** The run as a file whose header is hostile, read back in. */
async function readRunFile(page: Page, runId: string, verify: Watch['verify']): Promise<void> {
  const text = (await page.evaluate((id) => globalThis.bedside?.exportJsonl(id), runId)) ?? '';
  const [header = '', ...records] = text.trim().split('\n');
  const hostile = JSON.parse(header) as {
    id: string;
    model: { title: string };
    device: { userAgent: string };
  };
  hostile.id = `run ${PAYLOADS[1]}`;
  hostile.model.title = `Model ${PAYLOADS[3]}`;
  hostile.device.userAgent = `Agent ${PAYLOADS.join(' ')}`;
  await openRoute(page, '/results');
  await chooseFiles(
    page,
    'Add a run file',
    textFile('run.jsonl', [JSON.stringify(hostile), ...records, ''].join('\n')),
  );
  await expect(page.getByRole('main')).toContainText(hostile.model.title);
  await page.getByText('Everything these numbers depend on').click();
  await expect(page.getByRole('main')).toContainText(`Agent ${PAYLOADS[0]}`);
  await verify('the run of a hostile file');
}

/** With the policy off, nothing but how text is written stands between these texts and the page. */
for (const bypassCSP of [false, true]) {
  test.describe(bypassCSP ? 'without the policy' : 'with the policy', () => {
    test.use({ bypassCSP });

    for (const [title, size] of [
      ['hostile packs, file names, model output and run files are shown as text everywhere', MANY],
      ['each hostile text in a visit of its own @long', 1],
    ] as const) {
      test(title, async ({ page, site }) => {
        const { verify } = watch(page, site);
        await openRoute(page, '/packs');
        await test.step('file names and table cells', () => readFileNames(page, verify));
        await test.step('a pack', () => readPackPages(page, size, verify));
        const runId = await test.step('what a model writes, while it writes it', async () => {
          const run = runScripted(page, { packId: pack.id });
          await openRoute(page, '/live');
          await expect(page.getByText(/^\d+ tokens? in /)).toBeVisible();
          await expect(panel(page, /^Now:/)).toContainText(PAYLOADS[0] ?? '');
          await verify('live');
          return run;
        });
        await test.step('its results', () => readSamples(page, runId, size, verify));
        await test.step('a run file', () => readRunFile(page, runId, verify));
        await openRoute(page, '/results');
        await expect(panel(page, 'All runs')).toContainText(pack.title);
        await verify('all results');
      });
    }

    test('hostile addresses lead to a page that says so; exported reports hold hostile text as text', async ({
      page,
      site,
    }) => {
      const { verify } = watch(page, site);
      await openRoute(page, '/');
      const addresses = PAYLOADS.flatMap((payload) => [
        `/results/${encodeURIComponent(payload)}`,
        `/results/a/sample/${encodeURIComponent(payload)}`,
        `/packs/${encodeURIComponent(payload)}`,
        `/${payload.replace(/[\r\n]/g, '')}`,
      ]);
      // As links would: the page is not loaded again, and each address is drawn.
      await page.evaluate(async (routes) => {
        for (const route of routes) {
          location.hash = route;
          await new Promise((drawn) => setTimeout(drawn, 10));
        }
      }, addresses);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await verify('hostile addresses');
      for (const hash of [
        '#/results/%',
        '#/results/%E0%A4%A',
        '#/packs/__proto__',
        '#/results/a/sample/1.0.0',
        '#//',
        '#',
      ]) {
        await page.evaluate((next) => (location.hash = next), hash);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await verify(hash);
      }
      await openRoute(page, `/results/${encodeURIComponent(PAYLOADS[4] ?? '')}`);
      await expect(page.getByRole('heading', { name: 'This is no longer stored' })).toBeVisible();
      await expect(page.getByRole('main').getByText('Details')).toHaveCount(0);
      await test.step('reports', () => readReports(page));
    });
  });
}

async function readReports(page: Page): Promise<void> {
  for (const [name, text] of Object.entries(REPORTS)) {
    const found = await page.evaluate((source) => {
      const report = new DOMParser().parseFromString(source, 'text/html');
      const all = [...report.querySelectorAll('*')];
      const alive =
        'script, iframe, object, embed, img, video, audio, form, base, link, template, math, input';
      return {
        text: report.body.textContent?.includes('onerror') === true,
        elements: [...report.querySelectorAll(alive)].map((element) => element.outerHTML.slice(0, 80)),
        handlers: all.flatMap((element) =>
          element.getAttributeNames().filter((attribute) => attribute.startsWith('on')),
        ),
        addresses: all.flatMap((element) =>
          ['href', 'src', 'action', 'style'].flatMap((attribute) =>
            /javascript:|beacon\.invalid/i.test(element.getAttribute(attribute) ?? '') ? [attribute] : [],
          ),
        ),
      };
    }, text);
    expect(found, name).toEqual({ text: true, elements: [], handlers: [], addresses: [] });
  }
}

test.describe('the policy is on every response that can run code', () => {
  const expected = SECURITY_HEADERS['Content-Security-Policy'];
  /** It alone may reach the endpoints of a build that names some; ours names none. */
  const engineWorker = contentSecurityPolicy('default', 'engine-worker');

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
        expect(Object.fromEntries(found)).toEqual(
          Object.fromEntries(kinds.map((kind) => [kind, kind === 'engine worker' ? engineWorker : expected])),
        );
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
