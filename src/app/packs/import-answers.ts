/** What the import worker says: every sample is checked before anybody looks at it, and again before it is stored. */
import * as v from 'valibot';
import type { DeliveredPack } from '../../../workers/deliver-pack.ts';
import type { ImportReading } from '../../../workers/protocol.ts';
import type { VocabularyReading } from '../../core/lexicon/vocabulary-csv.ts';
import { MessageSchema, PackHeaderSchema, type Sample, SampleSchema } from '../../core/packs/pack.ts';
import { answerOf } from '../checked-answer.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const importRead: (said: unknown) => ImportReading = answerOf(
  v.object({
    fileName: v.string(),
    importerId: v.string(),
    good: count,
    problems: v.array(v.object({ line: v.number(), field: v.nullable(v.string()), problem: v.string() })),
    totalProblems: count,
    header: v.nullable(PackHeaderSchema),
    contentSha256: v.string(),
    head: v.array(SampleSchema),
    prompts: v.array(v.object({ id: v.string(), messages: v.array(MessageSchema) })),
    map: v.record(v.string(), v.string()),
    answersFrom: v.exactOptional(v.picklist([0, 1])),
    columns: v.nullable(
      v.object({
        found: v.array(v.object({ name: v.string(), example: v.string() })),
        fields: v.record(v.string(), v.string()),
        from: v.picklist(['guessed', 'remembered', 'chosen']),
      }),
    ),
  }),
  'what the import worker read',
);

/** A part of a pack on its way into the store. */
export const samplesGiven: (said: unknown) => readonly Sample[] = answerOf(
  v.array(SampleSchema),
  'the samples that the import worker gave',
);

export const packDelivered: (said: unknown) => DeliveredPack = answerOf(
  v.object({
    header: v.object({ ...PackHeaderSchema.entries, seal: v.string() }),
    samples: count,
    bytes: count,
  }),
  'the pack that the import worker gave',
);

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
