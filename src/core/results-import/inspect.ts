import { fileHead } from '../importers/records.ts';
import { readInspectEval } from './inspect-eval.ts';
import { readInspectJson } from './inspect-json.ts';
import type { ResultsImporter } from './results-importer.ts';

/** The local header of a zip entry. */
const ZIP = 'PK\u0003\u0004';

export const inspect: ResultsImporter = {
  id: 'inspect',
  title: 'Inspect log',
  description: 'a log of inspect_ai, as JSON or in its archive form (.eval)',
  extensions: ['json', 'eval'],
  recognises: (name, head) =>
    /\.eval$/iu.test(name) ||
    (head.startsWith(ZIP) && /header\.json|_journal\//u.test(head)) ||
    (/\.json$/iu.test(name) && /"version"\s*:\s*\d/u.test(head) && /"eval"\s*:/u.test(head)),
  async *read(files) {
    for (const file of files) {
      const archive = /\.eval$/iu.test(file.name) || (await fileHead(file, 4)).startsWith(ZIP);
      yield* archive ? readInspectEval(file) : readInspectJson(file);
    }
  },
};
