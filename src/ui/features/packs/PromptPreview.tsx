import type { ImportPreview } from '../../../app/services.ts';
import { VisibleText } from '../../components/VisibleText.tsx';
import { plural } from '../../i18n/format.ts';
import css from './SamplePreview.module.css';

const ROLES = { system: 'Instruction', user: 'Asked', assistant: 'Answered' } as const;

/** The first samples as they would be put to the model: what is wrong with a mapping is seen here first. */
export function PromptPreview({ prompts }: { readonly prompts: ImportPreview['prompts'] }) {
  if (prompts.length === 0) return null;
  return (
    <details>
      <summary>
        {prompts.length === 1
          ? 'How the sample would be asked'
          : `How the first ${plural(prompts.length, 'sample')} would be asked`}
      </summary>
      <p className="muted small">
        Before the model’s own chat template. The answer is not shown to the model.
      </p>
      <ol className={css['prompts']}>
        {prompts.map(({ id, messages }, at) => (
          <li key={id}>
            <details open={at === 0}>
              <summary>
                <span translate="no">
                  <VisibleText text={id} />
                </span>
              </summary>
              {messages.map((message, index) => (
                <div key={index}>
                  <p className="muted small">{ROLES[message.role]}</p>
                  <div className={css['text']} translate="no" dir="auto">
                    <VisibleText text={message.content} />
                  </div>
                </div>
              ))}
            </details>
          </li>
        ))}
      </ol>
    </details>
  );
}
