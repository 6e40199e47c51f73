/**
 * Texts longer than an encoder takes at once, cut at line and sentence ends into windows of whole pieces. A token then
 * sees its own window only; cutting the text off, as is common, would leave most of a note unread.
 */

/** Behind a line end, and behind a sentence end that a space follows: not within "2.5 mg". */
const PIECE_END = /(?<=[.!?]\s|\n)/u;

export function textPieces(text: string): readonly string[] {
  return text.split(PIECE_END).filter((piece) => piece.trim() !== '');
}

/** Windows of at most `size` tokens; a single piece that is longer is cut where it must be. */
export function tokenWindows(pieces: readonly (readonly number[])[], size: number): readonly number[][] {
  const windows: number[][] = [];
  let current: number[] = [];
  for (const piece of pieces) {
    if (current.length > 0 && current.length + piece.length > size) {
      windows.push(current);
      current = [];
    }
    for (let at = 0; at < piece.length; at += size) {
      const part = piece.slice(at, at + size);
      if (current.length + part.length > size) {
        windows.push(current);
        current = [];
      }
      current.push(...part);
    }
  }
  if (current.length > 0) windows.push(current);
  return windows;
}
