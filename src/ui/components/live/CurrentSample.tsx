import { useEffect, useRef } from 'react';
import type { LiveState } from '../../../app/services.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { VisibleText } from '../VisibleText.tsx';
import { formatMs, plural } from '../../i18n/format.ts';
import css from './CurrentSample.module.css';

/** The text as it is written. Not announced per token; progress is announced once per sample instead. */
export function CurrentSample({ live }: { readonly live: LiveState }) {
  const box = useRef<HTMLDivElement>(null);
  const text = live.current?.progress?.text ?? '';
  useEffect(() => {
    const element = box.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [text]);
  if (live.current === null) return null;
  const { sampleId, progress } = live.current;
  return (
    <section className="stack" aria-labelledby="current-sample">
      <h2 id="current-sample">
        Now: <span translate="no">{sampleId}</span>
      </h2>
      <ScrollRegion label="Text being written" className={css['writing']} box={box}>
        <div translate="no" dir="auto">
          {text === '' ? <span className="muted">Reading the prompt …</span> : <VisibleText text={text} />}
        </div>
      </ScrollRegion>
      {progress !== null && (
        <p className="muted small">
          {plural(progress.tokens, 'token')} in {formatMs(progress.elapsedMs)}
        </p>
      )}
    </section>
  );
}
