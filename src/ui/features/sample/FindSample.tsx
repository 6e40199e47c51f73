import { useId } from 'react';
import { Link } from 'wouter';
import type { RunResults } from '../../../app/services.ts';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { samplePath } from '../../routes.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { SampleTools } from '../../components/samples/SampleTools.tsx';
import { useArrangedSamples } from '../../components/samples/use-arranged-samples.ts';
import css from './FindSample.module.css';

interface FindSampleProps {
  readonly results: RunResults;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Another sample of the run, without leaving the note: by words, by flag, worst first. */
export function FindSample(props: FindSampleProps) {
  return (
    <ModalDialog title="Find a sample" open={props.open} onClose={props.onClose}>
      <Found {...props} />
    </ModalDialog>
  );
}

/** The rest is reached by narrowing the search. */
const SHOWN = 100;

function Found({ results, onClose }: FindSampleProps) {
  const list = useArrangedSamples(results);
  const setOrder = useUiStore((state) => state.setOrder);
  const countId = useId();
  const runId = results.run.header.id;
  return (
    <>
      <SampleTools results={results} list={list} countId={countId} />
      <ul className={css['found']}>
        {list.shown.slice(0, SHOWN).map((row) => (
          <li key={row.key}>
            <Link
              href={samplePath(runId, row.key)}
              onClick={() => {
                setOrder(
                  runId,
                  list.shown.map(({ key }) => key),
                );
                onClose();
              }}
            >
              <span translate="no">
                <VisibleText text={row.sampleId} />
              </span>
              {row.repeat > 0 && ` repeat ${row.repeat + 1}`}
            </Link>
          </li>
        ))}
      </ul>
      {list.shown.length > SHOWN && (
        <p className="muted small">The first {SHOWN} are listed. Search for more words to see the others.</p>
      )}
      <div className="row">
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </>
  );
}
