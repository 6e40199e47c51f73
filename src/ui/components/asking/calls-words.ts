import { plural } from '../../i18n/format.ts';

/** "about 5 calls for each sample, 40 in all"; whole numbers where every sample has as many choices. */
export function callsWords(perSample: number, samples: number): string {
  const each = Number.isInteger(perSample)
    ? plural(perSample, 'call')
    : `about ${perSample.toFixed(1)} calls`;
  return `${each} to the model for each sample, ${Math.round(perSample * samples)} in all`;
}
