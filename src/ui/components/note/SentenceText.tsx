import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { sentencesOf } from '../../../core/review/sentences.ts';
import { segmentText, type MarkedRange, type Segment } from '../segment-text.ts';
import { MarkedPiece } from './MarkedText.tsx';
import type { Outcome } from './note-audit.ts';
import css from './SentenceText.module.css';

export interface ChosenSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface SentenceTextProps {
  readonly text: string;
  readonly ranges: readonly MarkedRange[];
  readonly outcomeOf: ReadonlyMap<string, Outcome>;
  readonly active: string | null;
  readonly onActive: (id: string | null) => void;
  readonly onSentence: (sentence: ChosenSentence | null) => void;
  /** The sentence was clicked, or Enter pressed on it. */
  readonly onOpen: (sentence: ChosenSentence) => void;
}

const SENTENCE = 'sentence ';

/**
 * The note, sentence by sentence: pointing at one or moving to it with the arrow keys shows where it may come
 * from. One stop for Tab, however long the note.
 */
export function SentenceText({ text, ranges, onSentence, onOpen, ...marking }: SentenceTextProps) {
  const [current, setCurrent] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const { pieces, sentences } = useMemo(() => cut(text, ranges), [text, ranges]);
  const move = (event: KeyboardEvent, to: number) => {
    const last = sentences.length - 1;
    event.preventDefault();
    const next = Math.min(Math.max(to, 0), last);
    setCurrent(next);
    box.current?.querySelector<HTMLElement>(`[data-sentence="${next}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') move(event, at + 1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') move(event, at - 1);
    else if (event.key === 'Home') move(event, 0);
    else if (event.key === 'End') move(event, sentences.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const sentence = sentences[at];
      if (sentence !== undefined) onOpen(sentence);
    }
  };
  return (
    <div ref={box} className={css['text']} dir="auto" translate="no">
      {pieces.map(({ sentence: at, segments }, piece) => {
        const inside = segments.map((segment, index) => (
          <MarkedPiece key={index} segment={segment} {...marking} />
        ));
        const sentence = at === null ? undefined : sentences[at];
        if (at === null || sentence === undefined) return <span key={piece}>{inside}</span>;
        return (
          <span
            key={piece}
            role="button"
            tabIndex={at === Math.min(current, sentences.length - 1) ? 0 : -1}
            data-sentence={at}
            className={css['sentence']}
            onPointerEnter={() => onSentence(sentence)}
            onPointerLeave={() => onSentence(null)}
            onFocus={() => {
              setCurrent(at);
              onSentence(sentence);
            }}
            onBlur={() => onSentence(null)}
            onKeyDown={(event) => onKey(event, at)}
            onClick={() => {
              // Selecting words ends with a click too; it is not a jump.
              if (document.getSelection()?.isCollapsed !== false) onOpen(sentence);
            }}
          >
            {inside}
          </span>
        );
      })}
    </div>
  );
}

interface Piece {
  readonly sentence: number | null;
  readonly segments: Segment[];
}

/** Edges of sentences cut the text as edges of marks do; neighbours of one sentence are put together again. */
function cut(
  text: string,
  ranges: readonly MarkedRange[],
): { readonly pieces: readonly Piece[]; readonly sentences: readonly ChosenSentence[] } {
  const found = sentencesOf(text);
  const bounds = found.map(({ start, end }, at) => ({ id: `${SENTENCE}${at}`, start, end }));
  const pieces: Piece[] = [];
  for (const segment of segmentText(text, [...ranges, ...bounds])) {
    const id = segment.marks.find((mark) => mark.startsWith(SENTENCE));
    const sentence = id === undefined ? null : Number(id.slice(SENTENCE.length));
    const last = pieces.at(-1);
    if (last !== undefined && last.sentence === sentence) last.segments.push(segment);
    else pieces.push({ sentence, segments: [segment] });
  }
  return { pieces, sentences: found.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })) };
}
