import type { Estimate, RunHeader, RunRecord, Score } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';

/** What a record cost, and the cluster its sample belongs to. */
export interface RecordCost extends Pick<RunRecord, 'timings' | 'usage' | 'memory'> {
  readonly cluster: string;
  /** Questions put to the model for this record. */
  readonly calls: number;
}

/** Largest over the run by each way of seeing it that shows the model; null where the browser told nothing. */
export interface PeakMemory {
  readonly pageBytes: number | null;
  readonly wasmBytes: number | null;
}

export interface RunCosts {
  /** Seconds per answer; records without timings count as unscored. */
  readonly seconds: Estimate;
  /** Seconds to the first token. */
  readonly firstToken: Estimate;
  readonly tokensPerSecond: Estimate;
  readonly peakMemory: PeakMemory;
  /** Questions put to the model per answer. */
  readonly calls: Estimate;
  /** All files of the model: what is downloaded, and the least that has to fit in memory. */
  readonly modelBytes: number | null;
}

export function runCosts(header: Pick<RunHeader, 'model'>, records: readonly RecordCost[]): RunCosts {
  const clusters = records.map(({ cluster }) => cluster);
  const mean = (of: (record: RecordCost) => number | null | undefined): Estimate =>
    estimateMean(
      records.map((record): Score => {
        const value = of(record);
        return value === null || value === undefined || !Number.isFinite(value) || value < 0
          ? { state: 'unscored', reason: 'not-applicable' }
          : { state: 'scored', value };
      }),
      clusters,
      { kind: 'count' },
      { level: DEFAULT_LEVEL, seed: DEFAULT_SEED },
    );
  const { files } = header.model;
  return {
    seconds: mean(({ timings }) => (timings === null ? null : timings.totalMs / 1000)),
    firstToken: mean(({ timings }) =>
      timings === null || timings.firstTokenMs === null ? null : timings.firstTokenMs / 1000,
    ),
    tokensPerSecond: mean(({ timings }) => timings?.tokensPerSecond),
    peakMemory: peakMemoryOf(records),
    calls: mean(({ timings, calls }) => (timings === null ? null : calls)),
    modelBytes: files.length === 0 ? null : files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function peakMemoryOf(records: readonly RecordCost[]): PeakMemory {
  const largest = (of: 'pageBytes' | 'wasmBytes'): number | null =>
    records.reduce<number | null>((most, { memory }) => {
      const bytes = memory?.[of] ?? null;
      return bytes === null ? most : Math.max(most ?? 0, bytes);
    }, null);
  return { pageBytes: largest('pageBytes'), wasmBytes: largest('wasmBytes') };
}
