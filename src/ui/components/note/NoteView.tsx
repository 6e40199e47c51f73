import { useMemo, useState } from 'react';
import type { SampleDetail } from '../../../app/services.ts';
import { auditOf, factsEvidence } from './fact-audit.ts';
import { FactList } from './FactList.tsx';
import { MarkedText } from './MarkedText.tsx';
import { Pane } from './Pane.tsx';
import { TextBlock } from './TextBlock.tsx';
import { Transcript } from './Transcript.tsx';
import css from './NoteView.module.css';

interface NoteViewProps {
  readonly detail: SampleDetail;
  /** Facts and note only, for a look in passing. */
  readonly brief?: boolean;
}

/** Facts, transcript, note and reference side by side; a fact pointed at is lit wherever it is said. */
export function NoteView({ detail, brief = false }: NoteViewProps) {
  const { sample, record, evidence } = detail;
  const [active, setActive] = useState<string | null>(null);
  const found = factsEvidence(evidence);
  const audit = useMemo(() => (found === null ? null : auditOf(sample, found)), [sample, found]);
  const references = sample?.target ?? [];
  const sections = Object.values(evidence).find((item) => item.kind === 'sections');
  const outcomes = audit?.outcomeOf ?? new Map();
  return (
    <div className={brief ? css['brief'] : audit === null ? css['plain'] : css['audited']}>
      {audit !== null && (
        <Pane title="Facts" className={css['facts']}>
          <FactList audit={audit} active={active} onActive={setActive} />
        </Pane>
      )}
      {sample !== null && !brief && (
        <Pane title="Transcript" className={css['transcript']}>
          <Transcript
            sample={sample}
            ranges={audit?.lineRanges ?? new Map()}
            outcomeOf={outcomes}
            active={active}
            onActive={setActive}
          />
        </Pane>
      )}
      <Pane title="Note the model wrote" className={css['note']}>
        {sections !== undefined && sections.missing.length > 0 && (
          <p className={css['warning']}>Sections missing: {sections.missing.join(', ')}</p>
        )}
        {record.output === null || record.output === '' ? (
          <p className="muted">{record.output === null ? 'There is no output.' : 'The output is empty.'}</p>
        ) : (
          <TextBlock>
            <MarkedText
              text={record.output}
              ranges={audit?.noteRanges ?? []}
              outcomeOf={outcomes}
              active={active}
              onActive={setActive}
            />
          </TextBlock>
        )}
      </Pane>
      {!brief && (
        <Pane
          title={references.length > 1 ? `References (${references.length})` : 'Reference'}
          className={css['reference']}
        >
          {references.length === 0 ? (
            <p className="muted">The pack has no reference note for this sample.</p>
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
