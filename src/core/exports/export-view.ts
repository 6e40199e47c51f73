/** A run as an export may see it: what its privacy level withholds is not there. The one place where that is decided. */
import { canonicalJson } from '../canonical-json.ts';
import type {
  Estimate,
  Evidence,
  FinishReason,
  ImportedFrom,
  MeasureSpec,
  RunHeader,
  RunRecord,
  Score,
  Timings,
  UnscoredReason,
  Usage,
} from '../contracts.ts';
import { runCost, type RunCost } from '../cost/run-cost.ts';
import { sha256Hex } from '../digest.ts';
import type { ErrorCode } from '../errors.ts';
import type { FidelityOverride } from '../fidelity/override.ts';
import { zeroEventsOf } from '../metrics/zero-events.ts';
import { networkOfRecords, type NetworkUse } from '../network/network-use.ts';
import type { Message, Pack, Sample } from '../packs/pack.ts';
import type { SealedPack } from '../packs/read-pack.ts';
import { transcriptText } from '../prompts/transcript.ts';
import { type DerivedMetric, derivedMetrics } from '../run/derived-metrics.ts';
import { type RunLabels, labelReports } from '../run/label-reports.ts';
import { recordKey } from '../run/record-key.ts';
import { type KeptScoreOverride, overriddenColumn } from '../review/score-override.ts';
import type { ScoredItem, ScoredRun } from '../run/score-run.ts';
import { type ExportOverride, exportOverrides } from './export-overrides.ts';
import type { Privacy } from './privacy.ts';
import { standardErrorOf } from './standard-error.ts';

export interface ExportInput {
  readonly header: RunHeader;
  readonly records: readonly RunRecord[];
  readonly scored: ScoredRun;
  readonly pack: SealedPack;
  readonly privacy: Privacy;
  /** Scores that a person changed; the computed ones stay beside them. */
  readonly overrides?: readonly KeptScoreOverride[];
  /** Who took responsibility for a device that failed its check. */
  readonly fidelityOverride?: FidelityOverride | null;
}

export interface ExportColumn {
  /** `<scorer>.<measure>`. */
  readonly metric: string;
  readonly scorer: { readonly id: string; readonly version: string; readonly title: string };
  readonly measure: MeasureSpec;
  readonly estimate: Estimate;
  readonly standardError: number | null;
  /** Set where nothing happened: the words with the exact upper bound. */
  readonly zeroWords: string | null;
  /** The estimate with the scores that people changed; null where they changed none. */
  readonly overridden: Estimate | null;
  /** Belongs to the view's rows, one by one. */
  readonly scores: readonly Score[];
}

export interface RowText {
  /** What the model was asked, or the sample's own input where no answer was recorded. */
  readonly messages: readonly Message[];
  readonly prompt: string | null;
  readonly output: string | null;
  readonly targets: readonly string[];
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  readonly answer: string | null;
  readonly meta: Readonly<Record<string, string | number | boolean>>;
  /** By scorer; it quotes outputs. */
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly error: string | null;
}

export type RowState = 'answered' | 'failed' | 'not-answered' | 'missing';

export interface ExportRow {
  /** Position of the sample in the pack, from 1. */
  readonly position: number;
  /** The sample's id; its position at privacy `scores`, because ids of a hospital's own packs name patients. */
  readonly id: string;
  /** The same for the cluster (patient or visit): a running number at `scores`. */
  readonly cluster: string;
  /** From 0. */
  readonly repeat: number;
  readonly state: RowState;
  readonly recordedAt: string | null;
  readonly finish: FinishReason | null;
  readonly errorCode: ErrorCode | null;
  readonly usage: Usage | null;
  readonly timings: Timings | null;
  /** By metric; only what could not be scored. */
  readonly unscored: Readonly<Record<string, UnscoredReason>>;
  readonly hashes: {
    readonly sample: string;
    readonly prompt: string | null;
    readonly output: string | null;
  } | null;
  readonly text: RowText | null;
}

export interface ExportView {
  readonly privacy: Privacy;
  readonly header: RunHeader;
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly seal: string;
    readonly samples: number;
    readonly language: string;
    readonly private: boolean;
    /** A private pack's own words leave only in full. */
    readonly words: PackWords | null;
  };
  readonly level: number;
  readonly columns: readonly ExportColumn[];
  /** Label by label, where every question offers the same answers. */
  readonly labels: readonly RunLabels[];
  /** Metrics that are no mean of the rows' scores. */
  readonly derived: readonly DerivedMetric[];
  readonly rows: readonly ExportRow[];
  readonly states: Readonly<Record<RowState, number>>;
  /** Over all records; null when one of them does not state it. */
  readonly network: NetworkUse | null;
  readonly overrides: readonly ExportOverride[];
  readonly fidelityOverride: FidelityOverride | null;
  readonly cost: RunCost;
}

export interface PackWords {
  readonly title: string;
  readonly licence: string;
  readonly citation: string;
  readonly statement: string;
  readonly review: string | null;
}

export function exportView(input: ExportInput): ExportView {
  const { header, records, scored, pack, privacy, overrides = [] } = input;
  const byKey = new Map(records.map((record) => [recordKey(record), record]));
  const columns = viewColumns(scored, overrides);
  const metrics = new Set(columns.map(({ metric }) => metric));
  const clusterNumbers = new Map<string, number>();
  const rows = scored.items.map((item, row) => {
    const own = item.sample.cluster ?? item.sample.id;
    const number = clusterNumbers.get(own) ?? clusterNumbers.size + 1;
    clusterNumbers.set(own, number);
    const record = byKey.get(item.key);
    return {
      position: item.index + 1,
      id: privacy === 'scores' ? String(item.index + 1) : item.sample.id,
      cluster: privacy === 'scores' ? String(number) : own,
      repeat: item.repeat,
      ...rowFacts(record),
      unscored: unscoredOf(columns, row),
      hashes: privacy === 'scores' ? null : rowHashes(item.sample, record),
      text: privacy === 'full' ? rowText(item, record, scored) : null,
    };
  });
  // An id of a private pack may name a patient; the seal tells packs apart just as well.
  const packId =
    pack.private === true && privacy === 'scores' ? `private-${pack.seal.slice(0, 12)}` : pack.id;
  const withoutWords = pack.private === true && privacy !== 'full';
  const count = (state: RowState) => rows.filter((row) => row.state === state).length;
  return {
    privacy,
    header: {
      ...header,
      ...(header.imported === undefined ? {} : { imported: shownSource(header.imported, privacy) }),
      pack: {
        ...header.pack,
        id: packId,
        title: withoutWords ? '' : pack.title,
      },
    },
    pack: {
      id: packId,
      version: pack.version,
      seal: pack.seal,
      samples: pack.samples.length,
      language: pack.language,
      private: pack.private === true,
      words: withoutWords ? null : packWords(pack),
    },
    level: columns[0]?.estimate.level ?? 0.95,
    columns,
    labels: labelReports(scored).map((one) => (withoutWords ? numbered(one) : one)),
    derived: derivedMetrics(scored),
    rows,
    states: {
      answered: count('answered'),
      failed: count('failed'),
      'not-answered': count('not-answered'),
      missing: count('missing'),
    },
    network: networkOfRecords(records),
    fidelityOverride: shownOverride(input.fidelityOverride ?? null, privacy),
    cost: costOf(records, pack),
    overrides: exportOverrides(
      overrides,
      scored.items.map(({ key }, row) => ({ key, id: rows[row]?.id ?? '' })),
      metrics,
      privacy,
    ),
  };
}

/** The answers that a private pack offers are its own words. */
function numbered({ report, ...rest }: RunLabels): RunLabels {
  const labels = report.labels.map((row, at) => ({ ...row, label: `label ${at + 1}` }));
  return { ...rest, report: { ...report, labels } };
}

/** Free text of people leaves only in full; that there is a reason, and since when, always. */
function shownOverride(override: FidelityOverride | null, privacy: Privacy): FidelityOverride | null {
  if (override === null || privacy === 'full') return override;
  return { when: override.when, who: 'a named person', reason: 'the reason is kept with the run' };
}

function costOf(records: readonly RunRecord[], pack: SealedPack): RunCost {
  return runCost(
    records,
    records.map(({ id, index }) => pack.samples[index]?.cluster ?? id),
  );
}

function viewColumns(scored: ScoredRun, overrides: readonly KeptScoreOverride[]): ExportColumn[] {
  const keys = scored.items.map(({ key }) => key);
  const clusters = scored.items.map(({ sample }) => sample.cluster ?? sample.id);
  return scored.tables.flatMap(({ scorer, columns }) =>
    columns.map(({ metric, measure, estimate, scores }) => ({
      metric,
      scorer: { id: scorer.id, version: scorer.version, title: scorer.title },
      measure,
      estimate,
      standardError: standardErrorOf(scores, clusters, estimate.level),
      zeroWords: zeroEventsOf(estimate, measure)?.words ?? null,
      overridden:
        overriddenColumn({ metric, measure, keys, clusters, cells: scores.map(cellOf) }, overrides)
          ?.estimate ?? null,
      // Only the contract's fields, whatever else a scorer put beside them.
      scores: scores.map((score): Score =>
        score.state === 'scored'
          ? { state: 'scored', value: score.value }
          : { state: 'unscored', reason: score.reason },
      ),
    })),
  );
}

/** A file is often named after a person. */
function shownSource(imported: ImportedFrom, privacy: Privacy): ImportedFrom {
  if (privacy !== 'scores') return imported;
  return {
    ...imported,
    files: imported.files.map(({ sha256 }, at) => ({ name: `file ${at + 1}`, sha256 })),
  };
}

function cellOf(score: Score): number | UnscoredReason {
  return score.state === 'scored' ? score.value : score.reason;
}

function rowFacts(
  record: RunRecord | undefined,
): Pick<ExportRow, 'state' | 'recordedAt' | 'finish' | 'errorCode' | 'usage' | 'timings'> {
  if (record === undefined) {
    return {
      state: 'missing',
      recordedAt: null,
      finish: null,
      errorCode: null,
      usage: null,
      timings: null,
    };
  }
  const { error, unscored, output, choiceScores } = record;
  const given = unscored === undefined && (output !== null || choiceScores !== undefined);
  return {
    state: error !== undefined ? 'failed' : given ? 'answered' : 'not-answered',
    recordedAt: record.createdAt,
    finish: record.finish,
    errorCode: error?.code ?? null,
    usage: record.usage,
    timings: record.timings,
  };
}

function unscoredOf(columns: readonly ExportColumn[], row: number): Record<string, UnscoredReason> {
  return Object.fromEntries(
    columns.flatMap(({ metric, scores }) => {
      const score = scores[row];
      return score?.state === 'unscored' ? [[metric, score.reason] as const] : [];
    }),
  );
}

function rowHashes(sample: Sample, record: RunRecord | undefined): ExportRow['hashes'] {
  const hash = (text: string | null | undefined) => (typeof text === 'string' ? sha256Hex(text) : null);
  return {
    sample: sha256Hex(canonicalJson(sample)),
    prompt: hash(record?.prompt?.text),
    output: hash(record?.output),
  };
}

function rowText({ sample, key }: ScoredItem, record: RunRecord | undefined, scored: ScoredRun): RowText {
  const own: readonly Message[] =
    'messages' in sample.input
      ? sample.input.messages
      : [{ role: 'user', content: transcriptText(sample.input) }];
  const asked = record?.messages ?? [];
  return {
    messages: asked.length > 0 ? asked : own,
    prompt: record?.prompt?.text ?? null,
    output: record?.output ?? null,
    targets: sample.target ?? [],
    choices: sample.choices ?? [],
    answer: sample.answer ?? null,
    meta: sample.meta ?? {},
    evidence: Object.fromEntries(
      scored.tables.flatMap(({ scorer, evidence }) => {
        const found = evidence.get(key);
        return found === undefined ? [] : [[scorer.id, found] as const];
      }),
    ),
    error: record?.error?.message ?? null,
  };
}

function packWords({ title, licence, citation, provenance }: Pack): PackWords {
  return {
    title,
    licence,
    citation,
    statement: provenance.statement,
    review: provenance.review ?? null,
  };
}
