import type { Services } from '../../app/services.ts';
import type { Sample } from '../../core/packs/pack.ts';

export interface FoundSamples {
  readonly samples: readonly Sample[];
  /** Whether there may be more behind these. */
  readonly more: boolean;
}

/** Read in one go: the page answers between two of them. */
const PART = 250;

export async function findSamples(
  packs: Pick<Services['packs'], 'samples'>,
  packId: string,
  words: string,
  wanted: number,
  signal: AbortSignal,
): Promise<FoundSamples> {
  const found: Sample[] = [];
  for (let from = 0; ; from += PART) {
    signal.throwIfAborted();
    const part = await packs.samples(packId, from, PART);
    for (const sample of part) {
      if (!holds(sample, words)) continue;
      if (found.length === wanted) return { samples: found, more: true };
      found.push(sample);
    }
    if (part.length < PART) return { samples: found, more: false };
  }
}

function holds(sample: Sample, words: string): boolean {
  if (words === '' || sample.id.toLowerCase().includes(words)) return true;
  const { input, target = [] } = sample;
  const said =
    'turns' in input ? input.turns.map(({ text }) => text) : input.messages.map(({ content }) => content);
  return [...said, ...target].some((text) => text.toLowerCase().includes(words));
}
