import { AppError } from '../errors.ts';
import { readLines } from '../packs/lines.ts';
import { EMPTY_ITEM, fieldsOf, idOf, textOf } from './foreign-fields.ts';
import { parsePythonJson } from './python-json.ts';
import type { ResultsImporter } from './results-importer.ts';

/** Nothing but answers: what they answer is a pack that has these ids. */
export const predictions: ResultsImporter = {
  id: 'predictions',
  title: 'Predictions (JSON lines)',
  description: 'one {"id", "output"} a line, for a pack that is here; scored when it is added',
  extensions: ['jsonl', 'ndjson'],
  recognises: (name, head) =>
    /\.(?:jsonl|ndjson)$/iu.test(name) &&
    /^\s*\{/u.test(head) &&
    /"id"\s*:/u.test(head) &&
    /"output"\s*:/u.test(head) &&
    !/"kind"\s*:\s*"run"/u.test(head),
  async *read(files) {
    for (const file of files) {
      const name = file.name.split(/[\\/]/u).at(-1) ?? file.name;
      yield {
        kind: 'run',
        run: {
          key: file.name,
          task: null,
          taskVersion: '',
          model: name.replace(/\.[^.]+$/u, ''),
          tool: 'not stated',
          createdAt: null,
          generation: {},
          header: null,
          scorerVersions: {},
          metrics: {},
        },
      };
      let rows = 0;
      for await (const { line, text } of readLines(file.stream(), file.name)) {
        if (text.trim() === '') continue;
        rows += 1;
        const parsed = parsePythonJson(text);
        const fields = fieldsOf(parsed?.value);
        const id = idOf(fields['id']);
        const output = fields['output'];
        if (parsed === null) yield { kind: 'problem', line, field: null, problem: 'is not JSON' };
        else if (id === null) yield { kind: 'problem', line, field: 'id', problem: 'is missing' };
        else if (typeof output !== 'string' && output !== null)
          yield { kind: 'problem', line, field: 'output', problem: 'must be text or null' };
        else
          yield { kind: 'item', line, item: { ...EMPTY_ITEM, run: file.name, id, output: textOf(output) } };
      }
      if (rows === 0) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
    }
  },
};
