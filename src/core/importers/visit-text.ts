/** A transcript as people paste it -> turns with line numbers. Nothing is left out: every line of text is in a turn. */
import type { Turn } from '../packs/pack.ts';
import { transcriptTurns } from './transcript-turns.ts';

/** Who speaks where nobody is named. */
export const UNNAMED = 'Speaker';

export interface VisitText {
  readonly turns: readonly Turn[];
  /** Whether the text says who speaks; otherwise each line is a turn of its own. */
  readonly named: boolean;
}

/** "[00:12]", "00:12:03 -", "(1:05)" before a speaker, and "(00:12)" after one: how recorders write the time. */
const TIME_BEFORE = /^\s*[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?\s*[-–]?\s+(?=\S)/u;
const TIME_AFTER = /^(\s*\p{L}[\p{L}\p{N} ._'-]{0,39}?)\s*[[(]\d{1,2}:\d{2}(?::\d{2})?[\])]\s*:/u;
/** "D:text", "Doctor：text" */
const TIGHT_COLON =
  /^(\s*(?:d|p|dr|doctor|patient|nurse|clinician|physician|guest|family)\.?)\s*[:：](?=\S)/iu;

export function readVisitText(text: string): VisitText {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n|\r/u)
    .map((line) => line.replace(TIME_BEFORE, '').replace(TIME_AFTER, '$1:').replace(TIGHT_COLON, '$1: '));
  const turns = transcriptTurns(lines.join('\n'), 'brackets or colon') ?? afterHeading(lines);
  if (turns !== null) return { turns: turns.map(withFullName), named: true };
  return {
    turns: lines.flatMap((line, at) =>
      line.trim() === '' ? [] : [{ line: at + 1, speaker: UNNAMED, text: line.trim() }],
    ),
    named: false,
  };
}

/** A title or date above the first speaker is kept as a turn without a name. */
function afterHeading(lines: readonly string[]): Turn[] | null {
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const rest = transcriptTurns(lines.slice(at).join('\n'), 'brackets or colon');
    if (rest === null) continue;
    // One line with a colon in running text is no transcript.
    if (rest.length < 2 || at > MOST_HEADING_LINES) return null;
    const heading = lines
      .slice(0, at)
      .flatMap((words, index) =>
        words.trim() === '' ? [] : [{ line: index + 1, speaker: UNNAMED, text: words.trim() }],
      );
    return [...heading, ...rest.map((turn) => ({ ...turn, line: turn.line + at }))];
  }
  return null;
}

const MOST_HEADING_LINES = 10;

/** The short tags that transcripts use, in the words that the pages and prompts use. */
function withFullName(turn: Turn): Turn {
  const tag = turn.speaker.toLowerCase().replace(/\.$/u, '');
  if (['d', 'dr', 'doc'].includes(tag)) return { ...turn, speaker: 'Doctor' };
  if (['p', 'pt'].includes(tag)) return { ...turn, speaker: 'Patient' };
  return turn;
}
