import type { RunRecord } from '../../../core/contracts.ts';
import { Notice } from '../../components/Notice.tsx';
import { PairList, type Pair } from '../../components/PairList.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { formatMs, formatSpeed, shortHash } from '../../i18n/format.ts';
import { FINISH_WORDS, PROMPT_WARNING_WORDS } from '../../i18n/words.ts';
import css from './PromptPanel.module.css';

/** What was really sent to the model, and what it cost. The text stands behind a disclosure. */
export function PromptPanel({ record }: { readonly record: RunRecord }) {
  const { prompt, timings, usage, finish } = record;
  const pairs: Pair[] = [
    ...(timings === null
      ? []
      : [
          { label: 'Whole answer', value: formatMs(timings.totalMs) },
          {
            label: 'First token after',
            value: timings.firstTokenMs === null ? 'not measured' : formatMs(timings.firstTokenMs),
          },
          {
            label: 'Speed',
            value:
              timings.tokensPerSecond === null
                ? 'too few tokens to tell'
                : formatSpeed(timings.tokensPerSecond),
          },
        ]),
    ...(usage === null
      ? []
      : [{ label: 'Tokens', value: `${usage.promptTokens} read, ${usage.outputTokens} written` }]),
    ...(finish === null ? [] : [{ label: 'End', value: FINISH_WORDS[finish] }]),
    ...(prompt === null
      ? []
      : [
          ...('sentTo' in prompt
            ? [
                { label: 'Sent to', value: <span translate="no">{prompt.sentTo}</span> },
                { label: 'Messages', value: <code>SHA-256 {shortHash(prompt.messagesSha256)}</code> },
              ]
            : [
                { label: 'First token ids', value: <code>{prompt.firstTokenIds.join(', ')}</code> },
                { label: 'All token ids', value: <code>SHA-256 {shortHash(prompt.tokenIdsSha256)}</code> },
              ]),
        ]),
  ];
  return (
    <details>
      <summary>
        Prompt as sent{prompt === null ? ' (none was made)' : `, ${prompt.tokenCount} tokens`}, and timings
      </summary>
      <div className="stack">
        <PairList pairs={pairs} />
        {prompt !== null && (
          <pre className={css['prompt']} translate="no" dir="auto">
            <VisibleText text={prompt.text} />
          </pre>
        )}
      </div>
    </details>
  );
}

/** Trouble with the prompt makes every score of the sample doubtful, so it is said before the note. */
export function PromptWarnings({ record }: { readonly record: RunRecord }) {
  const warnings = record.prompt?.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn">
      {warnings.map((warning) => (
        <p key={warning}>
          <strong>Prompt:</strong> {PROMPT_WARNING_WORDS[warning]}
        </p>
      ))}
    </Notice>
  );
}
