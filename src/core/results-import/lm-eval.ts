/** lm-evaluation-harness: samples_<task>_<time>.jsonl, and results_<time>.json beside it (evaluation_tracker.py). */
import type { Score, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { readLines } from '../packs/lines.ts';
import {
  EMPTY_ITEM,
  type Fields,
  countOf,
  fieldsOf,
  idOf,
  listOf,
  messagesOf,
  numberOf,
  textOf,
} from './foreign-fields.ts';
import { readJsonParts } from './json-parts.ts';
import { ownHeader } from './own-header.ts';
import { parsePythonJson } from './python-json.ts';
import type { ForeignItem, ForeignRow, ForeignRun, ResultsImporter } from './results-importer.ts';
import { sharedReason, unscoredMetrics } from './unscored-reasons.ts';

export const lmEval: ResultsImporter = {
  id: 'lm-eval',
  title: 'lm-evaluation-harness samples',
  description: 'a samples file of lm-evaluation-harness, with its results file where there is one',
  extensions: ['jsonl', 'json'],
  together: true,
  recognises: (name, head) =>
    /\.jsonl$/iu.test(name)
      ? /"doc_id"\s*:/u.test(head)
      : /\.json$/iu.test(name) &&
        !/"evalId"\s*:/u.test(head) &&
        /"(?:group_subtasks|n-shot)"\s*:|^\s*\{\s*"results"\s*:\s*\{\s*"[^"]+"\s*:\s*\{/u.test(head),
  async *read(files) {
    const samples = files.filter(({ name }) => /\.jsonl$/iu.test(name));
    const results = await Promise.all(files.filter((file) => !samples.includes(file)).map(resultsOf));
    if (samples.length === 0) {
      const names = files.map(({ name }) => name).join(', ');
      throw new AppError(
        'input/schema',
        `${names}: means only; choose the samples_….jsonl beside it as well (--log_samples writes it)`,
        {
          file: names,
          problems: ['the samples file is missing'],
        },
      );
    }
    for (const file of samples) yield* readSamples(file, results);
  },
};

async function resultsOf(file: SourceFile): Promise<Fields> {
  const found: Record<string, unknown> = {};
  for await (const { path, text } of readJsonParts(file, [])) found[path] = parsePythonJson(text)?.value;
  return found;
}

async function* readSamples(file: SourceFile, results: readonly Fields[]): AsyncIterable<ForeignRow> {
  let told = false;
  let key = file.name;
  /** Lines of one document by different filters follow each other or stand apart: gathered by document and repeat. */
  const items = new Map<string, { line: number; item: ForeignItem }>();
  for await (const { line, text } of readLines(file.stream(), file.name)) {
    if (text.trim() === '') continue;
    const parsed = parsePythonJson(text);
    const sample = fieldsOf(parsed?.value);
    const own = fieldsOf(sample['bedside']);
    if (parsed === null) {
      yield { kind: 'problem', line, field: null, problem: 'is not JSON' };
      continue;
    }
    if (!told) {
      const run = runOf(file.name, own, results);
      key = run.key;
      told = true;
      yield { kind: 'run', run };
    }
    const item = itemOf(sample, own, key);
    if (item === null) {
      yield { kind: 'problem', line, field: 'doc_id', problem: 'has no id' };
      continue;
    }
    const place = `${item.id}\n${item.repeat}`;
    const known = items.get(place);
    if (known === undefined) items.set(place, { line, item });
    else if (Object.keys(item.scores).some((metric) => metric in known.item.scores))
      yield {
        kind: 'problem',
        line,
        field: 'doc_id',
        problem: `document ${item.id} occurs twice with the same filter`,
      };
    else
      items.set(place, {
        line: known.line,
        item: { ...known.item, scores: { ...known.item.scores, ...item.scores } },
      });
  }
  if (!told) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
  for (const { line, item } of items.values()) yield { kind: 'item', line, item };
}

function runOf(name: string, own: Fields, results: readonly Fields[]): ForeignRun {
  const base = name.split(/[\\/]/u).at(-1) ?? name;
  const task =
    textOf(own['task']) ??
    /^samples_(.+?)_\d{4}-\d{2}-\d{2}T/u.exec(base)?.[1] ??
    base.replace(/\.[^.]+$/u, '');
  const found = results.find((one) => task in fieldsOf(one['results'])) ?? results[0] ?? {};
  const config = fieldsOf(found['config']);
  const kwargs = fieldsOf(config['gen_kwargs']);
  const args = config['model_args'];
  const bedside = fieldsOf(found['bedside']);
  const header = ownHeader(bedside['run']);
  const version = fieldsOf(found['versions'])[task];
  const higher = fieldsOf(fieldsOf(found['higher_is_better'])[task]);
  const date = numberOf(found['date']);
  return {
    key: name,
    task,
    taskVersion: typeof version === 'string' || typeof version === 'number' ? String(version) : '',
    model:
      textOf(found['model_name']) ??
      textOf(fieldsOf(args)['pretrained']) ??
      /pretrained=([^,]+)/u.exec(textOf(args) ?? '')?.[1] ??
      textOf(config['model']) ??
      'not named in the file',
    tool:
      header === null
        ? `lm-evaluation-harness ${textOf(found['lm_eval_version']) ?? ''}`.trim()
        : `bedside ${header.app.version}`,
    createdAt: date === null ? null : new Date(date * 1000).toISOString(),
    generation: {
      ...(countOf(kwargs['max_gen_toks']) === null
        ? {}
        : { maxTokens: countOf(kwargs['max_gen_toks']) ?? 0 }),
      ...(numberOf(kwargs['temperature']) === null
        ? {}
        : { temperature: numberOf(kwargs['temperature']) ?? 0 }),
      ...(numberOf(config['random_seed']) === null ? {} : { seed: numberOf(config['random_seed']) ?? 0 }),
    },
    header,
    scorerVersions: Object.fromEntries(
      Object.entries(fieldsOf(bedside['scorers'])).flatMap(([id, of]) =>
        typeof of === 'string' ? [[id, of]] : [],
      ),
    ),
    metrics: Object.fromEntries(
      Object.entries(higher).map(([metric, is]) => [
        metric,
        { better: is === false ? 'lower' : 'higher' } as const,
      ]),
    ),
  };
}

function itemOf(sample: Fields, own: Fields, run: string): ForeignItem | null {
  const doc = fieldsOf(sample['doc']);
  const document = idOf(sample['doc_id']);
  const id = idOf(own['id']) ?? document;
  if (id === null) return null;
  const filter = textOf(sample['filter']) ?? 'none';
  const response: unknown = listOf(listOf(sample['resps'])[0])[0];
  const prompt = textOf(fieldsOf(fieldsOf(sample['arguments'])['gen_args_0'])['arg_0']);
  const target = sample['target'];
  const text = typeof target === 'string' ? target : typeof target === 'number' ? String(target) : '';
  const messages = messagesOf(doc['messages']);
  const state = own['state'];
  return {
    ...EMPTY_ITEM,
    run,
    id,
    repeat: countOf(own['repeat']) ?? 0,
    index: 'id' in own ? Number(document) : null,
    cluster: idOf(own['cluster']),
    output: textOf(response),
    unscored:
      state === 'missing' || state === 'not-answered'
        ? (sharedReason(own['unscored']) ?? 'missing-output')
        : null,
    error: state === 'failed' ? 'failed' : null,
    messages: messages.length > 0 ? messages : prompt === null ? [] : [{ role: 'user', content: prompt }],
    prompt,
    targets: text === '' ? [] : [text],
    scores: { ...scoresOf(sample, 'id' in own ? null : filter), ...unscoredMetrics(own['unscored']) },
  };
}

/** One metric for each filter, named as the results file names it; our own have no filters. */
function scoresOf(sample: Fields, filter: string | null): Record<string, Score> {
  const names = listOf(sample['metrics']).filter((name) => typeof name === 'string');
  return Object.fromEntries(
    names.flatMap((name): [string, Score][] => {
      const value = sample[name];
      const key = filter === null ? name : `${name},${filter}`;
      if (typeof value === 'boolean') return [[key, { state: 'scored', value: value ? 1 : 0 }]];
      if (numberOf(value) !== null) return [[key, { state: 'scored', value: numberOf(value) ?? 0 }]];
      // Pairs for corpus-level metrics (perplexity) are no score of a sample.
      return value === null ? [[key, { state: 'unscored', reason: 'extraction-failed' }]] : [];
    }),
  );
}
