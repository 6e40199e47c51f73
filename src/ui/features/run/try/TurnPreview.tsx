import type { VisitText } from '../../../../core/importers/visit-text.ts';
import { VisibleText } from '../../../components/VisibleText.tsx';
import { plural } from '../../../i18n/format.ts';

/** More names than this are listed as a number. */
const SHOWN = 6;

/** How the text was understood, before anything is run on it. */
export function TurnPreview({ visit }: { readonly visit: VisitText }) {
  const { turns, named } = visit;
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))];
  return (
    <p className="muted small" role="status">
      {turns.length === 0 ? (
        ''
      ) : named ? (
        <>
          Read as {plural(turns.length, 'turn')} by{' '}
          {speakers.length > SHOWN ? (
            `${speakers.length} speakers`
          ) : (
            <span translate="no" dir="auto">
              <VisibleText text={speakers.join(', ')} />
            </span>
          )}
          .
        </>
      ) : (
        <>Read as {plural(turns.length, 'line')}; nobody is named, so each line stands for itself.</>
      )}
    </p>
  );
}
