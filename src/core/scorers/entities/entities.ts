/** Entities as (type, where or what), from tags or from typed lines. */

export interface Entity {
  readonly type: string;
  readonly start: number;
  /** Past the last token. */
  readonly end: number;
}

/**
 * Entities of a sequence of IOB tags as seqeval's default mode reads them (Nakayama, 2018; after conlleval): an I- that
 * follows nothing, or another type, opens an entity of its own. E-, S- and L-, U- end one.
 */
export function entitiesOfTags(tags: readonly string[]): readonly Entity[] {
  const found: Entity[] = [];
  let open: { type: string; start: number } | null = null;
  const close = (end: number): void => {
    if (open !== null) found.push({ ...open, end });
    open = null;
  };
  for (const [at, tag] of tags.entries()) {
    const [, prefix = 'O', type = '_'] = /^([BIESLU])(?:-(.+))?$/u.exec(tag) ?? [];
    if (prefix === 'O') {
      close(at);
      continue;
    }
    const opened: { type: string; start: number } | null = open;
    const begins =
      prefix === 'B' || prefix === 'S' || prefix === 'U' || opened === null || opened.type !== type;
    if (begins) {
      close(at);
      open = { type, start: at };
    }
    if (prefix === 'E' || prefix === 'S' || prefix === 'L' || prefix === 'U') close(at + 1);
  }
  close(tags.length);
  return found;
}

export function sameEntity(a: Entity, b: Entity): boolean {
  return a.type === b.type && a.start === b.start && a.end === b.end;
}

/** Of one type, with a token in common. */
export function overlaps(a: Entity, b: Entity): boolean {
  return a.type === b.type && a.start < b.end && b.start < a.end;
}

/** "O B-DRUG I-DRUG": nothing but tags; null for any other text. */
export function tagsIn(text: string): readonly string[] | null {
  const tags = text.trim().split(/[\s,]+/u);
  return tags.length > 0 && tags.every((tag) => /^(?:O|[BIESLU]-[\p{L}\p{N}_-]+)$/u.test(tag)) ? tags : null;
}
