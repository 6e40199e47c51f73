import type { TooLongCounts } from '../../../core/contracts.ts';
import { Notice } from '../../components/Notice.tsx';

/** A prompt that does not fit, with the arithmetic, so that somebody can see how much is too much. */
export function TooLong({ counts }: { readonly counts: TooLongCounts }) {
  const { promptTokens, newTokens, contextTokens } = counts;
  const over = promptTokens + newTokens - contextTokens;
  const room = contextTokens - promptTokens;
  return (
    <Notice tone="warn">
      <p>
        <strong>Too long for this model by {over.toLocaleString('en')} tokens.</strong> The prompt with the
        transcript takes {promptTokens.toLocaleString('en')} tokens, the answer may take{' '}
        {newTokens.toLocaleString('en')}, and the model reads {contextTokens.toLocaleString('en')} in all:{' '}
        {promptTokens.toLocaleString('en')} + {newTokens.toLocaleString('en')} &gt;{' '}
        {contextTokens.toLocaleString('en')}. Nothing was cut. Leave out about{' '}
        {Math.ceil((over / promptTokens) * 100)} % of the transcript,{' '}
        {room > 0 && `allow at most ${room.toLocaleString('en')} tokens for the answer, `}or use a model with
        a longer context.
      </p>
    </Notice>
  );
}
