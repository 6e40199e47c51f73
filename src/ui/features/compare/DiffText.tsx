import { TextBlock } from '../../components/note/TextBlock.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import type { DiffPiece } from './word-diff.ts';
import css from './Compare.module.css';

interface DiffTextProps {
  readonly text: string;
  /** Null: shown as it is. */
  readonly pieces: readonly DiffPiece[] | null;
  /** What is in this text alone: `del` on the side compared from, `ins` on the side compared to. */
  readonly mark: 'del' | 'ins';
}

export function DiffText({ text, pieces, mark: Mark }: DiffTextProps) {
  return (
    <TextBlock>
      {pieces === null ? (
        <VisibleText text={text} />
      ) : (
        pieces.map((piece, at) =>
          piece.kind === 'same' || piece.text.trim() === '' ? (
            <VisibleText key={at} text={piece.text} />
          ) : (
            <Mark key={at} className={css[Mark]}>
              <VisibleText text={piece.text} />
            </Mark>
          ),
        )
      )}
    </TextBlock>
  );
}
