import type { Privacy } from '../../../core/exports/privacy.ts';

export const EXPORT_LEVELS: readonly {
  readonly id: Privacy;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    id: 'scores',
    label: 'Scores only',
    hint: 'Numbers and settings. No text and no sample id: samples are numbered.',
  },
  {
    id: 'hashes',
    label: 'Scores and hashes',
    hint: 'Also sample ids, and the SHA-256 of sample, prompt and output. The hash of a short text can be guessed.',
  },
  {
    id: 'full',
    label: 'Full text',
    hint: 'Also what was said, asked and written. Treat the file as you would the chart.',
  },
];
