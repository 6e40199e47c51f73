import type { RunRecord, SolverCall } from '../../../core/contracts.ts';
import { Notice } from '../../components/Notice.tsx';
import { TextBlock } from '../../components/note/TextBlock.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { formatMs, plural } from '../../i18n/format.ts';
import { FINISH_WORDS } from '../../i18n/words.ts';
import css from './CallsPanel.module.css';

/** Every call behind an answer that took several: thoughts, votes, rotations. What was thought is never what is scored. */
export function CallsPanel({ record }: { readonly record: RunRecord }) {
  const calls = record.trace ?? [];
  if (calls.length === 0) return null;
  const open = calls.filter(({ unclosed }) => unclosed === true).length;
  return (
    <>
      {open > 0 && (
        <Notice tone="warn">
          <p>
            {calls.length === 1
              ? 'The thinking of this answer did not come to its end'
              : `The thinking did not come to its end in ${open} of ${plural(calls.length, 'call')}`}
            : its tag is open, or its budget ran out. What stands in it is not read as an answer.
          </p>
        </Notice>
      )}
      <details>
        <summary>How the answer came about: {plural(calls.length, 'call')} to the model</summary>
        <ol className={css['calls']}>
          {calls.map((call, at) => (
            <li key={at}>
              <Call call={call} />
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function Call({ call }: { readonly call: SolverCall }) {
  const { label, text, finish, usage, timings, order, picked, unclosed, seed } = call;
  const facts = [
    ...(text === null ? ['choices ranked, nothing written'] : [FINISH_WORDS[finish]]),
    `${usage.promptTokens} tokens read, ${usage.outputTokens} written`,
    formatMs(timings.totalMs),
    ...(seed === null ? [] : [`seed ${seed}`]),
    ...(order === undefined ? [] : [`choices shown as ${order.join(', ')}`]),
    ...(picked === undefined ? [] : [picked === null ? 'no choice could be read' : `gives ${picked}`]),
  ];
  return (
    <>
      <strong>
        <VisibleText text={label} />
      </strong>
      {unclosed === true && <span className={css['open']}>thinking not closed</span>}{' '}
      <span className="muted small">{facts.join('; ')}</span>
      {text !== null && text.trim() !== '' && (
        <TextBlock>
          <VisibleText text={text} />
        </TextBlock>
      )}
      {text !== null && text.trim() === '' && <p className="muted">Nothing was written.</p>}
    </>
  );
}
