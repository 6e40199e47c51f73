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
  let type: string | null = null;
  let start = 0;
  for (const [at, tag] of [...tags, 'O'].entries()) {
    const [, prefix = 'O', own = '_'] = /^([BIESLU])(?:-(.+))?$/u.exec(tag) ?? [];
    const continues = (prefix === 'I' || prefix === 'E' || prefix === 'L') && own === type;
    if (!continues) {
      if (type !== null) found.push({ type, start, end: at });
      type = prefix === 'O' ? null : own;
      start = at;
    }
    if (type !== null && /[ESLU]/u.test(prefix)) {
      found.push({ type, start, end: at + 1 });
      type = null;
    }
  }
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
