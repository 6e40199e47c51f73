/** What the page sends to the command line, checked: it comes from another process. */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { DocumentPolicySchema } from '../../core/packs/pack.ts';
import { RunHeaderSchema, RunRecordSchema } from '../../core/run/run-schemas.ts';

const EventSchema = v.variant('kind', [
  v.object({ kind: v.literal('loading'), phase: v.string() }),
  v.object({ kind: v.literal('started'), header: RunHeaderSchema, total: v.number() }),
  v.object({ kind: v.literal('record'), record: RunRecordSchema }),
]);

const EndSchema = v.union([
  v.object({
    ok: v.literal(true),
    runId: v.string(),
    status: v.picklist(['running', 'paused', 'finished', 'cancelled', 'failed']),
    failed: v.number(),
    error: v.unknown(),
  }),
  v.object({ ok: v.literal(false), error: v.unknown() }),
]);

/** The parts of a request that decide what is computed; see RunRequest in src/app/services.ts. */
const RequestSchema = v.looseObject({
  packId: v.string(),
  modelId: v.string(),
  dtype: v.string(),
  device: v.string(),
  solverId: v.string(),
  solverSettings: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
  promptId: v.string(),
  documents: v.exactOptional(DocumentPolicySchema),
  generation: v.unknown(),
  limit: v.unknown(),
  shard: v.unknown(),
  repeats: v.number(),
  scorers: v.array(v.string()),
});

export type PageRequest = v.InferOutput<typeof RequestSchema>;

export const readEvent = (value: unknown) => read(EventSchema, value, 'an event of another form');
export const readEnd = (value: unknown) => read(EndSchema, value, 'an end of another form');
export const readRequest = (value: unknown) => read(RequestSchema, value, 'a request of another form');

function read<TSchema extends v.GenericSchema>(
  schema: TSchema,
  value: unknown,
  what: string,
): v.InferOutput<TSchema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? '';
  // The usual cause: the page was built from other sources than this command runs from.
  throw new AppError(
    'defect',
    `the page sent ${what}: ${field}: ${issue.message}; build it again (npm run build)`,
    {
      field,
    },
  );
}
