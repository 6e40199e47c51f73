/**
 * No regular expression of the product may hold a page on a text made for it. Texts are hostile: packs, model output,
 * files. A pattern may take the square of the time (an output is scored up to 100,000 characters only, and a cell or a
 * turn is read in a worker); one that takes more is found here long before that.
 */
import { describe, expect, it } from 'vitest';
import { findPatterns, slowest, type FoundPattern } from './regex-probe.ts';

const MAX_CHARS = 8_000;
/** A quadratic pattern needs a fiftieth of it here; a cubic one would need minutes. */
const LIMIT_MS = 1_500;

/** Patterns put together while modules load or work: the constructor is watched, since no literal shows them. */
async function builtPatterns(): Promise<FoundPattern[]> {
  const built = new Map<string, FoundPattern>();
  const Native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args: [string, string?], newTarget) {
      const made = Reflect.construct(target, args, newTarget) as RegExp;
      built.set(String(made), { place: 'built', source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    const { SCORERS } = await import('../src/core/scorers/registry.ts');
    const { fullSample } = await import('../src/core/packs/fixtures.ts');
    await import('../src/core/importers/registry.ts');
    await import('../src/core/exports/registry.ts');
    await import('../src/core/exports/identifier-scan.ts');
    const text = 'Subjective: left knee pain, BP 120/80. The answer is (A). {"answer": "A"} Plan: none';
    for (const scorer of SCORERS) scorer.score(fullSample(), { text });
  } finally {
    globalThis.RegExp = Native;
  }
  return [...built.values()];
}

function distinct(patterns: readonly FoundPattern[]): FoundPattern[] {
  return [...new Map(patterns.map((each) => [`/${each.source}/${each.flags}`, each])).values()];
}

const said = (found: readonly FoundPattern[]) =>
  found.flatMap((each) => {
    const slow = slowest(each, MAX_CHARS, LIMIT_MS);
    return slow === null ? [] : [`${each.place} /${each.source}/: ${JSON.stringify(slow)}`];
  });

describe('the probe', () => {
  it.each(['^(a+)+$', '(x+x+)+y', '^(\\w+\\s?)*$', '(?:a|aa)+$', '\\s*\\s*\\s*$'])('finds /%s/', (source) => {
    expect(slowest({ place: '', source, flags: '' }, MAX_CHARS, 200)).not.toBeNull();
  });
});

describe('regular expressions', () => {
  it('of the source take no more than the square of the time', { timeout: 120_000 }, () => {
    const found = distinct(findPatterns(['src', 'workers']));
    expect(found.length).toBeGreaterThan(300);
    expect(said(found)).toEqual([]);
  });

  it('that are put together take no more than the square of the time', { timeout: 120_000 }, async () => {
    const found = distinct(await builtPatterns());
    expect(found.length).toBeGreaterThan(30);
    expect(said(found)).toEqual([]);
  });
});
