import type { RunRecord } from '../../../core/contracts.ts';
import type { Sample } from '../../../core/packs/pack.ts';
import { Notice } from '../../components/Notice.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { plural } from '../../i18n/format.ts';

interface DocumentsShownProps {
  readonly documents: NonNullable<RunRecord['documents']>;
  /** Null when the pack is no longer stored. */
  readonly sample: Sample | null;
}

const number = (count: number) => count.toLocaleString('en');

/** Which documents the model was shown, in which order, and which did not fit: an answer is read against these. */
export function DocumentsShown({ documents: { shown, leftOut, whole }, sample }: DocumentsShownProps) {
  const title = (id: string) => {
    const named = sample?.documents?.find((document) => document.id === id)?.title;
    // Documents of several patients may have one title.
    return named === undefined || named === id ? id : `${named} (${id})`;
  };
  return (
    <>
      {leftOut.length > 0 && (
        <Notice tone="warn">
          <p>
            <strong>
              {plural(leftOut.length, 'document')} of {shown.length + leftOut.length} left out, whole:
            </strong>{' '}
            <Titles ids={leftOut} title={title} />.
            {whole !== undefined && (
              <>
                {' '}
                With all of them the prompt takes {number(whole.promptTokens)} tokens, the answer may take{' '}
                {number(whole.newTokens)}, and the model reads {number(whole.contextTokens)}. Documents in
                which the answer stands are never left out.
              </>
            )}
          </p>
        </Notice>
      )}
      <details>
        <summary>{plural(shown.length, 'document')} shown to the model, in this order</summary>
        <ol>
          {shown.map((id) => (
            <li key={id} translate="no">
              <VisibleText text={title(id)} />
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function Titles({ ids, title }: { readonly ids: readonly string[]; readonly title: (id: string) => string }) {
  return ids.map((id, at) => (
    <span key={id} translate="no">
      {at > 0 && ', '}
      <VisibleText text={title(id)} />
    </span>
  ));
}
