import type { Estimate, RunHeader, RunRecord, Score } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';

/** What a record cost, and the cluster its sample belongs to. */
export interface RecordCost extends Pick<RunRecord, 'timings' | 'usage'> {
  readonly cluster: string;
}

export interface RunCosts {
  /** Seconds per answer; records without timings count as unscored. */
  readonly seconds: Estimate;
  /** Seconds to the first token. */
  readonly firstToken: Estimate;
  readonly tokensPerSecond: Estimate;
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
    modelBytes: files.length === 0 ? null : files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
