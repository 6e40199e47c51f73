/** A person's own vocabulary: a CSV with a column for the term, one for the concept's id and one for its group. */
import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { baseName } from '../importers/file-text.ts';
import { openTable } from '../importers/table.ts';
import type { Vocabulary, VocabularyEntry } from '../scorers/scorer-resources.ts';
import { makeVocabulary } from './make-vocabulary.ts';

const COLUMNS = {
  term: ['term', 'name', 'string', 'synonym', 'label'],
  concept: ['concept', 'concept id', 'concept_id', 'conceptid', 'cui', 'code', 'id'],
  group: ['group', 'semantic group', 'semantic_group', 'category', 'type'],
} as const;

export const MAX_VOCABULARY_TERMS = 500_000;
const MAX_TERM_CHARS = 300;

export interface VocabularyReading {
  readonly vocabulary: Vocabulary;
  readonly concepts: number;
  /** Rows without a term or a concept id, or with broken quotes; they are left out. */
  readonly skipped: readonly { readonly line: number; readonly problem: string }[];
  readonly skippedCount: number;
}

const LISTED = 20;

export async function readVocabularyCsv(file: SourceFile): Promise<VocabularyReading> {
  const table = await openTable(file);
  const column = (wanted: keyof typeof COLUMNS): string | undefined =>
    table.columns.find((name) => (COLUMNS[wanted] as readonly string[]).includes(name.trim().toLowerCase()));
  const term = column('term');
  const concept = column('concept');
  const group = column('group');
  if (term === undefined || concept === undefined) {
    const missing = [term === undefined ? 'term' : null, concept === undefined ? 'concept id' : null].filter(
      (name) => name !== null,
    );
    throw new AppError(
      'input/schema',
      `${file.name} has no column "${missing.join('" and no column "')}": a vocabulary has the columns term, concept id and group`,
      { file: file.name, missing, columns: table.columns },
    );
  }
  const entries: VocabularyEntry[] = [];
  const skipped: { line: number; problem: string }[] = [];
  let skippedCount = 0;
  const skip = (line: number, problem: string): void => {
    skippedCount += 1;
    if (skipped.length < LISTED) skipped.push({ line, problem });
  };
  for await (const row of table.rows) {
    if (row.kind === 'problem') {
      skip(row.line, row.problem);
      continue;
    }
    const entry = {
      term: (row.values.get(term) ?? '').trim(),
      concept: (row.values.get(concept) ?? '').trim(),
      group: group === undefined ? '' : (row.values.get(group) ?? '').trim(),
    };
    if (entry.term === '' || entry.concept === '') skip(row.line, 'has no term or no concept id');
    else if (entry.term.length > MAX_TERM_CHARS)
      skip(row.line, `its term is longer than ${MAX_TERM_CHARS} letters`);
    else entries.push(entry);
    if (entries.length > MAX_VOCABULARY_TERMS) {
      throw new AppError('input/too-large', `${file.name} has more than ${MAX_VOCABULARY_TERMS} terms`, {
        file: file.name,
        maxTerms: MAX_VOCABULARY_TERMS,
      });
    }
  }
  if (entries.length === 0)
    throw new AppError('input/empty', `${file.name} has no terms`, { file: file.name });
  const name = baseName(file.name).replace(/\.[A-Za-z0-9]+$/u, '');
  return {
    vocabulary: makeVocabulary(name, entries),
    concepts: new Set(entries.map((entry) => entry.concept)).size,
    skipped,
    skippedCount,
  };
}
