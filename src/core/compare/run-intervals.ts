import { AppError } from '../errors.ts';
import { type EveryInterval, everyInterval } from '../metrics/every-interval.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';
import type { ComparedRun } from './compare-runs.ts';

/** One measure of a run by every interval there is. */
export function intervalsOfRun({ name, scored }: ComparedRun, metric: string): RunIntervals {
  const column = scored.tables.flatMap(({ columns }) => columns).find((one) => one.metric === metric);
  if (column === undefined)
    throw new AppError('input/unknown-id', `${name} has no metric "${metric}"`, { id: metric });
  const clusters = scored.items.map(({ sample }) => sample.cluster ?? sample.id);
  const found = everyInterval(column.scores, clusters, column.measure, {
    level: DEFAULT_LEVEL,
    seed: DEFAULT_SEED,
  });
  return { metric, ...found };
}

export interface RunIntervals extends EveryInterval {
  readonly metric: string;
}

export interface TimedIntervals extends RunIntervals {
  /** What the worker took for all of them. */
  readonly tookMs: number;
}
