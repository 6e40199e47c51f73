import type { Sample } from '../../../core/packs/pack.ts';
import type { MarkedRange } from '../segment-text.ts';
import type { Outcome } from './note-audit.ts';
import { MarkedText } from './MarkedText.tsx';
import { TextBlock } from './TextBlock.tsx';
import { VisibleText } from '../VisibleText.tsx';
import css from './Transcript.module.css';

interface TranscriptProps {
  readonly sample: Sample;
  readonly ranges: ReadonlyMap<number, readonly MarkedRange[]>;
  readonly outcomeOf: ReadonlyMap<string, Outcome>;
  readonly active: string | null;
  readonly onActive: (id: string | null) => void;
  /** Lines closest to the sentence of the note that is looked at. */
  readonly near?: readonly number[];
}

const NONE: readonly number[] = [];
const ROLES = { system: 'Instruction', user: 'User', assistant: 'Model' } as const;

interface Line {
  readonly line: number;
  readonly speaker: string;
  readonly text: string;
}

export function linesOf({ input }: Sample): readonly Line[] {
  if ('turns' in input) return input.turns;
  return input.messages.map((message, at) => ({
    line: at + 1,
    speaker: ROLES[message.role],
    text: message.content,
  }));
}

/** Numbered turns with their speakers; the numbers are what facts and audits point at. */
export function Transcript({ sample, ranges, near = NONE, ...marking }: TranscriptProps) {
  return (
    <>
      <ol className={css['turns']}>
        {linesOf(sample).map((turn) => (
          <li
            key={turn.line}
            className={[css['turn'], near.includes(turn.line) ? css['near'] : ''].join(' ')}
            value={turn.line}
            data-line={turn.line}
          >
            <span className={css['line']}>{turn.line}</span>
            <div>
              <span className={css['speaker']} translate="no">
                <VisibleText text={turn.speaker} />
              </span>
              <TextBlock>
                <MarkedText text={turn.text} ranges={ranges.get(turn.line) ?? []} {...marking} />
              </TextBlock>
            </div>
          </li>
        ))}
      </ol>
      {(sample.documents ?? []).map((item) => (
        <details key={item.id}>
          <summary>{item.title ?? item.id}</summary>
          <TextBlock>
            <MarkedText text={item.text} ranges={[]} {...marking} />
          </TextBlock>
        </details>
      ))}
    </>
  );
}
