/** promptfoo output (`--output results.json`, src/types/index.ts: OutputFile, EvaluateResult): tests by prompts and providers. */
import type { Score } from '../contracts.ts';
import { AppError } from '../errors.ts';
import {
  EMPTY_ITEM,
  type Fields,
  countOf,
  fieldsOf,
  messagesOf,
  metaOf,
  numberOf,
  textOf,
} from './foreign-fields.ts';
import { readJsonParts } from './json-parts.ts';
import { parsePythonJson } from './python-json.ts';
import type { ForeignItem, ForeignRun, ResultsImporter } from './results-importer.ts';

/** FailureReason.ERROR: the provider or a grader failed, which is no verdict on the answer. */
const FAILED = 2;

export const promptfoo: ResultsImporter = {
  id: 'promptfoo',
  title: 'promptfoo output',
  description: 'the JSON output of promptfoo; each provider with each prompt is a run',
  extensions: ['json'],
  recognises: (name, head) =>
    /\.json$/iu.test(name) &&
    (/"evalId"\s*:/u.test(head) ||
      (/"results"\s*:/u.test(head) && /"(?:promptIdx|gradingResult|testCase)"\s*:/u.test(head))),
  async *read(files) {
    for (const file of files) {
      const told = new Set<string>();
      const seen = new Map<string, number>();
      let createdAt: string | null = null;
      for await (const { path, line, text } of readJsonParts(file, ['results.results'])) {
        if (path === 'results.timestamp') createdAt = textOf(parsePythonJson(text)?.value);
        if (path !== 'results.results[]') continue;
        const parsed = parsePythonJson(text);
        if (parsed === null) {
          yield { kind: 'problem', line, field: null, problem: 'is not JSON' };
          continue;
        }
        const result = fieldsOf(parsed.value);
        const test = countOf(result['testIdx']);
        if (test === null) {
          yield { kind: 'problem', line, field: 'testIdx', problem: 'has no number of its test' };
          continue;
        }
        const run = runOf(result, file.name, createdAt);
        if (!told.has(run.key)) {
          told.add(run.key);
          yield { kind: 'run', run };
        }
        const place = `${run.key}\n${test}`;
        const repeat = seen.get(place) ?? 0;
        seen.set(place, repeat + 1);
        yield { kind: 'item', line, item: itemOf(result, run.key, test, repeat) };
      }
      if (told.size === 0)
        throw new AppError(
          'input/schema',
          `${file.name} has no results.results: it is not an output of promptfoo 3`,
          {
            file: file.name,
            problems: ['results.results: is missing or empty'],
          },
        );
    }
  },
};

function runOf(result: Fields, file: string, createdAt: string | null): ForeignRun {
  const provider = fieldsOf(result['provider']);
  const label = textOf(provider['label']);
  const model = label !== null && label !== '' ? label : (textOf(provider['id']) ?? 'not named in the file');
  const prompt = countOf(result['promptIdx']) ?? 0;
  return {
    key: `${model}\n${prompt}`,
    task:
      file
        .split(/[\\/]/u)
        .at(-1)
        ?.replace(/\.[^.]+$/u, '') ?? file,
    taskVersion: '',
    model: prompt === 0 ? model : `${model}, prompt ${prompt + 1}`,
    tool: 'promptfoo',
    createdAt,
    generation: {},
    header: null,
    scorerVersions: {},
    metrics: { pass: { kind: 'binary' } },
  };
}

function itemOf(result: Fields, run: string, test: number, repeat: number): ForeignItem {
  const response = fieldsOf(result['response']);
  const given = response['output'];
  const output =
    typeof given === 'string' ? given : given === undefined || given === null ? null : JSON.stringify(given);
  const failed = result['failureReason'] === FAILED || (textOf(result['error']) !== null && output === null);
  const usage = fieldsOf(response['tokenUsage']);
  const [promptTokens, outputTokens] = [countOf(usage['prompt']), countOf(usage['completion'])];
  const latency = numberOf(result['latencyMs']);
  return {
    ...EMPTY_ITEM,
    run,
    id: `test ${test + 1}`,
    repeat,
    index: null,
    output,
    error: failed ? (textOf(result['error']) ?? 'failed') : null,
    messages: promptMessages(textOf(fieldsOf(result['prompt'])['raw'])),
    meta: metaOf(result['vars']),
    usage: promptTokens === null || outputTokens === null ? null : { promptTokens, outputTokens },
    timings:
      latency === null || latency < 0
        ? null
        : { firstTokenMs: null, totalMs: latency, tokensPerSecond: null },
    // promptfoo writes 0 where a grader failed; that is no score.
    scores: failed ? {} : scoresOf(result),
  };
}

/** A prompt is text, or a chat as JSON text. */
function promptMessages(raw: string | null): ForeignItem['messages'] {
  if (raw === null) return [];
  const chat = /^\s*\[/u.test(raw) ? messagesOf(parsePythonJson(raw)?.value) : [];
  return chat.length > 0 ? chat : messagesOf(raw);
}

function scoresOf(result: Fields): Record<string, Score> {
  const scored = (value: number): Score => ({ state: 'scored', value });
  const score = numberOf(result['score']);
  return {
    ...(typeof result['success'] === 'boolean' ? { pass: scored(result['success'] ? 1 : 0) } : {}),
    ...(score === null ? {} : { score: scored(score) }),
    ...Object.fromEntries(
      Object.entries(fieldsOf(result['namedScores'])).flatMap(([name, value]) => {
        const number = numberOf(value);
        return number === null ? [] : [[`named.${name}`, scored(number)] as const];
      }),
    ),
  };
}
