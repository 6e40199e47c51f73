import type { MeasureSpec } from '../../../core/contracts.ts';
import { ScatterPlot } from '../../charts/ScatterPlot.tsx';
import { formatBytes } from '../../i18n/format.ts';
import { type Cost, type CostedRun, FRONT_NOTE, pointOf, withFront } from './trade-off.ts';

interface MemoryChartProps {
  readonly runs: readonly CostedRun[];
  readonly measure: MeasureSpec;
}

/** Quality against peak memory where every run tells it alike; else against the files' size, named as what it is. */
export function MemoryChart({ runs, measure }: MemoryChartProps) {
  const basis = basisOf(runs);
  const costOf = (run: CostedRun): Cost | null => costOfBytes(basis.bytes(run));
  const points = runs.flatMap((run) => pointOf(run, measure, costOf(run)));
  const apart = new Set(points.map(({ x }) => x.value)).size > 1;
  return (
    <>
      {apart && (
        <ScatterPlot
          title={`${measure.title} against ${basis.against}`}
          note={`${FRONT_NOTE} ${basis.note}`}
          xLabel={basis.axis}
          yLabel={`${measure.title} (${measure.better} is better)`}
          points={withFront(points, measure)}
        />
      )}
      <p className="muted small">
        {basis.caveat}
        {`${basis.title}: ${runs.map((run) => `${run.name} ${costOf(run)?.words ?? 'not recorded'}`).join('; ')}.`}
        {!apart && runs.length > 1 && points.length === runs.length
          ? ' It does not tell the runs apart.'
          : ''}
      </p>
    </>
  );
}

interface Basis {
  readonly bytes: (run: CostedRun) => number | null;
  readonly against: string;
  readonly axis: string;
  readonly title: string;
  readonly note: string;
  readonly caveat: string;
}

/** The widest way of seeing memory that every run has; two ways see different parts, so they are never mixed. */
function basisOf(runs: readonly CostedRun[]): Basis {
  const peak = { against: 'peak memory', axis: 'Megabytes at the peak', title: 'Peak memory', caveat: '' };
  const told = (run: CostedRun, of: 'pageBytes' | 'wasmBytes') => run.costs.peakMemory[of];
  if (runs.every((run) => told(run, 'pageBytes') !== null))
    return {
      ...peak,
      bytes: (run) => told(run, 'pageBytes'),
      note: 'The memory is the most the browser saw this page and its workers hold; a graphics processor’s is not in it.',
    };
  if (runs.every((run) => told(run, 'wasmBytes') !== null))
    return {
      ...peak,
      bytes: (run) => told(run, 'wasmBytes'),
      note: 'The memory is the engine’s WebAssembly memory at its largest; a graphics processor’s is not in it.',
    };
  return {
    bytes: ({ costs }) => costs.modelBytes,
    against: 'size of the model',
    axis: 'Megabytes of files',
    title: 'Size of the model’s files',
    note: 'The size of the model’s files stands in for memory, which is not known alike of every run.',
    caveat: `${whyNot(runs)} The size of the files, the least that has to fit in memory, stands in. `,
  };
}

function whyNot(runs: readonly CostedRun[]): string {
  const names = runs
    .filter(({ costs: { peakMemory } }) => peakMemory.pageBytes === null && peakMemory.wasmBytes === null)
    .map(({ name }) => name);
  return names.length === 0
    ? 'Peak memory was seen in different ways in these runs and cannot be set side by side.'
    : `Peak memory is not recorded of ${names.join(', ')}: the recordings that come with this page and the files of other tools carry none. Runs made in this browser do, so two of those can be set side by side.`;
}

function costOfBytes(bytes: number | null): Cost | null {
  return bytes === null
    ? null
    : { extent: { value: bytes / 1e6, low: null, high: null }, words: formatBytes(bytes) };
}
