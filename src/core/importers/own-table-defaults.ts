import type { Importer } from '../contracts.ts';

/** For tables of the user's own, about which nothing is known. */
export const OWN_TABLE_DEFAULTS: Importer['defaults'] = {
  fitToSamples: true,
  promptId: 'plain',
  solver: 'generate',
  scorers: ['rouge'],
  sliceFields: [],
  licence: 'Not stated: supplied by whoever imported it',
  citation: '',
  language: 'en',
};
