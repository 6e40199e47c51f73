/**
 * The built page in a real browser, driven through its window.bedside (src/app/automation.ts): what the
 * command line measures is what is deployed.
 */
import type { Page } from '@playwright/test';
import { AppError, isErrorCode } from '../../core/errors.ts';
import { builtPage } from './built-page.ts';

export interface BrowserPage {
  /** Calls a function of window.bedside with plain data. */
  call(name: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Like call, with a last argument that hears events in the order they happen. */
  follow(name: string, args: readonly unknown[], onEvent: (event: unknown) => void): Promise<unknown>;
  /** Picks a folder as a person would; the id of the model in it. */
  pickModelFolder(folder: string): Promise<unknown>;
  /** The folder's id with its number format, as a way of asking names an encoder. */
  pickEncoderFolder(folder: string): Promise<string>;
  close(): Promise<void>;
}

/** Builds the page where it has not been built yet. `log` gets lines for people. */
export async function openPage(options: {
  readonly webgpu: boolean;
  /** The one server that this run may ask, when the build names it too. */
  readonly server?: string;
  readonly log: (line: string) => void;
}): Promise<BrowserPage> {
  const root = builtPage(options.log);
  const [{ startServer }, { browserArgs, ensureBrowser }, { chromium }] = await Promise.all([
    import('../../../scripts/serve.ts'),
    import('../../../scripts/find-browser.ts'),
    import('@playwright/test'),
  ]);
  const server = await startServer({
    root,
    port: 0,
    ...(options.server === undefined ? {} : { endpoints: [options.server] }),
  });
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...browserArgs(), ...(options.webgpu ? ['--enable-unsafe-webgpu'] : [])],
    // Ctrl+C is handled by us: what is written stays, and the browser is closed.
    handleSIGINT: false,
  });
  const close = async () => {
    await browser.close().catch(() => undefined);
    await server.close();
  };
  try {
    // The server sends every header itself, so no service worker is needed between page and files.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    let listener: (event: unknown) => void = () => undefined;
    await page.exposeFunction('bedsideEvent', (event: unknown) => listener(event));
    await page.goto(server.url);
    // A function and not its text: the page's policy forbids eval, which polling a text would need.
    await page.waitForFunction(() => Reflect.get(globalThis, 'bedside') !== undefined);
    return {
      call: (name, ...args) => evaluate(page, `bedside[${JSON.stringify(name)}](...${JSON.stringify(args)})`),
      follow: (name, args, onEvent) => {
        listener = onEvent;
        return evaluate(
          page,
          `bedside[${JSON.stringify(name)}](...${JSON.stringify(args)}, (event) => bedsideEvent(event))`,
        );
      },
      pickModelFolder: async (folder) => (await pickFolder(page, folder))?.id,
      pickEncoderFolder: async (folder) => {
        const entry = await pickFolder(page, folder);
        return `${String(entry?.id)}@${entry?.dtype ?? ''}`;
      },
      close,
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** The error of the page keeps its code on the way here; anything else is a browser that went away. */
async function evaluate(page: Page, expression: string): Promise<unknown> {
  let result: unknown;
  try {
    result = await page.evaluate(
      `(async () => ({ value: await ${expression} }))().catch((error) => ({
        error: { code: error.code, message: String(error.message), details: error.details },
      }))`,
    );
  } catch (thrown) {
    throw new AppError('runtime/failed', `the browser went away: ${String(thrown)}`, {}, { cause: thrown });
  }
  if (typeof result !== 'object' || result === null || !('error' in result)) {
    return typeof result === 'object' && result !== null && 'value' in result ? result.value : undefined;
  }
  throw pageError(result.error);
}

export function pageError(plain: unknown): AppError {
  if (typeof plain !== 'object' || plain === null || !('code' in plain) || !('message' in plain)) {
    return new AppError('defect', 'the page failed without saying how');
  }
  const { code, message } = plain;
  const details = 'details' in plain && typeof plain.details === 'object' ? plain.details : {};
  if (!isErrorCode(code)) return new AppError('defect', String(message));
  return AppError.fromPlain({ code, message: String(message), details: { ...details } });
}

interface PickedFolder {
  readonly id: unknown;
  /** The number format it is used in when nothing is said. */
  readonly dtype: string;
}

async function pickFolder(page: Page, folder: string): Promise<PickedFolder | null> {
  await page.evaluate(
    `document.getElementById('bedside-model-folder')?.remove();
    document.body.append(Object.assign(document.createElement('input'), {
      type: 'file', webkitdirectory: true, id: 'bedside-model-folder', hidden: true,
    }))`,
  );
  await page.setInputFiles('#bedside-model-folder', folder);
  const entry = await evaluate(
    page,
    `bedside.addModelFolder([...document.getElementById('bedside-model-folder').files])`,
  );
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return null;
  const defaults = 'defaults' in entry ? entry.defaults : null;
  const dtype =
    typeof defaults === 'object' && defaults !== null && 'generate' in defaults ? defaults.generate : '';
  return { id: entry.id, dtype: String(dtype) };
}
