import { AppError } from '../errors.ts';
import { helm } from './helm.ts';
import { inspect } from './inspect.ts';
import { lmEval } from './lm-eval.ts';
import { predictions } from './predictions.ts';
import { promptfoo } from './promptfoo.ts';
import type { ResultsImporter } from './results-importer.ts';

/** Adding a format of results is one file, one line here and its cases in registry.test.ts. The particular ones first. */
export const RESULTS_IMPORTERS: readonly ResultsImporter[] = [inspect, lmEval, helm, promptfoo, predictions];

export function resultsImporterFor(name: string, head: string): ResultsImporter {
  const found = RESULTS_IMPORTERS.find((importer) => importer.recognises(name, head));
  if (found !== undefined) return found;
  throw new AppError('input/unknown-format', `${name} is no result file of a known form`, {
    file: name,
    known: RESULTS_IMPORTERS.map(({ title }) => title),
  });
}
