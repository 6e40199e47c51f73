import type { ExportView } from './export-view.ts';
import type { Privacy } from './privacy.ts';

export interface ExportFile {
  /** Null for the file the user named; else what its name gets instead of its extension, e.g. "samples.jsonl". */
  readonly beside: string | null;
  readonly text: string;
  /** In place of the text, for a binary format. */
  readonly bytes?: Uint8Array;
}

/** One foreign format. It is given a view that already lacks what the privacy level withholds: it cannot leak it. */
export interface RunExport {
  readonly id: string;
  readonly title: string;
  /** What the file is, and where it goes. */
  readonly description: string;
  /** The files beside the first, as the help lists them. */
  readonly beside: readonly { readonly name: string; readonly what: string; readonly from: Privacy }[];
  write(view: ExportView): readonly ExportFile[];
}
