import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { ComparedSet, SampleDetail } from '../../../app/services.ts';
import { Check, Field } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { Pane } from '../../components/note/Pane.tsx';
import { TextBlock } from '../../components/note/TextBlock.tsx';
import { Transcript } from '../../components/note/Transcript.tsx';
import { useSample } from '../../queries/stored.ts';
import { DiffText } from './DiffText.tsx';
import { nameOf } from './names.ts';
import { chosenMetric, pathTo } from './PairedSampleList.tsx';
import { PairedScores } from './PairedScores.tsx';
import { pairedRows, type SampleChoice } from './sample-differences.ts';
import type { ShownComparison } from './shown-comparison.ts';
import { wordDiff } from './word-diff.ts';
import css from './Compare.module.css';

interface SideBySideProps extends ShownComparison {
  readonly choice: SampleChoice;
  /** Position of the sample in the pack. */
  readonly index: number;
}

/** Both outputs of one sample with their differing words marked; what was said and the reference beside them. */
export function SideBySide({ set, shown, choice, index }: SideBySideProps) {
  const [repeats, setRepeats] = useState({ a: 0, b: 0 });
  const a = useSample(shown.a, `${index}#${repeats.a}`);
  const b = useSample(shown.b, `${index}#${repeats.b}`);
  const id = a.data?.record.id ?? b.data?.record.id ?? 'Sample';
  return (
    <Page
      title={id}
      wide
      before={
        <Link href={pathTo(set, shown)} className="no-print">
          Back to the comparison
        </Link>
      }
      aside={<Neighbours set={set} shown={shown} choice={choice} index={index} />}
    >
      <p className="visually-hidden" role="status">
        {a.data === undefined ? '' : `Sample ${id}`}
      </p>
      {Math.max(repeatsOf(set, shown.a), repeatsOf(set, shown.b)) > 1 && (
        <div className="row no-print">
          {(['a', 'b'] as const).map((side) => (
            <RepeatChoice
              key={side}
              side={side}
              count={repeatsOf(set, shown[side])}
              chosen={repeats[side]}
              onChoose={(repeat) => setRepeats({ ...repeats, [side]: repeat })}
            />
          ))}
        </div>
      )}
      <QueryView query={a} what="the sample">
        {(first) => (
          <QueryView query={b} what="the sample">
            {(second) => (
              <Body
                key={`${index}#${repeats.a}#${repeats.b}`}
                first={first}
                second={second}
                set={set}
                shown={shown}
                index={index}
              />
            )}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

function repeatsOf({ runs }: ComparedSet, runId: string): number {
  return runs.find(({ run }) => run.header.id === runId)?.run.header.selection.repeats ?? 1;
}

interface RepeatChoiceProps {
  readonly side: 'a' | 'b';
  readonly count: number;
  readonly chosen: number;
  readonly onChoose: (repeat: number) => void;
}

/** Which of several answers to the same sample is shown. */
function RepeatChoice({ side, count, chosen, onChoose }: RepeatChoiceProps) {
  if (count < 2) return null;
  return (
    <Field label={`Answer of ${side.toUpperCase()}`}>
      {({ id }) => (
        <select id={id} value={chosen} onChange={(event) => onChoose(Number(event.target.value))}>
          {Array.from({ length: count }, (_, at) => (
            <option key={at} value={at}>
              {at + 1} of {count}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Neighbours({ set, shown, choice, index }: SideBySideProps) {
  const metric = chosenMetric(shown, choice);
  const rows = useMemo(
    () => (metric === null ? [] : pairedRows(shown.samples, metric.metric, metric.measure, choice)),
    [shown, metric, choice],
  );
  const at = rows.findIndex((row) => row.index === index);
  if (at < 0) return null;
  const link = (row: (typeof rows)[number] | undefined, label: string) =>
    row === undefined ? (
      <button type="button" disabled>
        {label}
      </button>
    ) : (
      <Link href={pathTo(set, shown, row.index)} className="button">
        {label}
      </Link>
    );
  return (
    <div className="row no-print">
      <span className="muted small">
        {at + 1} of {rows.length}
      </span>
      {link(rows[at - 1], 'Previous')}
      {link(rows[at + 1], 'Next')}
    </div>
  );
}

interface BodyProps extends ShownComparison {
  readonly first: SampleDetail;
  readonly second: SampleDetail;
  readonly index: number;
}

function Body({ first, second, set, shown, index }: BodyProps) {
  const [marked, setMarked] = useState(true);
  const [from, to] = [first.record.output ?? '', second.record.output ?? ''];
  const diff = useQuery({
    queryKey: ['word-diff', from, to],
    queryFn: async () => wordDiff(from, to, (await import('diff')).diffWordsWithSpace),
    gcTime: 0,
  });
  const sample = first.sample ?? second.sample;
  const references = sample?.target ?? [];
  const pieces = marked ? (diff.data ?? null) : null;
  return (
    <>
      <PairedScores set={set} shown={shown} index={index} first={first} second={second} />
      <div className="row no-print">
        <Check label="Mark words that only one of them has" checked={marked} onChange={setMarked} />
        {marked && diff.isSuccess && diff.data === null && (
          <span className="muted small">The two texts have too little in common to mark words.</span>
        )}
        {marked && diff.data !== null && diff.data !== undefined && from === to && (
          <span className="muted small">Both wrote exactly the same.</span>
        )}
      </div>
      <div className={css['sides']}>
        <Pane title={`A: ${nameOf(set, shown.a)}`} className={css['sideA']}>
          <Output text={first.record.output}>
            <DiffText text={from} pieces={pieces?.a ?? null} mark="del" />
          </Output>
        </Pane>
        <Pane title={`B: ${nameOf(set, shown.b)}`} className={css['sideB']}>
          <Output text={second.record.output}>
            <DiffText text={to} pieces={pieces?.b ?? null} mark="ins" />
          </Output>
        </Pane>
        {sample !== null && (
          <Pane title={'turns' in sample.input ? 'Transcript' : 'Question'} className={css['sideInput']}>
            <Transcript
              sample={sample}
              ranges={new Map()}
              outcomeOf={new Map()}
              active={null}
              onActive={() => undefined}
            />
            {(sample.choices ?? []).map((one) => (
              <p key={one.id} translate="no">
                <strong>{one.id}</strong>
                {one.id === sample.answer && ' (right)'}: <VisibleText text={one.text} />
              </p>
            ))}
          </Pane>
        )}
        <Pane
          title={references.length > 1 ? `References (${references.length})` : 'Reference'}
          className={css['sideReference']}
        >
          {sample === null && <p className="muted">The pack is no longer stored.</p>}
          {sample !== null && references.length === 0 && (
            <p className="muted">
              {sample.answer === undefined
                ? 'The pack has no reference for this sample.'
                : `The right answer is ${sample.answer}.`}
            </p>
          )}
          {references.map((text, at) => (
            <TextBlock key={at}>
              <VisibleText text={text} />
            </TextBlock>
          ))}
        </Pane>
      </div>
    </>
  );
}

function Output({ text, children }: { readonly text: string | null; readonly children: React.ReactNode }) {
  if (text === null) return <p className="muted">There is no output.</p>;
  return text === '' ? <p className="muted">The output is empty.</p> : children;
}
