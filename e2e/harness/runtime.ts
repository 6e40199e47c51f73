/** Gives the contract tests the page's own client, on `window`, and the independent reference worker. */
import { AppError } from '../../src/core/errors.ts';
import { EngineClient } from '../../src/app/engine/engine-client.ts';
import { spawnReference } from './reference-client.ts';

const harness = {
  client: (options: ConstructorParameters<typeof EngineClient>[0] = {}) => new EngineClient(options),
  reference: spawnReference,
  /** Error as data: an exception loses its code on the way out of page.evaluate. */
  async outcome<T>(
    operation: () => Promise<T>,
  ): Promise<{ ok: true; value: T } | { ok: false; code: string; message: string; details: unknown }> {
    try {
      return { ok: true, value: await operation() };
    } catch (thrown) {
      if (thrown instanceof AppError)
        return { ok: false, code: thrown.code, message: thrown.message, details: thrown.details };
      return { ok: false, code: 'not an AppError', message: String(thrown), details: {} };
    }
  },
};

type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
    /** Where a test keeps a loaded client between two looks at the page. */
    shared: EngineClient;
  }
}

window.harness = harness;
document.documentElement.dataset['ready'] = 'true';
