import { useState, type KeyboardEvent, type ReactNode } from 'react';
import css from './Chart.module.css';

export interface ChartMark {
  readonly id: string;
  /** What the mark says in words, number, interval and n included. */
  readonly words: string;
  readonly draw: ReactNode;
}

interface ChartMarksProps {
  readonly label: string;
  readonly marks: readonly ChartMark[];
  readonly say: (words: string | null) => void;
  readonly onPick?: (id: string) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The marks of a chart: one tab stop for all of them, arrow keys between them, each read out in words. */
export function ChartMarks({ label, marks, say, onPick }: ChartMarksProps) {
  const [at, setAt] = useState(0);
  const current = Math.min(at, marks.length - 1);
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(current + step, 0), marks.length - 1);
      setAt(next);
      const group = event.currentTarget.parentElement;
      group?.querySelectorAll<SVGGElement>('[role="option"]')[next]?.focus();
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const mark = marks[current];
      if (mark !== undefined) onPick?.(mark.id);
    }
  };
  return (
    <g role="listbox" aria-label={label}>
      {marks.map((mark, index) => (
        <g
          key={mark.id}
          role="option"
          aria-selected={index === current}
          aria-label={mark.words}
          tabIndex={index === current ? 0 : -1}
          className={onPick === undefined ? css['mark'] : css['pick']}
          onFocus={() => {
            setAt(index);
            say(mark.words);
          }}
          onBlur={() => say(null)}
          onMouseEnter={() => say(mark.words)}
          onMouseLeave={() => say(null)}
          onClick={() => onPick?.(mark.id)}
          onKeyDown={onKeyDown}
        >
          {mark.draw}
        </g>
      ))}
    </g>
  );
}
