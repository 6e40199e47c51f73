import type { ImportOptions, Importer, SourceFile } from '../import-contracts.ts';
import type { Sample } from '../packs/pack.ts';

/** The rows of these files that can be used, in their order; those that cannot are left out without a word. */
export async function* goodSamples(
  importer: Importer,
  files: readonly SourceFile[],
  options: ImportOptions,
): AsyncIterable<Sample> {
  for await (const row of importer.read(files, options)) if (row.kind === 'sample') yield row.sample;
}
