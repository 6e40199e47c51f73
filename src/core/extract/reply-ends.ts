/** Replies are read at their two ends: nothing that states an answer needs more, and no pattern may hold the page. */
const READ_CHARS = 20_000;

export function replyEnds(text: string): string {
  return text.length > 2 * READ_CHARS ? `${text.slice(0, READ_CHARS)}\n${text.slice(-READ_CHARS)}` : text;
}
