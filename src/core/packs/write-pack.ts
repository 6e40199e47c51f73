import type { Pack } from './pack.ts';

/** Above this a pack is written as JSONL, so that it can be read without one huge string. */
const ONE_FILE_CHARS = 64 * 1024 * 1024;

/** The one-file form, laid out as the bundled packs are. */
export function packJson(pack: Pack): string {
  return `${JSON.stringify(pack, null, 1)}\n`;
}

/** Header line, then one sample per line. */
export function* packJsonl(pack: Pack): Iterable<string> {
  const { samples, ...header } = pack;
  yield `${JSON.stringify(header)}\n`;
  for (const sample of samples) yield `${JSON.stringify(sample)}\n`;
}

export function isLargePack(pack: Pack): boolean {
  let chars = 0;
  return pack.samples.some((sample) => {
    chars += JSON.stringify(sample).length;
    return chars > ONE_FILE_CHARS;
  });
}
