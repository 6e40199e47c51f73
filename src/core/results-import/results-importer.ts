/** What a reader of another tool's results gives; adding one is a file and a line of the registry. */
import type {
  FinishReason,
  MeasureSpec,
  RunHeader,
  Score,
  SourceFile,
  Timings,
  UnscoredReason,
  Usage,
} from '../contracts.ts';
import type { Message } from '../packs/pack.ts';

/** One run of the file: what was run on what, as far as the file says. */
export interface ForeignRun {
  /** Tells the runs of one set of files apart. */
  readonly key: string;
  readonly task: string | null;
  readonly taskVersion: string;
  readonly model: string;
  /** Tool and version. */
  readonly tool: string;
  /** ISO time; null when the file has none. */
  readonly createdAt: string | null;
  readonly generation: Partial<RunHeader['generation']>;
  /** Our own header, where the file is an export of ours. */
  readonly header: RunHeader | null;
  /** Versions of our own scorers, where the file is an export of ours. */
  readonly scorerVersions: Readonly<Record<string, string>>;
  /** What the file says of its metrics; the rest is found from the values. */
  readonly metrics: Readonly<Record<string, Partial<Pick<MeasureSpec, 'better' | 'kind' | 'title'>>>>;
}

/** One answer to one sample. What the file does not say is null or empty, never made up. */
export interface ForeignItem {
  readonly run: string;
  readonly id: string;
  /** From 0. */
  readonly repeat: number;
  /** Position in the pack from 0, where the file says it. */
  readonly index: number | null;
  readonly cluster: string | null;
  readonly output: string | null;
  readonly finish: FinishReason | null;
  readonly unscored: UnscoredReason | null;
  readonly error: string | null;
  readonly createdAt: string | null;
  readonly messages: readonly Message[];
  readonly prompt: string | null;
  readonly targets: readonly string[];
  readonly choices: readonly string[];
  readonly answer: string | null;
  readonly meta: Readonly<Record<string, string | number | boolean>>;
  readonly usage: Usage | null;
  readonly timings: Timings | null;
  /** By metric as the file calls it. */
  readonly scores: Readonly<Record<string, Score>>;
}

export type ForeignRow =
  | { readonly kind: 'run'; readonly run: ForeignRun }
  | { readonly kind: 'item'; readonly item: ForeignItem; readonly line: number }
  | {
      readonly kind: 'problem';
      readonly line: number;
      readonly field: string | null;
      readonly problem: string;
    };

export interface ResultsImporter {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly extensions: readonly string[];
  /** One run lies in several files that are chosen together. */
  readonly together?: true;
  /** Whether a file of this name that begins so may be of this format; `head` is ASCII, without a byte order mark. */
  recognises(name: string, head: string): boolean;
  /** One run's files together; a run is told before its items. */
  read(files: readonly SourceFile[]): AsyncIterable<ForeignRow>;
}
