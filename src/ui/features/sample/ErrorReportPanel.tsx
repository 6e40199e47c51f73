import type { Evidence } from '../../../core/contracts.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { Panel } from '../../components/Panel.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';

type MedecEvidence = Extract<Evidence, { readonly kind: 'medec' }>;

/** An error reported in a note beside the error that is there: flag, sentence and correction, each right or not. */
export function ErrorReportPanel({ evidence }: { readonly evidence: MedecEvidence }) {
  const { wanted, given } = evidence;
  const rows = [
    { what: 'Error', wanted: flagWords(wanted.flag), given: given && flagWords(given.flag) },
    {
      what: 'Sentence',
      wanted: sentenceWords(wanted.sentenceId),
      given: given && sentenceWords(given.sentenceId),
    },
    {
      what: 'Correction',
      wanted: correctionWords(wanted.correction),
      given: given && correctionWords(given.correction),
    },
  ];
  return (
    <Panel title="Reported error">
      {given === null && (
        <p>
          The reply holds no report that can be read: one line with the flag, the number of the sentence and
          the correction.
        </p>
      )}
      <ScrollRegion label="Reported error">
        <table>
          <caption className="visually-hidden">
            What is wrong in the note, and what the model reported
          </caption>
          <thead>
            <tr>
              <td />
              <th scope="col">In the note</th>
              <th scope="col">The model’s report</th>
              <th scope="col">Same</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.what}>
                <th scope="row">{row.what}</th>
                <td>
                  <VisibleText text={row.wanted} />
                </td>
                <td>
                  {row.given === null ? <span className="muted">–</span> : <VisibleText text={row.given} />}
                </td>
                <td>{row.given === null ? '' : row.given === row.wanted ? '✓ yes' : '≠ no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}

function flagWords(flag: string): string {
  return flag === '0' ? 'none' : 'yes';
}

function sentenceWords(id: string): string {
  return id === '-1' ? 'none' : `number ${id}`;
}

function correctionWords(correction: string): string {
  return correction === 'NA' ? 'none' : correction;
}
