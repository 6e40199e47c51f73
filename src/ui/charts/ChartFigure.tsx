import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { saveBlob } from '../components/save-blob.ts';
import { ScrollRegion } from '../components/ScrollRegion.tsx';
import { chartPng, chartSvg } from './save-chart.ts';
import { useWidth } from './use-width.ts';
import css from './Chart.module.css';

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

interface ChartFigureProps {
  readonly title: string;
  /** How to read it, in a sentence or two. */
  readonly note?: ReactNode;
  /** The same numbers for those who read rather than look. */
  readonly table: ChartTable;
  /** Draws one <svg> of the given width; `say` shows a mark's words under the chart. */
  readonly children: (width: number, say: (words: string | null) => void) => ReactNode;
}

/** Frame of every chart: title, drawing, what the mark under the pointer or the focus says, table, files. */
export function ChartFigure({ title, note, table, children }: ChartFigureProps) {
  const { box, width } = useWidth();
  const [said, say] = useState<string | null>(null);
  const titleId = useId();
  const save = useMutation({
    mutationFn: async (kind: 'svg' | 'png') => {
      const svg = box.current?.querySelector('svg');
      if (svg === null || svg === undefined) return;
      const file = chartSvg(svg, title);
      const blob = kind === 'svg' ? new Blob([file.text], { type: 'image/svg+xml' }) : await chartPng(file);
      saveBlob(blob, `${title.toLowerCase()}.${kind}`);
    },
  });
  return (
    <figure className={css['figure']} aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>{title}</h3>
        {note !== undefined && <p className="muted small">{note}</p>}
      </figcaption>
      <div ref={box} className={css['drawing']}>
        {children(width, say)}
      </div>
      <p className={`small no-print ${css['said']}`}>
        {said ?? (
          <span className="muted">Point at a mark, or move through the marks with the arrow keys.</span>
        )}
      </p>
      <div className={`no-print ${css['tools']}`}>
        <details>
          <summary>The same as a table</summary>
          <ScrollRegion label={`${title}, as a table`}>
            <table>
              <caption className="visually-hidden">{title}</caption>
              <thead>
                <tr>
                  {table.head.map((words) => (
                    <th key={words} scope="col">
                      {words}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row, at) => (
                  <tr key={at}>
                    {row.map((cell, column) =>
                      column === 0 ? (
                        <th key={column} scope="row">
                          {cell}
                        </th>
                      ) : (
                        <td key={column}>{cell}</td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </details>
        <div className="row">
          <button
            type="button"
            className="quiet"
            aria-label={`Save “${title}” as SVG`}
            onClick={() => save.mutate('svg')}
          >
            Save SVG
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={`Save “${title}” as PNG`}
            onClick={() => save.mutate('png')}
          >
            Save PNG
          </button>
        </div>
      </div>
      {save.isError && <ErrorNotice error={save.error} />}
    </figure>
  );
}
