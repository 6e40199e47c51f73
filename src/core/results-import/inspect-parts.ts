/** inspect_ai logs, version 2 (src/inspect_ai/log/_log.py): header and samples, however they are packed. */
import { isComputable } from '../stats/largest-number.ts';
import type { FinishReason, Score } from '../contracts.ts';
import {
  EMPTY_ITEM,
  type Fields,
  contentText,
  countOf,
  fieldsOf,
  idOf,
  isoTimeOf,
  listOf,
  messagesOf,
  metaOf,
  numberOf,
  textOf,
} from './foreign-fields.ts';
import { ownHeader } from './own-header.ts';
import type { ForeignItem, ForeignRow, ForeignRun } from './results-importer.ts';
import { sharedReason, unscoredMetrics } from './unscored-reasons.ts';

export const INSPECT_RUN = 'inspect';

/** From `eval`, and `results` where it has been written already. */
export function inspectRun(header: Fields): ForeignRun | null {
  const spec = fieldsOf(header['eval']);
  const model = textOf(spec['model']);
  const task = textOf(spec['task']);
  if (model === null || task === null) return null;
  const config = fieldsOf(spec['model_generate_config']);
  const version = textOf(fieldsOf(spec['packages'])['inspect_ai']);
  const own = ownHeader(fieldsOf(spec['metadata'])['bedside_run']);
  const version2 = spec['task_version'];
  return {
    key: INSPECT_RUN,
    task,
    taskVersion: typeof version2 === 'number' ? String(version2) : (textOf(version2) ?? ''),
    model,
    tool: own === null ? `inspect_ai ${version ?? ''}`.trim() : `bedside ${own.app.version}`,
    createdAt: isoTimeOf(spec['created']),
    generation: {
      ...(countOf(config['max_tokens']) === null ? {} : { maxTokens: countOf(config['max_tokens']) ?? 0 }),
      ...(numberOf(config['temperature']) === null
        ? {}
        : { temperature: numberOf(config['temperature']) ?? 0 }),
      ...(numberOf(config['top_k']) === null ? {} : { topK: numberOf(config['top_k']) ?? 0 }),
      ...(numberOf(config['seed']) === null ? {} : { seed: numberOf(config['seed']) ?? 0 }),
    },
    header: own,
    scorerVersions: Object.fromEntries(
      listOf(spec['scorers']).flatMap((one) => {
        const { name, metadata } = fieldsOf(one);
        const of = textOf(fieldsOf(metadata)['version']);
        return typeof name === 'string' && of !== null ? [[name, of] as const] : [];
      }),
    ),
    metrics: Object.fromEntries(
      listOf(fieldsOf(header['results'])['scores']).flatMap((one) => {
        const { name, metadata } = fieldsOf(one);
        const { better, kind, title } = fieldsOf(metadata);
        if (typeof name !== 'string') return [];
        return [
          [
            name,
            {
              ...(better === 'higher' || better === 'lower' ? { better } : {}),
              ...(kind === 'binary' || kind === 'fraction' || kind === 'count' ? { kind } : {}),
              ...(typeof title === 'string' ? { title } : {}),
            },
          ] as const,
        ];
      }),
    ),
  };
}

export function inspectSample(value: unknown, line: number): ForeignRow {
  const sample = fieldsOf(value);
  const id = idOf(sample['id']);
  if (id === null) return { kind: 'problem', line, field: 'id', problem: 'has no id' };
  const output = fieldsOf(sample['output']);
  const metadata = fieldsOf(sample['metadata']);
  const choice = fieldsOf(listOf(output['choices'])[0]);
  const completion = textOf(output['completion']) ?? contentText(fieldsOf(choice['message'])['content']);
  const error = textOf(fieldsOf(sample['error'])['message']);
  const position = countOf(metadata['position']);
  const seconds = numberOf(sample['total_time']) ?? numberOf(output['time']);
  const target = sample['target'];
  // Ours say what came of each; a missing choice is no answer, an empty one is.
  const answered = listOf(output['choices']).length > 0 || completion !== '';
  const item: ForeignItem = {
    ...EMPTY_ITEM,
    run: INSPECT_RUN,
    id,
    repeat: Math.max(0, (countOf(sample['epoch']) ?? 1) - 1),
    index: position === null || position === 0 ? null : position - 1,
    cluster: idOf(metadata['cluster']),
    output: answered && error === null ? completion : null,
    finish: answered ? finishOf(choice['stop_reason'], metadata['finish']) : null,
    unscored:
      metadata['state'] === 'not-answered' ? (sharedReason(metadata['unscored']) ?? 'missing-output') : null,
    error,
    createdAt: isoTimeOf(sample['completed_at']),
    messages: messagesOf(sample['input']),
    targets:
      typeof target === 'string'
        ? target === ''
          ? []
          : [target]
        : listOf(target).filter((one) => typeof one === 'string'),
    choices: listOf(sample['choices']).filter((one) => typeof one === 'string'),
    meta: metaOf('meta' in metadata ? metadata['meta'] : 'position' in metadata ? {} : metadata),
    usage: usageOf(output['usage']),
    timings: seconds === null ? null : { firstTokenMs: null, totalMs: seconds * 1000, tokensPerSecond: null },
    scores: { ...scoresOf(sample['scores']), ...unscoredMetrics(metadata['unscored']) },
  };
  if (metadata['state'] === 'missing')
    return { kind: 'item', line, item: { ...item, unscored: 'missing-output', output: null } };
  return { kind: 'item', line, item };
}

/** The value of Inspect's own reducer to numbers: C 1, P one half, I and N 0 (value_to_float in scorer/_metric.py). */
const LETTERS: Readonly<Record<string, number>> = { C: 1, P: 0.5, I: 0, N: 0 };

function scoresOf(value: unknown): Record<string, Score> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([name, score]): [string, Score][] => {
      const given = fieldsOf(score)['value'];
      if (typeof given === 'object' && given !== null && !Array.isArray(given))
        return Object.entries(given).map(([key, one]) => [`${name}.${key}`, scoreOf(one)]);
      return [[name, scoreOf(given)]];
    }),
  );
}

function scoreOf(value: unknown): Score {
  if (typeof value === 'boolean') return { state: 'scored', value: value ? 1 : 0 };
  const number =
    typeof value === 'string'
      ? (LETTERS[value] ?? (value.trim() === '' ? Number.NaN : Number(value)))
      : value;
  return typeof number === 'number' && isComputable(number)
    ? { state: 'scored', value: number }
    : // NaN is Inspect's mark of a grade that could not be read.
      { state: 'unscored', reason: 'extraction-failed' };
}

function finishOf(stop: unknown, own: unknown): FinishReason | null {
  if (own === 'stop' || own === 'stop-string' || own === 'length' || own === 'cancelled') return own;
  if (stop === 'max_tokens' || stop === 'model_length') return 'length';
  return stop === 'stop' ? 'stop' : null;
}

function usageOf(value: unknown): ForeignItem['usage'] {
  const { input_tokens: input, output_tokens: output } = fieldsOf(value);
  const [promptTokens, outputTokens] = [countOf(input), countOf(output)];
  return promptTokens === null || outputTokens === null ? null : { promptTokens, outputTokens };
}
