/** A scripted model put among the bundled ones: its answers are known, so that what is shown of them can be. */
import type { Page } from '@playwright/test';
import type { AutomationEnd, WantedRun } from '../../src/app/automation.ts';
import { sha256Hex } from '../../src/core/digest.ts';
import { distJson } from './dist.ts';
import { json, type Overlay } from './site.ts';

export const SCRIPTED = 'scripted';

export interface Script {
  readonly rules?: readonly {
    readonly contains: string;
    readonly answer?: string;
    readonly prefers?: string;
  }[];
  readonly msPerToken?: number;
}

/** `write` spells the file otherwise, for a test that must not find an answer in it. */
export function scriptedModel(script: Script, write: (script: Script) => string = JSON.stringify): Overlay {
  const catalog = distJson('models/catalog.json') as { readonly models: readonly unknown[] };
  const text = write(script);
  const file = { path: 'script.json', bytes: text.length, sha256: sha256Hex(text) };
  const entry = {
    id: SCRIPTED,
    title: 'Scripted answers',
    description: 'Answers written by a test.',
    notice: 'Not a model.',
    licence: 'Apache-2.0',
    parameters: null,
    contextTokens: null,
    runtimeId: 'scripted',
    variants: [{ dtype: 'fp32', bytes: text.length, logprobs: true, files: [file] }],
    defaults: { generate: 'fp32', logprobs: 'fp32' },
    cardUrl: null,
  };
  return {
    'models/catalog.json': json({ ...catalog, models: [...catalog.models, entry] }),
    [`models/${SCRIPTED}/script.json`]: { body: text, type: 'application/json' },
  };
}

/** Runs a pack with the scripted model as the command line does, and throws unless the run finished. */
export async function runScripted(
  page: Page,
  wanted: Omit<WantedRun, 'modelId' | 'device'>,
): Promise<string> {
  return runToTheEnd(page, { ...wanted, modelId: SCRIPTED, device: 'scripted' });
}

/** The id of a run that was started through the page's automation and has finished. */
export async function runToTheEnd(page: Page, wanted: WantedRun): Promise<string> {
  const end: AutomationEnd = await page.evaluate(async (asked) => {
    const { bedside } = globalThis;
    if (bedside === undefined) throw new Error('the page has not started');
    return bedside.run(await bedside.request(asked));
  }, wanted);
  if (!end.ok || end.status !== 'finished') throw new Error(`the run did not finish: ${JSON.stringify(end)}`);
  return end.runId;
}

/** Starts the scripted model on questions, and does not wait for its end. */
export async function startScripted(page: Page, limit: number): Promise<void> {
  await page.evaluate(async (samples) => {
    const { bedside } = globalThis;
    if (bedside === undefined) throw new Error('the page has not started');
    const request = await bedside.request({
      packId: 'clinical-qa-demo',
      modelId: 'scripted',
      device: 'scripted',
      solverId: 'generate',
      limit: samples,
    });
    bedside.run(request).catch(() => undefined);
  }, limit);
}
