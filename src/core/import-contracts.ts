/** Importers: files of others, row by row, into samples. */
import type { Sample } from './packs/pack.ts';
import type { DocumentPolicy } from './run-contracts.ts';

export type ImportRow =
  | { readonly kind: 'sample'; readonly sample: Sample; readonly line: number }
  | {
      readonly kind: 'problem';
      readonly line: number;
      readonly field: string | null;
      readonly problem: string;
    };

/** A file as bytes in pieces, so that a large one never stands in memory whole. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: number | null;
  stream(): AsyncIterable<Uint8Array>;
  /** A part by itself, where the file can be read at any place. */
  readonly slice?: (start: number, end: number) => Promise<ArrayBuffer>;
}

export interface SourceColumn {
  readonly name: string;
  readonly example: string;
}

export interface ImportOptions {
  /** Sample field -> column name, for tables of the user's own. */
  readonly map: Readonly<Record<string, string>>;
  /** What a number that names the right choice counts from. Left out: such a number is a problem, never a guess. */
  readonly answersFrom?: 0 | 1;
}

export interface Importer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly extensions: readonly string[];
  /** Somebody's own table can have this form: where the format is guessed, it is tried after one's own tables. */
  readonly resemblesOwnTables?: true;
  /**
   * Where the format is guessed: whether a file that begins so is this set and nobody's own table, which may have the
   * same field names. Without it the importer is tried. `head` holds the first characters, without a byte order mark.
   */
  readonly recognises?: (head: string) => boolean;
  /** For tables of one's own: the columns of a file, in its order, with the first texts found in each. */
  readonly columns?: (file: SourceFile) => Promise<readonly SourceColumn[]>;
  /** What the pack header gets when this importer makes a pack. */
  readonly defaults: {
    readonly promptId: string;
    readonly solver: string;
    readonly scorers: readonly string[];
    readonly sliceFields: readonly string[];
    readonly licence: string;
    readonly citation: string;
    readonly language: string;
    /** For a user's own tables: what the samples hold decides prompt, solver and scorers. */
    readonly fitToSamples?: true;
    readonly documents?: DocumentPolicy;
  };
  read(files: readonly SourceFile[], options: ImportOptions): AsyncIterable<ImportRow>;
}
