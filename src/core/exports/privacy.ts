/**
 * What may leave the device with an export.
 * scores: numbers, settings and hashes of settings; no text of any sample, output or prompt, and no sample id.
 * hashes: also sample ids and the SHA-256 of sample, prompt and output.
 * full: also the texts themselves.
 */
export const PRIVACY_LEVELS = ['scores', 'hashes', 'full'] as const;
export type Privacy = (typeof PRIVACY_LEVELS)[number];
