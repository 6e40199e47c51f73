import type { SourceFile } from '../../contracts.ts';
import { AppError } from '../../errors.ts';
import { isMissing, readCsvTable } from '../agreement/csv-table.ts';
import type { ScoreMatrix } from './score-matrix.ts';

const DIRECTION = /:(lower|higher)$/i;

/** A CSV of model, then one column per benchmark. A column named "…:lower" is better when lower. */
export async function readScoreMatrix(source: SourceFile): Promise<ScoreMatrix> {
  const file = source.name;
  const { columns, rows } = await readCsvTable(source);
  const benchmarks = columns.slice(1).map((name) => ({
    id: name.replace(DIRECTION, ''),
    better: DIRECTION.exec(name)?.[1]?.toLowerCase() === 'lower' ? ('lower' as const) : ('higher' as const),
  }));
  if (benchmarks.length === 0)
    throw new AppError('input/schema', `${file} has no benchmark column`, { file });
  const models: string[] = [];
  const cells = rows.map(({ line, cells: row }) => {
    const model = row[0] ?? '';
    if (model === '')
      throw new AppError('input/schema', `${file}, line ${line}: the model is empty`, { file, line });
    if (models.includes(model)) {
      throw new AppError('input/duplicate-id', `${file}, line ${line}: model "${model}" occurs twice`, {
        file,
        line,
      });
    }
    models.push(model);
    return row.slice(1).map((cell, index) => {
      if (isMissing(cell)) return null;
      const value = Number(cell);
      if (!Number.isFinite(value)) {
        const column = columns[index + 1] ?? '';
        throw new AppError('input/schema', `${file}, line ${line}, column "${column}": not a number`, {
          file,
          line,
        });
      }
      return value;
    });
  });
  if (models.length < 2) throw new AppError('input/empty', `${file} has fewer than two models`, { file });
  return { models, benchmarks, cells };
}
