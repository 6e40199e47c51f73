/** A pack as a file that can be imported again anywhere: its samples pass in parts, so that a large one is never held. */
import { AppError } from '../../core/errors.ts';
import type { Packs } from './packs.ts';

const PART = 200;
/** Text in memory before it is handed to the browser as one piece. */
const FOLD_CHARS = 8 * 1024 * 1024;

export async function packFile(packs: Pick<Packs, 'list' | 'samples'>, id: string): Promise<Blob> {
  const entry = (await packs.list(() => undefined)).find((each) => each.header.id === id);
  if (entry === undefined) throw new AppError('input/unknown-id', `no pack is called "${id}"`, { id });
  const { header, sha256 } = entry;
  const folded: Blob[] = [];
  let text = `${JSON.stringify({ ...header, seal: sha256 })}\n`;
  for (let from = 0; ; from += PART) {
    const part = await packs.samples(header.id, from, PART);
    text += part.map((sample) => `${JSON.stringify(sample)}\n`).join('');
    if (text.length >= FOLD_CHARS) {
      folded.push(new Blob([text]));
      text = '';
    }
    if (part.length < PART) return new Blob([...folded, text], { type: 'application/jsonl' });
  }
}
