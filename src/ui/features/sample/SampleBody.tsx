import type { Place } from '../../../app/review/review-contract.ts';
import type { RunResults, SampleDetail } from '../../../app/services.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { FINISH_WORDS, UNSCORED_WORDS } from '../../i18n/words.ts';
import { CallsPanel } from './CallsPanel.tsx';
import { DocumentsShown } from './DocumentsShown.tsx';
import { PromptPanel, PromptWarnings } from './PromptPanel.tsx';
import { QuestionView } from './QuestionView.tsx';
import { ReviewedNote } from './ReviewedNote.tsx';
import { SampleEvidence } from './SampleEvidence.tsx';
import { SampleMeta } from './SampleMeta.tsx';
import { SampleScores } from './SampleScores.tsx';
import { TooLong } from './TooLong.tsx';

interface SampleBodyProps {
  readonly detail: SampleDetail;
  /** Null while they are read. */
  readonly results: RunResults | null;
  readonly place: Place;
}

/** What went wrong first, then the note or the question, its scores, and what was sent to the model. */
export function SampleBody({ detail, results, place }: SampleBodyProps) {
  const { record, sample } = detail;
  return (
    <>
      {record.tooLong !== undefined && <TooLong counts={record.tooLong} />}
      {record.documents !== undefined && <DocumentsShown documents={record.documents} sample={sample} />}
      {record.error !== undefined && <ErrorNotice error={record.error} />}
      {record.unscored !== undefined && (
        <Notice tone="warn">
          <p>Not scored: {UNSCORED_WORDS[record.unscored]}.</p>
        </Notice>
      )}
      {(record.finish === 'length' || record.finish === 'cancelled') && (
        <Notice tone="warn">
          <p>
            The answer was {FINISH_WORDS[record.finish]}; what is missing after that point is not the model’s
            choice.
          </p>
        </Notice>
      )}
      {sample === null && (
        <Notice tone="warn">
          <p>
            The pack of this run is no longer stored. What the model wrote is shown without its transcript and
            reference.
          </p>
        </Notice>
      )}
      <PromptWarnings record={record} />
      {sample?.choices === undefined ? (
        <ReviewedNote detail={detail} run={results?.run ?? null} place={place} />
      ) : (
        <QuestionView detail={detail} sample={sample} />
      )}
      <CallsPanel record={record} />
      <SampleScores detail={detail} metrics={results?.metrics ?? []} />
      <SampleEvidence evidence={detail.evidence} output={record.output} />
      {sample?.choices === undefined && <SampleMeta sample={sample} />}
      <PromptPanel record={record} />
    </>
  );
}
