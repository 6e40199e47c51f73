import { formatBytes } from '../../i18n/format.ts';
import { DEVICE_WORDS, VERDICT_WORDS } from './download-words.ts';
import type { FitHere } from './fit-device.ts';
import css from './HubList.module.css';

/** The verdict in one word, and the whole arithmetic behind it on request. */
export function FitDetails({ fits, name }: { readonly fits: readonly FitHere[]; readonly name: string }) {
  const [best] = fits;
  if (best === undefined) return null;
  return (
    <details className={css['fit']}>
      <summary>
        <span className={css[best.estimate.verdict]}>{VERDICT_WORDS[best.estimate.verdict]}</span>
        <span className="visually-hidden"> {name}:</span> show the arithmetic
      </summary>
      {fits.map(({ kind, estimate }) => (
        <div key={kind} className="stack small">
          <p>
            <strong>
              {DEVICE_WORDS[kind]}: {VERDICT_WORDS[estimate.verdict].toLowerCase()}
            </strong>
            {estimate.reasons.length > 0 && `, because ${estimate.reasons.join('; ')}`}.
          </p>
          <ul>
            {estimate.lines.map((line) => (
              <li key={line.what}>
                {line.what}: {formatBytes(line.bytes)} <span className="muted">({line.how})</span>
              </li>
            ))}
            {estimate.neededBytes !== null && <li>Together: {formatBytes(estimate.neededBytes)}</li>}
            <li>
              There is: {formatBytes(estimate.budgetBytes)}{' '}
              <span className="muted">({estimate.budgetHow})</span>
            </li>
          </ul>
        </div>
      ))}
    </details>
  );
}
