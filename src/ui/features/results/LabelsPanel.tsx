import type { RunLabels } from '../../../core/run/label-reports.ts';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';

/** Which answers a model gets right and which it overuses, where every question offers the same ones. */
export function LabelsPanel({ found }: { readonly found: readonly RunLabels[] }) {
  if (found.length === 0) return null;
  return (
    <Panel title="Label by label">
      <p className="muted small">
        Every question of this pack offers the same answers, so each answer can be looked at by itself.
        Precision: of the answers that give it, the share that is right. Recall: of the questions it is right
        for, the share that gets it. F1 is their harmonic mean; macro-F1, among the scores above, is the mean
        of F1 over the labels, a rare one counting as much as a common one. Answers that could not be read
        count for no label.
      </p>
      {found.map((one) => (
        <LabelTable key={one.metric} labels={one} />
      ))}
    </Panel>
  );
}

function LabelTable({ labels: { scorer, report } }: { readonly labels: RunLabels }) {
  const caption = `${scorer.title}: precision, recall and F1 with 95 % intervals`;
  return (
    <ScrollRegion label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col" className="num">
              Right for
            </th>
            <th scope="col" className="num">
              Given for
            </th>
            <th scope="col">Precision</th>
            <th scope="col">Recall</th>
            <th scope="col">F1</th>
          </tr>
        </thead>
        <tbody>
          {report.labels.map(({ label, wanted, given, precision, recall, f1 }) => (
            <tr key={label}>
              <th scope="row">
                <VisibleText text={label} />
              </th>
              <td className="num">{wanted}</td>
              <td className="num">{given}</td>
              <td>
                {given === 0 ? (
                  <span className="muted">never given</span>
                ) : (
                  <EstimateCell estimate={precision} kind="fraction" />
                )}
              </td>
              <td>
                {wanted === 0 ? (
                  <span className="muted">never right</span>
                ) : (
                  <EstimateCell estimate={recall} kind="fraction" />
                )}
              </td>
              <td>
                <EstimateCell estimate={f1} kind="fraction" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
