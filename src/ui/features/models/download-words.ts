/** Words of the download page, in one place. */
import type { DownloadPhase, DownloadState } from '../../../app/models/download-state.ts';
import type { NoVariants } from '../../../core/models/hub-variants.ts';
import type { FitVerdict } from '../../../core/models/fit-contracts.ts';
import { formatBytes, formatDuration } from '../../i18n/format.ts';

const PHASE_WORDS: Readonly<Record<DownloadPhase, string>> = {
  waiting: 'Waiting for its turn',
  checking: 'Checking what is here already',
  downloading: 'Downloading',
  stopping: 'Stopping',
  paused: 'Paused',
  failed: 'Stopped by an error',
};

export const RESTART_WORDS = {
  'no-ranges': 'The server cannot go on in the middle of a file, so this file began again from its start.',
  changed: 'The server has another file by now, so this file began again from its start.',
} as const;

export const WHY_WORDS: Readonly<Record<NoVariants, string>> = {
  'compiled-for-web-llm':
    'It is compiled for WebLLM and needs a model library that is not part of it. Whoever hosts this page can put both beside the page (docs/runtimes.md).',
  'several-graphs':
    'Its ONNX files are split into several graphs, as models that also see images are. Only one-graph text models run here. Look for a GGUF file of the same model.',
  'weights-only':
    'It holds the original weights only. Look for a repository with ONNX files in the transformers.js layout, or with a GGUF file, made from it.',
  nothing: 'It holds no model files.',
};

export const VERDICT_WORDS: Readonly<Record<FitVerdict, string>> = {
  fits: 'Fits',
  tight: 'Tight',
  'will-not': 'Will not run',
  unknown: 'Not known until asked',
};

export const DEVICE_WORDS = { wasm: 'Processor', webgpu: 'Graphics processor' } as const;

/** How far it is, how fast it goes and how long it will take, as far as each is known. */
export function progressWords(state: DownloadState): string {
  const { phase, doneBytes, totalBytes, secondsLeft, bytesPerSecond, resumedAtBytes, host } = state;
  const amount =
    totalBytes === null
      ? formatBytes(doneBytes)
      : `${formatBytes(doneBytes)} of ${formatBytes(totalBytes)} (${Math.floor((100 * doneBytes) / Math.max(1, totalBytes))} %)`;
  const parts = [`${PHASE_WORDS[phase]}: ${amount}`];
  if (phase === 'downloading' && bytesPerSecond !== null)
    parts.push(
      bytesPerSecond > 0 ? `${formatBytes(bytesPerSecond)} a second` : 'nothing comes at the moment',
    );
  if (phase === 'downloading' && secondsLeft !== null)
    parts.push(`about ${formatDuration(secondsLeft)} left`);
  if (phase === 'downloading' && resumedAtBytes !== null)
    parts.push(`went on at ${formatBytes(resumedAtBytes)}`);
  parts.push(`from ${host}`);
  return parts.join(', ');
}
