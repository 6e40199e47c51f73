import type { RunResults } from '../../../app/services.ts';
import type { CalibrationFigureId, ChoiceCalibration } from '../../../core/calibration/choice-calibration.ts';
import { ReliabilityDiagram } from '../../charts/ReliabilityDiagram.tsx';
import { RiskCoverage } from '../../charts/RiskCoverage.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { plural } from '../../i18n/format.ts';
import { useRunCalibration } from '../../queries/stored.ts';

/** Whether choices were ranked: only then did the model give a probability to each. */
function wasRanked({ metrics }: RunResults): boolean {
  return metrics.some(
    ({ scorerId, measure, estimate }) =>
      scorerId === 'choice' && measure.id === 'accuracy-per-char' && estimate.n > 0,
  );
}

/** Whether the model was asked how sure it is. */
function wasAsked({ run }: RunResults): boolean {
  return run.header.solver.id.startsWith('confidence-') && run.header.scorers.includes('choice');
}

/** How sure the model was, beside how often it was right. */
export function CalibrationPanel({ results }: { readonly results: RunResults }) {
  return wasRanked(results) || wasAsked(results) ? <Ranked results={results} /> : null;
}

function Ranked({ results }: { readonly results: RunResults }) {
  const calibration = useRunCalibration(results);
  return (
    <Panel title="Confidence">
      <QueryView query={calibration} what="the confidence of the answers">
        {(found) =>
          found === null ? (
            <p>
              {wasAsked(results)
                ? 'No answer and its confidence could both be read, so there is nothing to hold against each other.'
                : 'The probabilities of the choices are not kept with these scores. Choose “Score again” above to see how sure the model was of its answers; no model is needed.'}
            </p>
          ) : (
            <Found calibration={found} />
          )
        }
      </QueryView>
    </Panel>
  );
}

function Found({ calibration }: { readonly calibration: ChoiceCalibration }) {
  const { source, n, reliable, withoutConfidence } = calibration;
  return (
    <div className="stack">
      <p className="muted small">
        {source === 'ranked'
          ? 'The confidence of an answer is the share of probability that the model gave to the choice it picked, among the choices offered. '
          : 'The confidence of an answer is what the model said when it was asked how sure it is. '}
        {plural(n, 'answer')}
        {withoutConfidence > 0 &&
          `; ${withoutConfidence} more ${source === 'ranked' ? 'without a probability or with a shared first place' : 'whose answer or confidence could not be read'}`}
        .
      </p>
      {!reliable && (
        <Notice tone="warn">
          <p>
            Fewer than 300 answers: these figures are mostly chance and must not be compared between runs.
          </p>
        </Notice>
      )}
      <Figures calibration={calibration} />
      <ReliabilityDiagram title="How sure, and how often right" bins={calibration.bins} />
      <RiskCoverage title="Wrong answers among the surest" points={calibration.riskCoverage} />
    </div>
  );
}

const three = (value: number): string => value.toFixed(3);

const FIGURES: readonly (readonly [id: CalibrationFigureId, name: string, words: string])[] = [
  ['mean-confidence', 'Mean confidence', 'how sure the model was on average'],
  ['accuracy', 'Share right', 'of the same answers'],
  ['ece', 'Calibration error (ECE)', 'distance between the two in ten equal groups; 0 is best'],
  ['ece-one-bin', 'Calibration error, one group', 'distance between the two over all'],
  ['brier', 'Brier score', 'squared error of the confidence; 0 is best'],
  ['brier-all-choices', 'Brier score, all choices', 'from 0, best, to 2'],
  ['surest-tenth', 'Right among the surest tenth', 'if only those were used'],
  ['risk-coverage-area', 'Area under risk over coverage', '0 is best'],
];

function Figures({ calibration }: { readonly calibration: ChoiceCalibration }) {
  return (
    <ScrollRegion label="Figures of confidence">
      <table>
        <caption>
          Figures of confidence, n = {calibration.n}, with 95 % bootstrap intervals over questions (over
          patients where questions share one)
        </caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Value</th>
            <th scope="col">Interval</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map(([id, name, words]) => {
            const figure = calibration.figures[id];
            return (
              figure !== null && (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="num">{three(figure.value)}</td>
                  <td className="num">
                    {three(figure.low)} to {three(figure.high)}
                  </td>
                  <td>{words}</td>
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
