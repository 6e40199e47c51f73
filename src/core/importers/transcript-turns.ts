import type { SampleInput, Turn } from '../packs/pack.ts';

const BRACKETS = /^\s*\[([^\]\n]{1,60})\]\s*(.*)$/;
const COLON = /^\s*(\p{L}[\p{L}\p{N} ._'-]{0,39}):\s+(.*)$/u;

export type TranscriptForm = 'brackets' | 'brackets or colon';

/**
 * A transcript as text -> turns. A turn begins with "[speaker]" or "Speaker:" and its `line` is the line of the text;
 * a line without a speaker continues the turn above. Null when the first line names no speaker.
 */
export function transcriptTurns(text: string, form: TranscriptForm): Turn[] | null {
  const turns: Turn[] = [];
  for (const [index, content] of text.split(/\r\n|\n|\r/).entries()) {
    if (content.trim() === '') continue;
    const match = BRACKETS.exec(content) ?? (form === 'brackets' ? null : COLON.exec(content));
    const last = turns.at(-1);
    if (match !== null) {
      turns.push({ line: index + 1, speaker: (match[1] ?? '').trim(), text: (match[2] ?? '').trim() });
    } else if (last !== undefined) last.text += `\n${content.trim()}`;
    else return null;
  }
  return turns.length === 0 ? null : turns;
}

/** A transcript whose first line names no speaker is asked as it stands. */
export function transcriptInput(text: string): SampleInput {
  const turns = transcriptTurns(text, 'brackets or colon');
  return turns === null ? { messages: [{ role: 'user', content: text.trim() }] } : { turns };
}
