/** What the transfer worker says. Imported runs are stored, so every record, table and sample of them is checked. */
import * as v from 'valibot';
import type { ExportFormat } from '../../../workers/transfer-api.ts';
import type { ComparisonReportOutcome } from '../../core/exports/comparison/write-comparison.ts';
import type { WriteExportOutcome } from '../../core/exports/write-export.ts';
import { IDENTIFIER_KINDS } from '../../core/exports/identifier-scan.ts';
import { PackHeaderSchema, SampleSchema } from '../../core/packs/pack.ts';
import type { ReadResults } from '../../core/results-import/read-results.ts';
import type { TableReport } from '../../core/results-import/table-report.ts';
import { RunHeaderSchema, RunRecordSchema } from '../../core/run/run-schemas.ts';
import { EstimateSchema, MeasureSpecSchema, UnscoredReasonSchema } from '../../storage/record-schemas.ts';
import { answerOf, checkEach } from '../checked-answer.ts';
import { PlainValueSchema } from '../plain-value.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const plainFields = v.record(text, PlainValueSchema);

export const formatsAnswer: (said: unknown) => readonly ExportFormat[] = answerOf(
  v.array(v.object({ id: text, title: text, description: text, beside: v.array(text) })),
  'the list of formats',
);

const results = answerOf(
  v.object({
    format: v.object({ id: text, title: text }),
    runs: v.array(
      v.object({
        header: RunHeaderSchema,
        records: v.array(v.unknown()),
        tables: v.array(
          v.object({
            scorerId: text,
            scorerVersion: text,
            measures: v.array(MeasureSpecSchema),
            keys: v.array(text),
            columns: v.record(text, v.array(v.union([v.number(), UnscoredReasonSchema]))),
            estimates: v.record(text, EstimateSchema),
          }),
        ),
        items: v.array(
          v.object({ index: count, repeat: count, sample: v.object({ id: text, cluster: text }) }),
        ),
        pack: v.nullable(v.looseObject({ seal: text, samples: v.array(v.unknown()) })),
        left: v.array(text),
      }),
    ),
    problems: v.array(plainFields),
    totalProblems: count,
  }),
  'what was read of the results',
);

const packHeader = answerOf(PackHeaderSchema, 'the header of a pack that was read');

export async function resultsAnswer(said: unknown): Promise<ReadResults> {
  for (const { records, pack } of results(said).runs) {
    await checkEach(RunRecordSchema, records, 'record');
    if (pack === null) continue;
    const { samples, seal: _seal, ...header } = pack;
    packHeader(header);
    await checkEach(SampleSchema, samples, 'sample');
  }
  return said as ReadResults; // every part of it has just been checked
}

export const tableAnswer = answerOf(
  v.variant('kind', [
    v.looseObject({
      kind: v.literal('ratings'),
      kindReason: text,
      shape: text,
      shapeReason: text,
      level: text,
      levelReason: text,
      words: v.boolean(),
      report: plainFields,
    }),
    v.looseObject({ kind: v.literal('matrix'), kindReason: text, report: plainFields }),
  ]) as unknown as v.GenericSchema<unknown, TableReport>, // the statistics are only shown
  'the table',
);

const report = v.object({
  total: count,
  kinds: v.array(v.object({ kind: v.picklist(IDENTIFIER_KINDS), found: count, samples: v.array(text) })),
});

export const exportAnswer: (said: unknown) => WriteExportOutcome = answerOf(
  v.variant('kind', [
    v.object({
      kind: v.literal('written'),
      files: v.array(
        v.object({
          beside: v.nullable(text),
          text,
          bytes: v.exactOptional(v.instance(Uint8Array)),
        }),
      ),
      report,
    }),
    v.object({ kind: v.literal('needs-permission') }),
    v.object({ kind: v.literal('needs-acceptance'), report }),
  ]),
  'the export',
);

export const comparisonReportAnswer: (said: unknown) => ComparisonReportOutcome = answerOf(
  v.variant('kind', [
    v.object({ kind: v.literal('written'), text, report }),
    v.object({ kind: v.literal('needs-permission') }),
    v.object({ kind: v.literal('needs-acceptance'), report }),
  ]),
  'the report of the comparison',
);
