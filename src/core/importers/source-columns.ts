/** The columns of a table of one's own, with what stands in them, for a person to say which is which. */
import type { SourceColumn } from '../contracts.ts';

/** Rows of which an example is taken; JSON rows may each have fields of their own. */
export const COLUMN_ROWS = 100;
const EXAMPLE_CHARS = 160;

export async function columnsOfRows(
  names: readonly string[],
  rows: AsyncIterable<ReadonlyMap<string, unknown>>,
): Promise<readonly SourceColumn[]> {
  const examples = new Map<string, string>(names.map((name) => [name, '']));
  let read = 0;
  for await (const row of rows) {
    for (const [name, value] of row) {
      if ((examples.get(name) ?? '') === '') examples.set(name, exampleOf(value));
    }
    read += 1;
    if (read >= COLUMN_ROWS) break;
  }
  return [...examples].map(([name, example]) => ({ name, example }));
}

function exampleOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const short = text.replace(/\s+/g, ' ').trim();
  return short.length > EXAMPLE_CHARS ? `${short.slice(0, EXAMPLE_CHARS)}…` : short;
}
