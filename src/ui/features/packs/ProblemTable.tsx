import type { ImportPreview } from '../../../app/services.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import css from './PacksPage.module.css';

/** Every problem with its line and field, so that it can be mended at the source. */
export function ProblemTable({ preview }: { readonly preview: ImportPreview }) {
  const hidden = preview.totalProblems - preview.problems.length;
  return (
    <ScrollRegion label="Problems by line" className={css['problems']}>
      <table>
        <caption>
          Problems by line
          {hidden > 0 ? `; the first ${preview.problems.length} of ${preview.totalProblems}` : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              Line
            </th>
            <th scope="col">Field</th>
            <th scope="col">Problem</th>
          </tr>
        </thead>
        <tbody>
          {preview.problems.map((problem, at) => (
            <tr key={at}>
              <td className="num">{problem.line}</td>
              <td translate="no">{problem.field ?? <span className="muted">whole row</span>}</td>
              <td>
                <VisibleText text={problem.problem} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
