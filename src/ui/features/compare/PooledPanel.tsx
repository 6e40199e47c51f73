import { useState } from 'react';
import { DEFAULT_EFFECT } from '../../../core/compare/compare-runs.ts';
import { type PooledDifference, pooledDifferences } from '../../../core/compare/pooled-difference.ts';
import type { StoredRun } from '../../../storage/contract.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { plural } from '../../i18n/format.ts';
import { useComparisons } from '../../queries/compare.ts';
import { useRuns } from '../../queries/stored.ts';
import { differenceText, rangeText } from '../../../core/compare/difference-words.ts';
import { pairsOnOtherPacks } from './other-packs.ts';
import type { ShownComparison } from './shown-comparison.ts';
import css from './Compare.module.css';

const LEVEL = 0.95;

/** The same two models on every pack that both were run on, and the difference over all of them. */
export function PooledPanel({ set, shown }: ShownComparison) {
  const stored = useRuns();
  const [asked, setAsked] = useState(false);
  const [a, b] = [shown.a, shown.b].map((id) => set.runs.find(({ run }) => run.header.id === id)?.run);
  if (a === undefined || b === undefined) return null;
  const others = pairsOnOtherPacks(stored.data ?? [], a, b);
  if (others.length === 0) return null;
  const packs = [a, ...others.map(([first]) => first)].map(({ header }) => header.pack.title);
  return (
    <Panel title="Over several packs">
      <p>
        Both models were also run on {plural(others.length, 'other pack')}: {packs.slice(1).join(', ')}.
      </p>
      {asked ? (
        <Pooled set={set} shown={shown} packs={packs} others={others} onStop={() => setAsked(false)} />
      ) : (
        <button type="button" onClick={() => setAsked(true)}>
          Compare over all {packs.length} packs
        </button>
      )}
    </Panel>
  );
}

interface PooledProps extends ShownComparison {
  /** Titles, the pack of this page first. */
  readonly packs: readonly string[];
  readonly others: readonly (readonly [StoredRun, StoredRun])[];
  readonly onStop: () => void;
}

function Pooled({ shown, packs, others, onStop }: PooledProps) {
  const { query, done } = useComparisons(
    others.map((pair) => pair.map(({ header }) => header.id)),
    DEFAULT_EFFECT,
  );
  if (query.isError)
    return (
      <ErrorNotice
        error={query.error}
        retry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  if (query.data === undefined)
    return (
      <div className="row" role="status">
        <label className={css['working']}>
          Comparing on the other packs …
          <progress value={done} max={others.length} />
        </label>
        <button type="button" onClick={onStop}>
          Stop
        </button>
      </div>
    );
  const comparisons = [
    shown.comparison,
    ...query.data.map(({ report }) => report.comparisons[0]?.comparison),
  ];
  const pooled = pooledDifferences(
    comparisons.map((one, at) => ({ pack: packs[at] ?? '', metrics: one?.metrics ?? [] })),
    LEVEL,
  );
  const unlike = packs.filter((_, at) => comparisons[at]?.likeForLike === false);
  if (pooled.length === 0)
    return <p>The packs have no headline measure in common: score the runs again with the same scorers.</p>;
  return (
    <>
      {pooled.map((one) => (
        <PooledTable key={one.metric} pooled={one} />
      ))}
      <p className="muted small">
        Differences are B minus A, each sample with itself. Over all packs every pair of answers counts the
        same, so a larger pack weighs more; the error is pooled within the packs, with Student’s t. The packs
        are taken as they are: nothing is said of other packs, and samples of one patient in two packs would
        count twice. No test is made here.
      </p>
      {unlike.length > 0 && (
        <p className="muted small">
          Asked differently, so that a difference is not the model’s alone: {unlike.join(', ')}.
        </p>
      )}
    </>
  );
}

function PooledTable({ pooled }: { readonly pooled: PooledDifference }) {
  const { measure, packs, value, low, high, n, unreliable, opposed } = pooled;
  return (
    <ScrollRegion label={`${measure.title} over several packs`}>
      <table>
        <caption>
          {measure.title}, {measure.better} is better
          {opposed && '. The packs point opposite ways: read them one by one.'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Pack</th>
            <th scope="col">B minus A, 95 % interval</th>
            <th scope="col">Pairs</th>
          </tr>
        </thead>
        <tbody>
          {packs.map(({ pack, difference }, at) => (
            <tr key={at}>
              <th scope="row" translate="no">
                {pack}
              </th>
              <Cells {...difference} kind={measure.kind} unreliable={difference.unreliable !== undefined} />
            </tr>
          ))}
          <tr>
            <th scope="row">All {packs.length} packs</th>
            <Cells value={value} low={low} high={high} n={n} kind={measure.kind} unreliable={unreliable} />
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface CellsProps extends Pick<PooledDifference, 'low' | 'high' | 'n' | 'unreliable'> {
  readonly value: number | null;
  readonly kind: PooledDifference['measure']['kind'];
}

function Cells({ value, low, high, n, kind, unreliable }: CellsProps) {
  return (
    <>
      <td>
        <strong className={css['nowrap']}>{value === null ? '' : differenceText(value, kind)}</strong>{' '}
        {low === null || high === null ? 'no interval' : `(${rangeText(low, high, kind)})`}
        {unreliable && ', unreliable at this size'}
      </td>
      <td>{n}</td>
    </>
  );
}
