import type { Evidence } from '../../../core/contracts.ts';
import { VisibleText } from '../../components/VisibleText.tsx';
import { ErrorReportPanel } from './ErrorReportPanel.tsx';
import css from './SampleEvidence.module.css';

interface SampleEvidenceProps {
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly output: string | null;
}

/** What some scores of this sample rest on, beyond what is marked in the note itself. */
export function SampleEvidence({ evidence, output }: SampleEvidenceProps) {
  return Object.entries(evidence).map(([scorerId, item]) => {
    switch (item.kind) {
      case 'medec':
        return <ErrorReportPanel key={scorerId} evidence={item} />;
      case 'concepts':
        return <Concepts key={scorerId} evidence={item} />;
      case 'form':
        return <FormMarks key={scorerId} evidence={item} output={output ?? ''} />;
      default:
        return null;
    }
  });
}

type Of<Kind extends Evidence['kind']> = Extract<Evidence, { readonly kind: Kind }>;

function Concepts({ evidence }: { readonly evidence: Of<'concepts'> }) {
  const lists = [
    { title: 'In both', terms: evidence.matched },
    { title: 'In the reference only', terms: evidence.missed },
    { title: 'In the note only', terms: evidence.added },
  ];
  return (
    <details>
      <summary>
        Concepts: {evidence.matched.length} shared, {evidence.missed.length} missing, {evidence.added.length}{' '}
        added
      </summary>
      <p className="muted small">Terms of the vocabulary, whether said to be present or absent.</p>
      <div className={css['lists']}>
        {lists.map(({ title, terms }) => (
          <section key={title}>
            <h3>{title}</h3>
            {terms.length === 0 ? (
              <p className="muted">none</p>
            ) : (
              <ul>
                {terms.map((term) => (
                  <li key={term}>
                    <VisibleText text={term} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </details>
  );
}

const MARK_WORDS: Readonly<Record<Of<'form'>['marks'][number]['what'], string>> = {
  loop: 'Repeats itself',
  copied: 'Copied word by word',
  'leaked-prompt': 'Text of the prompt',
  'empty-section': 'Nothing under this heading',
  'other-script': 'Another script',
};

const SHOWN_CHARS = 240;

function FormMarks({ evidence, output }: { readonly evidence: Of<'form'>; readonly output: string }) {
  if (evidence.marks.length === 0) return null;
  return (
    <details>
      <summary>Form of the note: {evidence.marks.length} places to look at</summary>
      <ul className={css['marks']}>
        {evidence.marks.map((mark) => {
          const text = output.slice(mark.note.start, mark.note.end);
          const line = mark.source?.line ?? null;
          return (
            <li key={`${mark.what} ${mark.note.start}`}>
              <strong>{MARK_WORDS[mark.what]}</strong>
              {line !== null && <span className="muted"> from line {line}</span>}
              {': '}
              <q>
                <VisibleText text={text.slice(0, SHOWN_CHARS)} />
                {text.length > SHOWN_CHARS && ' …'}
              </q>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
