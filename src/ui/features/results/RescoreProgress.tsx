import type { EncodingProgress } from '../../../app/scoring/encode-run.ts';
import { formatBytes } from '../../i18n/format.ts';

export type RescoreStage =
  EncodingProgress | { readonly stage: 'scoring'; readonly done: number; readonly total: number };

/** What scoring again is doing now. */
export function RescoreProgress({ stage }: { readonly stage: RescoreStage }) {
  if (stage.stage === 'loading') {
    const { loadedBytes, totalBytes } = stage.load;
    return (
      <label className="stack">
        Reading the encoder, {formatBytes(loadedBytes)}
        {totalBytes === null ? <progress /> : <progress max={Math.max(1, totalBytes)} value={loadedBytes} />}
      </label>
    );
  }
  return (
    <label className="stack">
      {stage.stage === 'encoding' ? 'Encoding' : 'Scoring'}: {stage.done} of {stage.total} samples
      <progress max={Math.max(1, stage.total)} value={stage.done} />
    </label>
  );
}
