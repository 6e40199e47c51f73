import { useState } from 'react';
import type { Sample } from '../../../core/packs/pack.ts';
import { factLabel } from '../../components/fact-label.ts';
import { PairList } from '../../components/PairList.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { fieldWords, plural } from '../../i18n/format.ts';
import { CATEGORY_WORDS } from '../../i18n/words.ts';
import css from './SamplePreview.module.css';

/** One sample of a pack: what goes in, what is expected. Its text is only put in the page when opened. */
export function SamplePreview({ sample }: { readonly sample: Sample }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span translate="no">
          <VisibleText text={sample.id} />
        </span>
      </summary>
      {open && <Content sample={sample} />}
    </details>
  );
}

function Content({ sample }: { readonly sample: Sample }) {
  const lines =
    'turns' in sample.input
      ? sample.input.turns.map((turn) => ({ key: `${turn.line} ${turn.speaker}`, text: turn.text }))
      : sample.input.messages.map((message) => ({ key: message.role, text: message.content }));
  const facts = sample.facts ?? [];
  return (
    <div className={css['content']}>
      <div className={css['lines']} translate="no">
        {lines.map((line, at) => (
          <div key={at}>
            <p className="muted small">{line.key}</p>
            {/* By itself: who speaks is in the page's language, and would decide the direction. */}
            <p className={css['line']} dir="auto">
              <VisibleText text={line.text} />
            </p>
          </div>
        ))}
      </div>
      {sample.choices !== undefined && (
        <ul translate="no">
          {sample.choices.map((choice) => (
            <li key={choice.id}>
              {choice.id}.{' '}
              <bdi>
                <VisibleText text={choice.text} />
              </bdi>
              {choice.id === sample.answer && <strong> (right)</strong>}
            </li>
          ))}
        </ul>
      )}
      {sample.choices === undefined && sample.answer !== undefined && (
        <div>
          <h3>Right answer</h3>
          <div className={css['text']} translate="no" dir="auto">
            <VisibleText text={sample.answer} />
          </div>
        </div>
      )}
      {(sample.target ?? []).map((text, at) => (
        <div key={at}>
          <h3>Reference</h3>
          <div className={css['text']} translate="no" dir="auto">
            <VisibleText text={text} />
          </div>
        </div>
      ))}
      {(sample.documents ?? []).map(({ id, title, text, needed }) => (
        <details key={id}>
          <summary>
            {title === undefined && 'Document '}
            <span translate="no">
              <VisibleText text={title === undefined || title === id ? id : `${title} (${id})`} />
            </span>
            {needed === true && <span className="muted"> (the answer stands in it)</span>}
          </summary>
          <div className={css['text']} translate="no" dir="auto">
            <VisibleText text={text} />
          </div>
        </details>
      ))}
      {facts.length > 0 && (
        <details>
          <summary>{plural(facts.length, 'fact')}</summary>
          <ul>
            {facts.map((fact, at) => (
              <li key={at}>
                {CATEGORY_WORDS[fact.category]}: {factLabel(fact)}
                {fact.span !== undefined && <span className="muted"> (line {fact.span.line})</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {sample.meta !== undefined && (
        <PairList
          pairs={Object.entries(sample.meta).map(([label, value]) => ({
            label: fieldWords(label),
            value: <VisibleText text={String(value)} />,
          }))}
        />
      )}
    </div>
  );
}
