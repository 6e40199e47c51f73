import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { inspectRun, inspectSample } from './inspect-parts.ts';
import { type Fields, fieldsOf } from './foreign-fields.ts';
import { readJsonParts } from './json-parts.ts';
import { parsePythonJson } from './python-json.ts';
import type { ForeignRow, ForeignRun } from './results-importer.ts';

/** The log as one JSON value; its samples are read one by one. */
export async function* readInspectJson(file: SourceFile): AsyncIterable<ForeignRow> {
  let header: Fields = {};
  let told = false;
  for await (const { path, line, text } of readJsonParts(file, ['samples'])) {
    // The parts of a log that hold no result are the long ones.
    if (path !== 'samples[]' && path !== 'eval' && path !== 'results') continue;
    const parsed = parsePythonJson(text);
    if (parsed === null) {
      if (path === 'eval')
        throw new AppError('input/not-json', `${file.name} is not JSON: line ${line}`, {
          file: file.name,
          line,
        });
      yield { kind: 'problem', line, field: path, problem: 'is not JSON' };
      continue;
    }
    if (path === 'samples[]') {
      if (!told) {
        yield { kind: 'run', run: runOrThrow(header, file.name) };
        told = true;
      }
      yield inspectSample(parsed.value, line);
    } else header = { ...header, [path]: fieldsOf(parsed.value) };
  }
  if (!told) yield { kind: 'run', run: runOrThrow(header, file.name) };
}

export function runOrThrow(header: Fields, file: string): ForeignRun {
  const run = inspectRun(header);
  if (run !== null) return run;
  throw new AppError(
    'input/schema',
    `${file}: "eval" with task and model is missing: it is not a log of inspect_ai`,
    {
      file,
      problems: ['eval: task or model is missing'],
    },
  );
}
