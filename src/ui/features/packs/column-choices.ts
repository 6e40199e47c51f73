/** Which column is which, as the form shows it: a use for each column, and back. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** Kept with the sample, for groups and for reading. */
export const KEPT = 'meta';
export const LEFT_OUT = '';

const CHOICE_LETTERS = 'abcdefghij';

/** Sample fields that a table of one's own can fill, in the order in which they are offered. */
export const USES: readonly { readonly id: string; readonly label: string }[] = [
  { id: LEFT_OUT, label: 'Leave out' },
  { id: KEPT, label: 'Keep with the sample' },
  { id: 'id', label: 'Id of the row' },
  { id: 'cluster', label: 'Patient (rows of one are counted together)' },
  { id: 'question', label: 'Question, or what is asked' },
  { id: 'text', label: 'Text to read first' },
  { id: 'transcript', label: 'Transcript of a visit' },
  { id: 'messages', label: 'Messages (a list of role and content)' },
  { id: 'target', label: 'Reference (a note or answer you would accept)' },
  { id: 'answer', label: 'Right answer' },
  { id: 'choices', label: 'All choices in one column' },
  ...[...CHOICE_LETTERS].map((letter) => ({
    id: `choice_${letter}`,
    label: `Choice ${letter.toUpperCase()}`,
  })),
];

export function usesOf(columns: readonly string[], fields: ColumnMapping): ReadonlyMap<string, string> {
  const byColumn = new Map(Object.entries(fields).map(([field, column]) => [column, field]));
  return new Map(
    columns.map((column) => {
      const field = byColumn.get(column) ?? LEFT_OUT;
      return [column, field.startsWith('meta.') ? KEPT : field];
    }),
  );
}

export function mappingOf(uses: ReadonlyMap<string, string>): ColumnMapping {
  return Object.fromEntries(
    [...uses].flatMap(([column, use]) => {
      if (use === LEFT_OUT) return [];
      const name = column.trim().slice(0, 100);
      return [[use === KEPT ? `meta.${name}` : use, column]];
    }),
  );
}

/** What keeps the mapping from being used, in words; null when nothing does. */
export function mappingProblem(uses: ReadonlyMap<string, string>): string | null {
  const taken = new Map<string, string>();
  for (const [column, use] of uses) {
    if (use === LEFT_OUT || use === KEPT) continue;
    const other = taken.get(use);
    const label = USES.find(({ id }) => id === use)?.label ?? use;
    if (other !== undefined) return `“${other}” and “${column}” are both used as: ${label}. Choose one.`;
    taken.set(use, column);
  }
  if (!['question', 'text', 'transcript', 'messages'].some((use) => taken.has(use)))
    return 'No column is what the model is asked: choose a question, a text or a transcript.';
  return null;
}
