/** The one line in which an error is reported: `<flag> <sentence id> <correction|NA>`. */
export interface ErrorLine {
  readonly flag: string;
  readonly sentenceId: string;
  /** "NA" when there is none. */
  readonly correction: string;
}

/** MEDIQA-CORR 2024, evaluation scripts, parse_run_submission_file: what a line must be behind its text id. */
const FORM = /^([0-9]+)\s+(-?[0-9]+)\s+(\S.*)$/;

/** No sentence is longer. */
const MAX_LINE_CHARS = 10_000;

/** One line, or null when it has another form. An unflagged note has no correction, whatever stands there. */
export function parseErrorLine(line: string): ErrorLine | null {
  const [, flag, sentenceId, rest] = FORM.exec(line.trim()) ?? [];
  if (flag === undefined || sentenceId === undefined || rest === undefined) return null;
  return { flag, sentenceId, correction: flag === '0' ? 'NA' : withoutQuotes(rest.trim()) };
}

export type ErrorReading =
  | { readonly kind: 'read'; readonly line: ErrorLine }
  | { readonly kind: 'unscored'; readonly reason: 'extraction-failed' | 'ambiguous-answer' };

/** The line in a reply; other lines around it are passed over, several that differ are not chosen among. */
export function readErrorLine(reply: string, textId: string): ErrorReading {
  const lines = reply.split(/\r\n|\n|\r/).flatMap((text): ErrorLine[] => {
    if (text.length > MAX_LINE_CHARS) return [];
    const bare = text.trim().replace(/^`+|`+$/g, '');
    // A submission line begins with the text's id.
    const parsed = parseErrorLine(bare.startsWith(`${textId} `) ? bare.slice(textId.length) : bare);
    return parsed === null ? [] : [parsed];
  });
  const [line, ...others] = lines;
  if (line === undefined) return { kind: 'unscored', reason: 'extraction-failed' };
  const same = (other: ErrorLine): boolean =>
    other.flag === line.flag && other.sentenceId === line.sentenceId && other.correction === line.correction;
  return others.every(same) ? { kind: 'read', line } : { kind: 'unscored', reason: 'ambiguous-answer' };
}

function withoutQuotes(text: string): string {
  const trimmed = text.replace(/^"+(?=.)/, '').replace(/(?<=.)"+$/, '');
  return trimmed === '' ? text : trimmed;
}
