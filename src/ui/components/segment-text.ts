/**
 * Cuts a text at the edges of marked ranges, so that overlapping marks become plain neighbouring pieces.
 * The pieces joined are always the text; a range outside it is clamped, an empty one ignored.
 */
export interface MarkedRange {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Segment {
  readonly text: string;
  /** Ids of the marks over this piece, in the order the ranges were given. */
  readonly marks: readonly string[];
  /** Marks whose last piece this is; a sign is set after it. */
  readonly closes: readonly string[];
}

export function segmentText(text: string, ranges: readonly MarkedRange[]): readonly Segment[] {
  const inside = ranges
    .map((range) => ({
      id: range.id,
      start: Math.max(0, range.start),
      end: Math.min(text.length, range.end),
    }))
    .filter((range) => range.start < range.end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap((range) => [range.start, range.end])])].sort(
    (a, b) => a - b,
  );
  const segments: Segment[] = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const start = cuts[at] ?? 0;
    const end = cuts[at + 1] ?? text.length;
    const over = inside.filter((range) => range.start <= start && range.end >= end);
    segments.push({
      text: text.slice(start, end),
      marks: over.map((range) => range.id),
      closes: over.filter((range) => range.end === end).map((range) => range.id),
    });
  }
  return segments;
}
