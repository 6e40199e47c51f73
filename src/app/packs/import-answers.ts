/** What the import worker says: the whole pack is checked, sample by sample, before anybody looks at it. */
import * as v from 'valibot';
import type { ImportReading } from '../../../workers/protocol.ts';
import type { VocabularyReading } from '../../core/lexicon/vocabulary-csv.ts';
import { PackHeaderSchema, SampleSchema } from '../../core/packs/pack.ts';
import { answerOf, checkEach } from '../checked-answer.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const reading = answerOf(
  v.object({
    fileName: v.string(),
    importerId: v.string(),
    good: count,
    problems: v.array(v.object({ line: v.number(), field: v.nullable(v.string()), problem: v.string() })),
    totalProblems: count,
    pack: v.nullable(v.looseObject({ samples: v.array(v.unknown()) })),
  }),
  'what the import worker read',
);

const header = answerOf(PackHeaderSchema, 'the header of the pack that was read');

export const vocabularyRead: (said: unknown) => VocabularyReading = answerOf(
  v.object({
    vocabulary: v.object({
      name: v.string(),
      sha256: v.string(),
      entries: v.array(v.object({ term: v.string(), concept: v.string(), group: v.string() })),
    }),
    concepts: count,
    skipped: v.array(v.object({ line: v.number(), problem: v.string() })),
    skippedCount: count,
  }),
  'the vocabulary that was read',
);

export async function importRead(said: unknown): Promise<ImportReading> {
  const found = reading(said);
  if (found.pack !== null) {
    const { samples, ...rest } = found.pack;
    header(rest);
    await checkEach(SampleSchema, samples, 'sample');
  }
  return said as ImportReading; // every part of it has just been checked
}
