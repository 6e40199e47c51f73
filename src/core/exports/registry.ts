import { AppError } from '../errors.ts';
import { csv } from './csv.ts';
import { everyEvalEver } from './every-eval-ever.ts';
import { parquet } from './parquet.ts';
import type { RunExport } from './export-contract.ts';
import { helm } from './helm.ts';
import { htmlReport } from './html-report.ts';
import { inspect } from './inspect.ts';
import { lmEval } from './lm-eval.ts';
import { markdown } from './markdown.ts';

/** Adding an export is one file, one line here and its format's check in registry.test.ts. */
export const EXPORTS: readonly RunExport[] = [
  inspect,
  lmEval,
  helm,
  everyEvalEver,
  csv,
  parquet,
  markdown,
  htmlReport,
];

export function exportById(id: string): RunExport {
  const found = EXPORTS.find((one) => one.id === id);
  if (found === undefined) {
    const known = EXPORTS.map((one) => one.id);
    throw new AppError('input/unknown-id', `no export is called "${id}"`, { id, known });
  }
  return found;
}
