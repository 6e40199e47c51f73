import { useState } from 'react';
import { Link } from 'wouter';
import type { PackShape } from '../../../../core/packs/pack-shape.ts';
import type { MetricRow } from '../../../../app/services.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { ScrollRegion } from '../../../components/ScrollRegion.tsx';
import { useLadderFigures, type LadderFigures } from '../../../queries/ladder.ts';
import { comparePath } from '../../../routes.ts';
import { LadderRow } from './LadderRow.tsx';
import type { LadderLine, LadderWords } from './ladder-line.ts';

interface LadderTableProps {
  readonly lines: readonly LadderLine[];
  readonly words: LadderWords;
  readonly shape: PackShape;
}

/** Runs of the same questions, the first one first: what each adds over it, and what it costs. */
export function LadderTable({ lines: asked, words, shape }: LadderTableProps) {
  const { query, done } = useLadderFigures(asked.map(({ run }) => run));
  if (asked.length === 0) {
    return (
      <EmptyState title="Nothing asked yet">
        <p>{words.empty}</p>
      </EmptyState>
    );
  }
  return (
    <Panel
      title={words.title}
      aside={
        asked.length > 1 &&
        new Set(asked.map(({ run }) => run.header.pack.sha256)).size === 1 && (
          <Link href={comparePath(asked.map(({ run }) => run.header.id))} className="button">
            Compare in full
          </Link>
        )
      }
    >
      {query.isError && (
        <ErrorNotice
          error={query.error}
          retry={() => {
            query.refetch().catch(() => undefined);
          }}
        />
      )}
      {query.isFetching && (
        <label className="stack">
          <span role="status">Reading scores, times and differences …</span>
          <progress max={asked.length} value={done} />
        </label>
      )}
      {query.data !== undefined && <Found lines={asked} words={words} figures={query.data} shape={shape} />}
    </Panel>
  );
}

interface FoundProps extends LadderTableProps {
  readonly figures: LadderFigures;
}

function Found({ lines: asked, words, figures, shape }: FoundProps) {
  const [key, setKey] = useState('');
  const [first] = asked;
  const offered = headlines(figures.metrics[first?.run.header.id ?? ''] ?? []);
  const chosen = offered.find((row) => row.key === key) ?? offered[0];
  if (chosen === undefined) return <p>The runs hold no scores yet.</p>;
  const tests = figures.set?.report.tests ?? 0;
  const chance = chosen.scorerId === 'choice' ? shape.chance : null;
  return (
    <>
      <Field label="Measured by">
        {({ id }) => (
          <select id={id} value={chosen.key} onChange={(event) => setKey(event.target.value)}>
            {offered.map((row) => (
              <option key={row.key} value={row.key}>
                {row.scorerTitle}: {row.measure.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ScrollRegion label={words.title}>
        <table>
          <caption>
            {chosen.measure.title}, each against {words.against}
            {chance !== null && `; guessing would be right in about ${(chance * 100).toFixed(0)} %`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{chosen.measure.title}</th>
              <th scope="col">Read strictly</th>
              <th scope="col">Answer not readable</th>
              <th scope="col">Against {words.against}, same questions</th>
              <th scope="col">Calls per sample</th>
              <th scope="col">Seconds per sample</th>
            </tr>
          </thead>
          <tbody>
            {asked.map((line, at) => (
              <LadderRow
                key={line.run.header.id}
                line={line}
                isFirst={at === 0}
                against={words.against}
                metric={chosen}
                figures={figures}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="muted small">
        Differences are paired: the same questions, asked twice. Right-or-wrong scores are tested with the
        exact McNemar test (sign flips where patients have several questions)
        {tests > 1 && `, adjusted by Holm for the ${tests} tests made here`}. A question whose answer could
        not be read counts in neither run, so look at the share that could not be read as well. Times are of
        the device that made the run.
      </p>
      {figures.set !== null && figures.set.otherVersions.length > 0 && (
        <Notice tone="warn">
          <p>
            These runs were scored by different versions of {figures.set.otherVersions.join(', ')}: score them
            again to compare them.
          </p>
        </Notice>
      )}
      {asked.some(({ run }) => run.status !== 'finished') && (
        <Notice tone="warn">
          <p>A run of this table was stopped before its end: its row covers only what was asked.</p>
        </Notice>
      )}
    </>
  );
}

/** Accuracy of choices before anything else; then the headline measures as the run has them. */
function headlines(rows: readonly MetricRow[]): readonly MetricRow[] {
  const own = rows.filter(({ measure }) => measure.headline);
  return [...own].sort((a, b) => Number(b.key === 'choice.accuracy') - Number(a.key === 'choice.accuracy'));
}
