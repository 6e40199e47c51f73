/**
 * Which model hub this build may ask, fixed when it is built: BEDSIDE_HUB names a mirror inside the hospital, followed
 * by further origins that it hands files out from, separated by commas. Without it, the public Hugging Face hub.
 */
declare const __BEDSIDE_HUB__: string | undefined;

export interface Hub {
  /** Everything is asked below this address; without a slash at its end. */
  readonly base: string;
  /** Shown to the person who is asked for consent. */
  readonly host: string;
  /** As a content security policy names them. */
  readonly origins: readonly string[];
}

/** The hub and the hosts it hands large files to (huggingface.co/.well-known/meta.json, read 2026-11-20). */
const PUBLIC_HUB: Hub = {
  base: 'https://huggingface.co',
  host: 'huggingface.co',
  origins: ['https://huggingface.co', 'https://*.hf.co'],
};

/** Scheme, host, and a path of plain letters: nothing in it can end a directive of the policy. */
const ADDRESS = /^(https?:\/\/([A-Za-z0-9.-]+(?::\d+)?))(?:\/[A-Za-z0-9._~/-]*)?$/u;

export function hubOf(setting: string | undefined): Hub {
  const parts = (setting ?? '').split(',').map((part) => part.trim().replace(/\/+$/u, ''));
  const [base = '', ...more] = parts.filter((part) => part !== '');
  if (base === '') return PUBLIC_HUB;
  const origins = [base, ...more].map((address) => ADDRESS.exec(address)?.[1] ?? '');
  const host = ADDRESS.exec(base)?.[2];
  if (host === undefined || origins.includes('')) {
    throw new Error(`BEDSIDE_HUB must name addresses such as https://hub.hospital.example, not "${setting}"`);
  }
  return { base, host, origins: [...new Set(origins)] };
}

export const HUB: Hub = hubOf(typeof __BEDSIDE_HUB__ === 'undefined' ? undefined : __BEDSIDE_HUB__);
