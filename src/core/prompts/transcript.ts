import type { SampleInput } from '../packs/pack.ts';

/** Short speaker tags, the form the demo model was trained on; an unknown speaker keeps their own name. */
const TAGS: ReadonlyMap<string, string> = new Map([
  ['doctor', 'D'],
  ['patient', 'P'],
]);

/** The visit as lines `D: …`, one turn each; for message inputs, their contents. */
export function transcriptText(input: SampleInput): string {
  if ('messages' in input) return input.messages.map((message) => message.content).join('\n');
  return input.turns
    .map(
      (turn) =>
        `${TAGS.get(turn.speaker.toLowerCase()) ?? turn.speaker}: ${turn.text.replace(/\s+/gu, joined)}`,
    )
    .join('\n');
}

/** A line break and the white space around it is one space; white space within a line stays. */
const joined = (space: string): string => (space.includes('\n') ? ' ' : space);
