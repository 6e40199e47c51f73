/** HELM: per_instance_stats.json, with run_spec.json and display_predictions.json beside it (run_display.py). */
import type { Score, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { fileHead } from '../importers/records.ts';
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

export const helm: ResultsImporter = {
  id: 'helm',
  title: 'HELM run',
  description:
    'per_instance_stats.json of HELM, with run_spec.json and display_predictions.json where they are chosen too',
  extensions: ['json'],
  together: true,
  recognises: (name, head) =>
    /\.json$/iu.test(name) &&
    (/"train_trial_index"\s*:/u.test(head) ||
      /"adapter_spec"\s*:/u.test(head) ||
      /"scenario_spec"\s*:/u.test(head) ||
      /"sum_squared"\s*:/u.test(head)),
  async *read(files) {
    const [stats, spec, predictions] = await sorted(files);
    if (stats === null)
      throw new AppError(
        'input/schema',
        'per_instance_stats.json is missing: choose it together with the other files of the run',
        {
          file: files[0]?.name ?? '',
          problems: ['per_instance_stats.json is missing'],
        },
      );
    const outputs = predictions === null ? new Map<string, Fields>() : await predictionsOf(predictions);
    yield { kind: 'run', run: runOf(spec === null ? {} : await whole(spec), stats.name) };
    for await (const { path, line, text } of readJsonParts(stats, [''])) {
      const parsed = path === '[]' ? parsePythonJson(text) : null;
      if (parsed === null) yield { kind: 'problem', line, field: null, problem: 'is not JSON' };
      else yield instance(fieldsOf(parsed.value), line, outputs);
    }
  },
};

const KEY = 'helm';

async function sorted(
  files: readonly SourceFile[],
): Promise<readonly [SourceFile | null, SourceFile | null, SourceFile | null]> {
  const heads = await Promise.all(files.map((file) => fileHead(file)));
  const named = (pattern: RegExp): SourceFile | null =>
    files.find((_, at) => pattern.test(heads[at] ?? '')) ?? null;
  return [named(/"stats"\s*:\s*\[/u), named(/"adapter_spec"\s*:/u), named(/"predicted_text"\s*:/u)];
}

async function whole(file: SourceFile): Promise<Fields> {
  const found: Record<string, unknown> = {};
  for await (const { path, text } of readJsonParts(file, [])) found[path] = parsePythonJson(text)?.value;
  return found;
}

async function predictionsOf(file: SourceFile): Promise<Map<string, Fields>> {
  const found = new Map<string, Fields>();
  for await (const { text } of readJsonParts(file, [''])) {
    const one = fieldsOf(parsePythonJson(text)?.value);
    found.set(placeOf(one), one);
  }
  return found;
}

function placeOf(one: Fields): string {
  return `${idOf(one['instance_id']) ?? ''}\n${countOf(one['train_trial_index']) ?? 0}`;
}

function runOf(spec: Fields, name: string): ForeignRun {
  const adapter = fieldsOf(spec['adapter_spec']);
  const header = ownHeader(fieldsOf(spec['bedside'])['run']);
  const specName = textOf(spec['name']) ?? name;
  const scenario = fieldsOf(spec['scenario_spec']);
  return {
    key: KEY,
    task: specName.replace(/[,:]?model=[^,]*/u, ''),
    taskVersion: textOf(fieldsOf(scenario['args'])['version']) ?? '',
    model: textOf(adapter['model']) ?? /model=([^,]+)/u.exec(specName)?.[1] ?? 'not named in the file',
    tool: header === null ? 'HELM' : `bedside ${header.app.version}`,
    createdAt: null,
    generation: {
      ...(countOf(adapter['max_tokens']) === null ? {} : { maxTokens: countOf(adapter['max_tokens']) ?? 0 }),
      ...(numberOf(adapter['temperature']) === null
        ? {}
        : { temperature: numberOf(adapter['temperature']) ?? 0 }),
    },
    header,
    scorerVersions: Object.fromEntries(
      listOf(spec['metric_specs']).flatMap((one) => {
        const { class_name: of, args } = fieldsOf(one);
        const version = textOf(fieldsOf(args)['version']);
        return typeof of === 'string' && of.startsWith('bedside.') && version !== null
          ? [[of.slice(8), version]]
          : [];
      }),
    ),
    metrics: {},
  };
}

function instance(value: Fields, line: number, outputs: ReadonlyMap<string, Fields>): ForeignRow {
  const id = idOf(value['instance_id']);
  if (id === null) return { kind: 'problem', line, field: 'instance_id', problem: 'has no id' };
  const perturbation = value['perturbation'];
  // A perturbed instance is another question than the one it was made of.
  const suffix =
    typeof perturbation === 'object' && perturbation !== null
      ? ` (${textOf(fieldsOf(perturbation)['name']) ?? 'perturbed'})`
      : '';
  const prediction = outputs.get(placeOf(value));
  const annotations = fieldsOf(prediction?.['annotations']);
  const item: ForeignItem = {
    ...EMPTY_ITEM,
    run: KEY,
    id: `${id}${suffix}`,
    repeat: countOf(value['train_trial_index']) ?? 0,
    output: textOf(prediction?.['predicted_text']),
    messages: messagesOf(annotations['messages']),
    prompt: textOf(annotations['prompt']),
    targets: listOf(annotations['references']).filter((one) => typeof one === 'string'),
    scores: statsOf(value['stats']),
  };
  return { kind: 'item', line, item };
}

/** The mean of each statistic; without a count there was nothing to measure. */
function statsOf(value: unknown): Record<string, Score> {
  return Object.fromEntries(
    listOf(value).flatMap((one): [string, Score][] => {
      const stat = fieldsOf(one);
      const name = textOf(fieldsOf(stat['name'])['name']);
      if (name === null) return [];
      const mean = numberOf(stat['mean']);
      return [
        [
          name,
          mean === null || stat['count'] === 0
            ? { state: 'unscored', reason: 'not-applicable' }
            : { state: 'scored', value: mean },
        ],
      ];
    }),
  );
}
