import type { Pack, PackHeader, Sample } from './pack.ts';
import { createSealer } from './seal.ts';

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
  const size = createPackSize();
  return pack.samples.some((sample) => size.add(sample));
}

/** Told of samples as they pass; true once they are too much for the one-file form. */
export function createPackSize(limit = ONE_FILE_CHARS): { add(sample: Sample): boolean } {
  let chars = 0;
  return {
    add: (sample) => {
      chars += JSON.stringify(sample).length;
      return chars > limit;
    },
  };
}

interface SealedHeader {
  readonly seal: string;
  /** Belongs in the place of the first line, and is as long. */
  readonly line: string;
}

/** The lines of a pack whose samples pass one by one: call `sealed` once, when the last one has. */
export function packLines(
  header: PackHeader,
  samples: AsyncIterable<Sample>,
): { readonly lines: AsyncIterable<string>; readonly sealed: () => SealedHeader } {
  const sealer = createSealer(header);
  async function* lines(): AsyncIterable<string> {
    yield headerLine(header, '0'.repeat(SEAL_DIGITS));
    for await (const sample of samples) {
      sealer.add(sample);
      yield `${JSON.stringify(sample)}\n`;
    }
  }
  return {
    lines: lines(),
    sealed: () => {
      const seal = sealer.finish();
      return { seal, line: headerLine(header, seal) };
    },
  };
}

const SEAL_DIGITS = 64;

/** As long with one seal as with another. */
function headerLine({ seal: _earlier, ...header }: PackHeader, seal: string): string {
  return `${JSON.stringify({ ...header, seal })}\n`;
}
