/**
 * The one class of papaparse that is used: its parser over a string, without its readers of files and streams.
 * Declared here because @types/papaparse pulls in Node's types, which would let `process` compile in core.
 */
declare module 'papaparse/papaparse.js' {
  interface CsvParseResult {
    data: string[][];
    /** `row` is an index into `data`. */
    errors: { type: string; code: string; message: string; row?: number }[];
    /** `cursor`: how much of the input the returned rows take. */
    meta: { cursor: number };
  }
  interface CsvParser {
    parse(input: string, baseIndex: number, ignoreLastRow: boolean): CsvParseResult;
  }
  const Papa: { Parser: new (config: { delimiter: string; newline: string }) => CsvParser };
  export = Papa;
}
