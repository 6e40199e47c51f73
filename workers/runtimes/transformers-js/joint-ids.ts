/**
 * Token ids of prompt and continuation together. A special token parts what a tokenizer reads into pieces that do not
 * know of each other, so only what stands behind the prompt's last one has to be read again for each continuation.
 */
import type { OpenModel } from './open-model.ts';
import { encode } from './chat-prompt.ts';

type Tokenizing = Pick<OpenModel, 'tokenizer' | 'chatTemplate'>;

/** Gives the ids of the whole for a continuation; `prefix` are those of `text`. */
export function jointIds(
  open: Tokenizing,
  text: string,
  prefix: readonly number[],
): (continuation: string) => readonly number[] {
  const tail = lastPiece(open, text, prefix);
  return tail === null
    ? (continuation) => encode(open, text + continuation)
    : (continuation) => [...prefix.slice(0, tail.from), ...encode(open, tail.text + continuation)];
}

interface Piece {
  /** Position of the special token it begins with. */
  readonly from: number;
  readonly text: string;
}

/** Null where there is none, or where reading it alone gives other tokens than reading it in its place. */
function lastPiece(
  { tokenizer, chatTemplate }: Tokenizing,
  text: string,
  prefix: readonly number[],
): Piece | null {
  // Without a template the tokenizer adds special tokens of its own.
  if (chatTemplate === null) return null;
  const ids: readonly number[] = tokenizer.all_special_ids;
  const from = prefix.findLastIndex((id) => ids.includes(id));
  const token = from < 0 ? undefined : tokenizer.all_special_tokens[ids.indexOf(prefix[from] ?? -1)];
  const start = token === undefined ? -1 : text.lastIndexOf(token);
  if (start < 0) return null;
  const piece = text.slice(start);
  const alone = encode({ tokenizer, chatTemplate }, piece);
  const place = prefix.slice(from);
  const same = alone.length === place.length && alone.every((id, at) => id === place[at]);
  return same ? { from, text: piece } : null;
}
