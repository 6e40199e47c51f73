/** The rows of each store at the newest version, with the check each passes when read. */
import * as v from 'valibot';
import type { Evidence, RunRecord } from '../core/contracts.ts';
import { AppError } from '../core/errors.ts';
import { NetworkUseSchema } from '../core/network/network-use.ts';
import { PackHeaderSchema, SampleSchema, type Sample } from '../core/packs/pack.ts';
import { RunHeaderSchema, RunRecordSchema } from '../core/run/run-schemas.ts';
import type { Annotation, ScoreTable, StoredPack, StoredRun } from './contract.ts';
import {
  EstimateSchema,
  EvidenceSchema,
  MeasureSpecSchema,
  PlainErrorSchema,
  UnscoredReasonSchema,
} from './record-schemas.ts';

export interface RunRow extends StoredRun {
  readonly id: string;
}

export interface RecordRow {
  readonly runId: string;
  readonly index: number;
  readonly repeat: number;
  readonly record: RunRecord;
}

export type ScoreRow = ScoreTable;

export interface EvidenceRow {
  readonly runId: string;
  readonly scorerId: string;
  readonly scorerVersion: string;
  readonly recordKey: string;
  readonly evidence: Evidence;
}

export interface PackRow extends StoredPack {
  readonly id: string;
  /** What the rows of its samples are kept under, where that is not its id: a pack that arrived in parts. */
  readonly rowsUnder?: string;
}

export interface SampleRow {
  readonly packId: string;
  readonly index: number;
  readonly sampleId: string;
  readonly sample: Sample;
}

/** Samples that follow each other in a pack, from the place `first` on. */
export interface BlockRow {
  readonly packId: string;
  readonly first: number;
  readonly samples: readonly Sample[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const optional = v.exactOptional;

export type AnnotationRow = Annotation;

export interface KeepsakeRow {
  readonly id: string;
  readonly value: unknown;
}

export interface MetaRow {
  readonly id: string;
  readonly value: unknown;
}

/** A row that says it is another would be read as that one. */
const ELSEWHERE = 'is that of another row';

export const RunRowSchema: v.GenericSchema<unknown, RunRow> = v.pipe(
  v.object({
    id: v.string(),
    header: RunHeaderSchema,
    status: v.picklist(['running', 'paused', 'finished', 'cancelled', 'failed']),
    updatedAt: v.string(),
    done: count,
    total: count,
    error: optional(PlainErrorSchema),
    recorded: optional(v.boolean()),
    network: optional(NetworkUseSchema),
  }),
  v.check(({ id, header }) => header.id === id, `its id ${ELSEWHERE}`),
);

export const RecordRowSchema: v.GenericSchema<unknown, RecordRow> = v.pipe(
  v.object({
    runId: v.string(),
    index: count,
    repeat: count,
    record: RunRecordSchema,
  }),
  v.check(
    ({ index, repeat, record }) => record.index === index && record.repeat === repeat,
    `its place in the run ${ELSEWHERE}`,
  ),
);

const cell = v.union([v.number(), UnscoredReasonSchema]);

export const ScoreRowSchema: v.GenericSchema<unknown, ScoreRow> = v.pipe(
  v.object({
    runId: v.string(),
    scorerId: v.string(),
    scorerVersion: v.string(),
    createdAt: v.string(),
    keys: v.array(v.string()),
    columns: v.record(v.string(), v.array(cell)),
    estimates: v.record(v.string(), EstimateSchema),
    settings: v.exactOptional(v.record(v.string(), v.string())),
    measures: v.exactOptional(v.array(MeasureSpecSchema)),
  }),
  v.check(
    ({ keys, columns }) => Object.values(columns).every(({ length }) => length === keys.length),
    'its columns are not as long as its list of records',
  ),
);

export const EvidenceRowSchema: v.GenericSchema<unknown, EvidenceRow> = v.object({
  runId: v.string(),
  scorerId: v.string(),
  scorerVersion: v.string(),
  recordKey: v.string(),
  evidence: EvidenceSchema,
});

export const PackRowSchema: v.GenericSchema<unknown, PackRow> = v.pipe(
  v.object({
    id: v.string(),
    header: PackHeaderSchema,
    sha256: v.string(),
    samples: count,
    bytes: count,
    importedAt: v.string(),
    rowsUnder: optional(v.string()),
  }),
  v.check(({ id, header }) => header.id === id, `its id ${ELSEWHERE}`),
);

export const SampleRowSchema: v.GenericSchema<unknown, SampleRow> = v.pipe(
  v.object({
    packId: v.string(),
    index: count,
    sampleId: v.string(),
    sample: SampleSchema,
  }),
  v.check(({ sampleId, sample }) => sample.id === sampleId, `its sample id ${ELSEWHERE}`),
);

export const BlockRowSchema: v.GenericSchema<unknown, BlockRow> = v.object({
  packId: v.string(),
  first: count,
  samples: v.array(SampleSchema),
});

/** The value is checked by whoever put it there. */
export const KeepsakeRowSchema: v.GenericSchema<unknown, KeepsakeRow> = v.object({
  id: v.string(),
  value: v.unknown(),
});

/** The body is checked by whoever knows the kind. */
export const AnnotationRowSchema: v.GenericSchema<unknown, AnnotationRow> = v.object({
  runId: v.string(),
  recordKey: v.string(),
  kind: v.string(),
  id: v.string(),
  createdAt: v.string(),
  body: v.record(v.string(), v.unknown()),
});

/** The kinds of IndexedDB key that our stores use. */
export type RowKey = string | number | readonly (string | number)[];

/**
 * The row itself when it passes, so that a field added later and unknown here is kept. Otherwise
 * storage/corrupt, naming the store, the row and the first wrong field.
 */
export function checkedRow<Row>(
  schema: v.GenericSchema<unknown, Row>,
  value: unknown,
  store: string,
  key: RowKey,
): Row {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return value as Row; // the schema has just said so
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? '';
  const row = rowName(key);
  throw new AppError('storage/corrupt', `row ${row} of ${store}: ${field}: ${issue.message}`, {
    store,
    row,
    field,
  });
}

/** `a/3/0`: a key as people and error details read it. */
function rowName(key: RowKey): string {
  return typeof key === 'object' ? key.join('/') : String(key);
}
