/**
 * Which policy holds now. The person's choice is kept in a cache of its own, apart from everything private, so that it
 * outlives the service worker; hub-download is never kept: it holds while a tab holds the download's lock, and ends
 * with it however the tab ends.
 */
import * as v from 'valibot';
import { HUB_DOWNLOAD_LOCK, type PolicyId } from '../../src/core/network/policies.ts';

declare const self: ServiceWorkerGlobalScope;

const SETTINGS = 'bedside-settings-v1';
const ChoiceSchema = v.object({ strict: v.boolean() });

let strict: Promise<boolean> | null = null;
let known: PolicyId | null = null;

const choiceUrl = () => new URL('kept-policy', self.registration.scope).href;

async function readChoice(): Promise<boolean> {
  if (!(await caches.has(SETTINGS))) return false;
  const kept = await (await caches.open(SETTINGS)).match(choiceUrl());
  const choice = v.safeParse(ChoiceSchema, await kept?.json().catch(() => null));
  return choice.success && choice.output.strict;
}

export async function policyInForce(): Promise<PolicyId> {
  known = await readPolicy();
  return known;
}

/** As it was when last looked, for a decision that cannot wait; null right after this worker was started. */
export const knownPolicy = (): PolicyId | null => known;

async function readPolicy(): Promise<PolicyId> {
  strict ??= readChoice();
  if (await strict) return 'strict-offline';
  const { held = [] } = await self.navigator.locks.query();
  return held.some(({ name }) => name === HUB_DOWNLOAD_LOCK) ? 'hub-download' : 'default';
}

export async function chooseStrict(on: boolean): Promise<void> {
  strict = Promise.resolve(on);
  if (on) await (await caches.open(SETTINGS)).put(choiceUrl(), Response.json({ strict: on }));
  else await caches.delete(SETTINGS);
}
