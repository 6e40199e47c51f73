import { segmentText, type MarkedRange } from '../segment-text.ts';
import { VisibleText } from '../VisibleText.tsx';
import { OUTCOME_WORDS } from '../../i18n/words.ts';
import type { Outcome } from './fact-audit.ts';
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
  return segmentText(text, ranges).map((segment, at) => {
    const gravest = GRAVITY.find((outcome) => segment.marks.some((id) => outcomeOf.get(id) === outcome));
    if (gravest === undefined) return <VisibleText key={at} text={segment.text} />;
    const lit = active !== null && segment.marks.includes(active);
    return (
      <mark
        key={at}
        className={[css['mark'], css[gravest], lit ? css['lit'] : ''].join(' ')}
        data-facts={segment.marks.join(' ')}
        onPointerEnter={() => onActive(segment.marks[0] ?? null)}
        onPointerLeave={() => onActive(null)}
      >
        <VisibleText text={segment.text} />
        {segment.closes.map((id) => (
          <Sign key={id} outcome={outcomeOf.get(id)} />
        ))}
      </mark>
    );
  });
}

function Sign({ outcome }: { readonly outcome: Outcome | undefined }) {
  if (outcome === undefined || outcome === 'kept') return null;
  const { sign, word } = OUTCOME_WORDS[outcome];
  return (
    <>
      <sup className={css['sign']} aria-hidden="true">
        {sign}
      </sup>
      <span className="visually-hidden"> ({word.toLowerCase()})</span>
    </>
  );
}
