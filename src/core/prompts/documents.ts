import type { Sample } from '../packs/pack.ts';

/** Documents of a sample before its input, each under its title; empty when there are none. */
export function documentsText(sample: Sample): string {
  return (sample.documents ?? [])
    .map((document) => `${document.title ?? document.id}:\n${document.text}\n\n`)
    .join('');
}
