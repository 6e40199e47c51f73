import { Link } from 'wouter';
import type { SampleDetail } from '../../../app/services.ts';
import { NoteView } from '../../components/note/NoteView.tsx';
import { useSample } from '../../queries/stored.ts';
import { samplePath } from '../../routes.ts';

interface LastSampleProps {
  readonly runId: string;
  readonly last: { readonly sampleId: string; readonly key: string };
}

/** The sample that was stored last, scored, while the next one is being written. */
export function LastSample({ runId, last }: LastSampleProps) {
  const detail = useSample(runId, last.key);
  return (
    <section className="stack" aria-labelledby="last-sample">
      <h2 id="last-sample">
        Just finished:{' '}
        <Link href={samplePath(runId, last.key)} translate="no">
          {last.sampleId}
        </Link>
      </h2>
      {detail.data !== undefined && <Finished detail={detail.data} />}
    </section>
  );
}

function Finished({ detail }: { readonly detail: SampleDetail }) {
  const choice = Object.values(detail.evidence).find((item) => item.kind === 'choice');
  if (choice === undefined) return <NoteView detail={detail} brief />;
  const right = choice.picked === choice.correct;
  return (
    <p>
      {choice.picked === null
        ? `No choice could be read from the answer; right is ${choice.correct}.`
        : right
          ? `The model chose ${choice.picked}, which is right.`
          : `The model chose ${choice.picked}; right is ${choice.correct}.`}
    </p>
  );
}
