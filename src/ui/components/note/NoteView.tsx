import { useMemo, useState, type ReactNode } from 'react';
import type { SampleDetail } from '../../../app/services.ts';
import { lineFinder } from '../../../core/review/closest-lines.ts';
import { AddMissedError } from './AddMissedError.tsx';
import { FlagList } from './FlagList.tsx';
import { MarkedText } from './MarkedText.tsx';
import { auditOf, type Outcome } from './note-audit.ts';
import type { NoteMarks } from './note-marks.ts';
import { Pane } from './Pane.tsx';
import { SentenceText, type ChosenSentence } from './SentenceText.tsx';
import { supportLines } from './support-lines.ts';
import { TextBlock } from './TextBlock.tsx';
import { linesOf, Transcript } from './Transcript.tsx';
import css from './NoteView.module.css';

interface NoteViewProps {
  readonly detail: SampleDetail;
  /** Findings and note only, for a look in passing. */
  readonly brief?: boolean;
  /** A person's marks on the audit, where they can be kept. */
  readonly marks?: NoteMarks;
  /** Stands in the place of the note while it is edited. */
  readonly editor?: ReactNode;
}

const NO_OUTCOMES: ReadonlyMap<string, Outcome> = new Map();

/** Findings, transcript, note and reference side by side; what is pointed at is lit wherever it is said. */
export function NoteView({ detail, brief = false, marks, editor }: NoteViewProps) {
  const { sample, record, evidence } = detail;
  const [active, setActive] = useState<string | null>(null);
  const [sentence, setSentence] = useState<ChosenSentence | null>(null);
  const audit = useMemo(
    () => auditOf(sample, evidence, marks?.overrides),
    [sample, evidence, marks?.overrides],
  );
  const lines = useMemo(() => (sample === null ? [] : linesOf(sample)), [sample]);
  const closest = useMemo(() => lineFinder(lines), [lines]);
  const near = sentence === null ? [] : supportLines(sentence, evidence, closest);
  const references = sample?.target ?? [];
  const sections = Object.values(evidence).find((item) => item.kind === 'sections');
  const outcomes = audit?.outcomeOf ?? NO_OUTCOMES;
  const open = (chosen: ChosenSentence) => showLine(supportLines(chosen, evidence, closest)[0]);
  const withFlags = audit !== null || marks !== undefined;
  return (
    <div className={brief ? css['brief'] : withFlags ? css['audited'] : css['plain']}>
      {withFlags && (
        <Pane title="Facts and audit" className={css['facts']}>
          {audit === null ? (
            <p className="muted">No audit has looked at this note.</p>
          ) : (
            <FlagList audit={audit} active={active} onActive={setActive} marks={marks} />
          )}
          {marks !== undefined && <AddMissedError marks={marks} note={record.output} lines={lines} />}
        </Pane>
      )}
      {sample !== null && !brief && (
        <Pane
          title="Transcript"
          className={css['transcript']}
          text="transcript"
          aside={
            <span className={css['near']} role="status">
              {sentence !== null && nearWords(near)}
            </span>
          }
        >
          <Transcript
            sample={sample}
            ranges={audit?.lineRanges ?? new Map()}
            outcomeOf={outcomes}
            active={active}
            onActive={setActive}
            near={near}
          />
        </Pane>
      )}
      {editor === undefined ? (
        <Pane title="Note the model wrote" className={css['note']} text="note">
          {sections !== undefined && sections.missing.length > 0 && (
            <p className={css['warning']}>Sections missing: {sections.missing.join(', ')}</p>
          )}
          {record.output === null || record.output === '' ? (
            <p className="muted">{record.output === null ? 'There is no output.' : 'The output is empty.'}</p>
          ) : brief ? (
            <TextBlock>
              <MarkedText
                text={record.output}
                ranges={audit?.noteRanges ?? []}
                outcomeOf={outcomes}
                active={active}
                onActive={setActive}
              />
            </TextBlock>
          ) : (
            <SentenceText
              text={record.output}
              ranges={audit?.noteRanges ?? NO_RANGES}
              outcomeOf={outcomes}
              active={active}
              onActive={setActive}
              onSentence={setSentence}
              onOpen={open}
            />
          )}
        </Pane>
      ) : (
        <Pane title="Your edit" className={[css['note'], css['wide']].join(' ')}>
          {editor}
        </Pane>
      )}
      {!brief && editor === undefined && (
        <Pane
          title={references.length > 1 ? `References (${references.length})` : 'Reference'}
          className={css['reference']}
        >
          {references.length === 0 ? (
            <p className="muted">There is no reference note for this visit. None is needed.</p>
          ) : (
            references.map((text, at) => (
              <TextBlock key={at}>
                <MarkedText text={text} ranges={[]} outcomeOf={outcomes} active={null} onActive={setActive} />
              </TextBlock>
            ))
          )}
        </Pane>
      )}
    </div>
  );
}

const NO_RANGES: readonly never[] = [];

function nearWords(near: readonly number[]): string {
  if (near.length === 0) return 'No line shares its words';
  return `Closest ${near.length === 1 ? 'line' : 'lines'} (not a proof): ${near.join(', ')}`;
}

function showLine(line: number | undefined): void {
  if (line === undefined) return;
  document.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}
