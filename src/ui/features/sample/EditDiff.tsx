import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { TextBlock } from '../../components/note/TextBlock.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import css from './EditDiff.module.css';

/** Beyond this the comparison could hold up the page; the text is shown without it. */
const MAX_STEPS = 4_000;

/** What an edit deleted and inserted, in place. */
export function EditDiff({ from, to }: { readonly from: string; readonly to: string }) {
  const parts = useMemo(() => diffWordsWithSpace(from, to, { maxEditLength: MAX_STEPS }), [from, to]);
  if (from === to) {
    return (
      <>
        <p className="muted">Nothing was changed.</p>
        <TextBlock>
          <VisibleText text={to} />
        </TextBlock>
      </>
    );
  }
  if (parts === undefined) {
    return (
      <>
        <p className="muted">So much was changed that only the new text is shown.</p>
        <TextBlock>
          <VisibleText text={to} />
        </TextBlock>
      </>
    );
  }
  return (
    <TextBlock>
      {parts.map(({ value, added, removed }, at) =>
        added ? (
          <ins key={at} className={css['inserted']}>
            <VisibleText text={value} />
          </ins>
        ) : removed ? (
          <del key={at} className={css['deleted']}>
            <VisibleText text={value} />
          </del>
        ) : (
          <VisibleText key={at} text={value} />
        ),
      )}
    </TextBlock>
  );
}
