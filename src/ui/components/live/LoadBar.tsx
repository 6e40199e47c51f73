import type { LoadProgress } from '../../../../workers/protocol.ts';
import { formatBytes } from '../../i18n/format.ts';
import css from './LoadBar.module.css';

const PHASES: Readonly<Record<LoadProgress['phase'], string>> = {
  checking: 'Checking the model’s files',
  downloading: 'Fetching the model from this site',
  verifying: 'Checking the files against their fingerprints',
  starting: 'Starting the model',
  'warming-up': 'Warming up',
  encoding: 'Reading the questions with the text encoder',
};

export function LoadBar({ load }: { readonly load: LoadProgress }) {
  const amount = (value: number): string => (load.phase === 'encoding' ? String(value) : formatBytes(value));
  const known = load.totalBytes !== null && load.totalBytes > 0;
  return (
    <label className={css['progress']}>
      <span>
        {PHASES[load.phase]}
        {known && `: ${amount(load.loadedBytes)} of ${amount(load.totalBytes)}`}
        {load.file !== null && <span className="muted"> {load.file}</span>}
      </span>
      {known ? <progress max={load.totalBytes} value={load.loadedBytes} /> : <progress />}
    </label>
  );
}
