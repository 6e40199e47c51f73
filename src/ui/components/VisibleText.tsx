import { Fragment } from 'react';
import { revealHidden } from './invisible.ts';
import css from './VisibleText.module.css';

/** Text of a pack or a model: text nodes only, hidden characters shown as marks. */
export function VisibleText({ text }: { readonly text: string }) {
  const pieces = revealHidden(text);
  if (pieces.length === 1 && pieces[0]?.kind === 'text') return <>{text}</>;
  return (
    <>
      {pieces.map((piece, at) => (
        <Fragment key={at}>
          {piece.kind === 'text' ? (
            piece.text
          ) : (
            <span className={css['hidden']} title={`Hidden character ${piece.codePoint}`}>
              {piece.name}
            </span>
          )}
        </Fragment>
      ))}
    </>
  );
}
