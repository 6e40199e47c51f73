import { segmentText, type MarkedRange, type Segment } from '../segment-text.ts';
import { VisibleText } from '../VisibleText.tsx';
import { OUTCOME_WORDS } from '../../i18n/words.ts';
import type { Outcome } from './note-audit.ts';
import css from './MarkedText.module.css';

interface MarkedTextProps {
  readonly text: string;
  readonly ranges: readonly MarkedRange[];
  readonly outcomeOf: ReadonlyMap<string, Outcome>;
  readonly active: string | null;
  readonly onActive: (id: string | null) => void;
}

/** The gravest mark decides how an overlap looks. */
const GRAVITY: readonly Outcome[] = ['invented', 'contradicted', 'missed', 'kept'];

/** Text with its facts marked by colour, line style and sign; each sign is also a word for screen readers. */
export function MarkedText({ text, ranges, outcomeOf, active, onActive }: MarkedTextProps) {
  return segmentText(text, ranges).map((segment, at) => (
    <MarkedPiece key={at} segment={segment} outcomeOf={outcomeOf} active={active} onActive={onActive} />
  ));
}

interface MarkedPieceProps extends Omit<MarkedTextProps, 'text' | 'ranges'> {
  readonly segment: Segment;
}

/** One piece between two edges of marks. */
export function MarkedPiece({ segment, outcomeOf, active, onActive }: MarkedPieceProps) {
  const gravest = GRAVITY.find((outcome) => segment.marks.some((id) => outcomeOf.get(id) === outcome));
  if (gravest === undefined) return <VisibleText text={segment.text} />;
  const lit = active !== null && segment.marks.includes(active);
  const marked = segment.marks.filter((id) => outcomeOf.has(id));
  return (
    <mark
      className={[css['mark'], css[gravest], lit ? css['lit'] : ''].join(' ')}
      data-facts={marked.join(' ')}
      onPointerEnter={() => onActive(marked[0] ?? null)}
      onPointerLeave={() => onActive(null)}
    >
      <VisibleText text={segment.text} />
      {segment.closes.map((id) => (
        <Sign key={id} outcome={outcomeOf.get(id)} />
      ))}
    </mark>
  );
}

function Sign({ outcome }: { readonly outcome: Outcome | undefined }) {
  if (outcome === undefined || outcome === 'kept') return null;
  const { sign, word } = OUTCOME_WORDS[outcome];
  return (
    <>
      <sup className={css['sign']} aria-hidden="true" data-sign="">
        {sign}
      </sup>
      <span className="visually-hidden" data-sign="">
        {' '}
        ({word.toLowerCase()})
      </span>
    </>
  );
}
