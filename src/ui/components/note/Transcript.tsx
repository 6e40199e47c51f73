import type { Sample } from '../../../core/packs/pack.ts';
import type { MarkedRange } from '../segment-text.ts';
import type { Outcome } from './fact-audit.ts';
import { MarkedText } from './MarkedText.tsx';
import { TextBlock } from './TextBlock.tsx';
import css from './Transcript.module.css';

interface TranscriptProps {
  readonly sample: Sample;
  readonly ranges: ReadonlyMap<number, readonly MarkedRange[]>;
  readonly outcomeOf: ReadonlyMap<string, Outcome>;
  readonly active: string | null;
  readonly onActive: (id: string | null) => void;
}

const ROLES = { system: 'Instruction', user: 'User', assistant: 'Model' } as const;

interface Line {
  readonly line: number;
  readonly speaker: string;
  readonly text: string;
}

function linesOf({ input }: Sample): readonly Line[] {
  if ('turns' in input) return input.turns;
  return input.messages.map((message, at) => ({
    line: at + 1,
    speaker: ROLES[message.role],
    text: message.content,
  }));
}

/** Numbered turns with their speakers; the numbers are what facts point at. */
export function Transcript({ sample, ranges, ...marking }: TranscriptProps) {
  return (
    <>
      <ol className={css['turns']}>
        {linesOf(sample).map((turn) => (
          <li key={turn.line} className={css['turn']} value={turn.line}>
            <span className={css['line']}>{turn.line}</span>
            <div>
              <span className={css['speaker']}>{turn.speaker}</span>
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
