import type { ChoiceScore, Evidence } from '../../../core/contracts.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import type { Sample } from '../../../core/packs/pack.ts';
import { formatSigned } from '../../i18n/format.ts';
import { VisibleText } from '../../components/VisibleText.tsx';
import css from './ChoiceTable.module.css';

interface ChoiceTableProps {
  readonly sample: Sample;
  readonly scores: readonly ChoiceScore[] | null;
  readonly verdict: Extract<Evidence, { kind: 'choice' }> | null;
}

export function ChoiceTable({ sample, scores, verdict }: ChoiceTableProps) {
  const choices = sample.choices ?? [];
  // A reading in words, such as yes or no, names a choice by its text.
  const idOf = (name: string): string =>
    (choices.find(({ id }) => id === name) ?? choices.find(({ text }) => text.toLowerCase() === name))?.id ??
    name;
  const picked = verdict === null || verdict.picked === null ? null : idOf(verdict.picked);
  const right = verdict === null ? (sample.answer ?? null) : idOf(verdict.correct);
  return (
    <>
      {verdict !== null && (
        <p>
          <strong className={picked === right ? css['right'] : css['wrong']}>
            {picked === null
              ? 'No choice could be read from the answer.'
              : picked === right
                ? `✓ The model chose ${picked}, which is right.`
                : `✗ The model chose ${picked}; right is ${right}.`}
          </strong>{' '}
          <span className="muted">
            {verdict.method === 'log-likelihood'
              ? 'Judged by the log-likelihood of each choice.'
              : 'Read from the written answer.'}
            {verdict.strict !== undefined &&
              verdict.strict !== picked &&
              ` The strict reading gives ${verdict.strict ?? 'no choice'}.`}
          </span>
        </p>
      )}
      <ScrollRegion label="Choices">
        <table>
          <thead>
            <tr>
              <th scope="col">Choice</th>
              <th scope="col">Text</th>
              {scores !== null && (
                <>
                  <th scope="col" className="num">
                    Log-likelihood
                  </th>
                  <th scope="col" className="num">
                    Per character
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {choices.map((choice) => {
              const score = scores?.find((item) => item.id === choice.id);
              return (
                <tr key={choice.id} className={choice.id === right ? css['rightRow'] : undefined}>
                  <th scope="row">
                    <span className={css['id']}>{choice.id}</span>
                    {choice.id === right && <span className={css['tag']}>right</span>}
                    {choice.id === picked && <span className={css['tag']}>chosen</span>}
                  </th>
                  <td dir="auto" translate="no">
                    <VisibleText text={choice.text} />
                  </td>
                  {scores !== null && (
                    <>
                      <td className="num">
                        {score === undefined ? 'none' : formatSigned(score.logLikelihood, 2)}
                      </td>
                      <td className="num">
                        {score === undefined || score.chars === 0
                          ? 'none'
                          : formatSigned(score.logLikelihood / score.chars, 3)}
                      </td>
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
