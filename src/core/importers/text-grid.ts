export interface Utterance {
  readonly startSeconds: number;
  readonly text: string;
}

const INTERVAL =
  /xmin\s*=\s*(-?[\d.]+(?:e[+-]?\d+)?)\s+xmax\s*=\s*-?[\d.]+(?:e[+-]?\d+)?\s+text\s*=\s*"((?:[^"]|"")*)"/gi;

/**
 * The spoken intervals of a Praat TextGrid in its long text form (Praat manual, "TextGrid file formats"), null when it
 * is none. A quote inside a text is written twice.
 */
export function textGridUtterances(content: string): Utterance[] | null {
  if (!/^\s*File type\s*=\s*"ooTextFile"/i.test(content) || !/"TextGrid"/i.test(content)) return null;
  return [...content.matchAll(INTERVAL)].flatMap(([, start, quoted]): Utterance[] => {
    const text = spokenText((quoted ?? '').replaceAll('""', '"'));
    return text === '' ? [] : [{ startSeconds: Number(start), text }];
  });
}

/** Transcriber's tags of PriMock57: what was not understood stays visible, a doubt about what was heard does not. */
function spokenText(text: string): string {
  return text
    .replace(/<(?:UNIN|INAUDIBLE_SPEECH)\s*\/?>/gi, '[inaudible]')
    .replace(/<\/?[A-Z_]+\s*\/?>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}
