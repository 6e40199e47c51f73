/** For tests: small files as other tools write them, made by hand after their sources (see each importer). */
import { strToU8, zipSync } from 'fflate';

const inspectSampleOf = (id: string, epoch: number, value: unknown, more: object = {}) => ({
  id,
  epoch,
  input: [{ role: 'user', content: `Question ${id}?` }],
  choices: ['yes', 'no'],
  target: 'A',
  messages: [],
  output: {
    model: 'openai/gpt-x',
    choices: [{ message: { role: 'assistant', content: `Answer ${id}` }, stop_reason: 'stop' }],
    completion: `Answer ${id}`,
    usage: { input_tokens: 10, output_tokens: 4, total_tokens: 14 },
    time: 0.5,
  },
  scores: { match: { value, answer: 'A', explanation: 'because' } },
  metadata: { topic: 'cardiology' },
  events: [{ deep: { deep: { deep: [1, 2, 3] } } }],
  ...more,
});

export const INSPECT_SAMPLES = [
  inspectSampleOf('q1', 1, 'C'),
  inspectSampleOf('q2', 1, 'I'),
  inspectSampleOf('q3', 1, 'P'),
  inspectSampleOf('q4', 1, null),
  inspectSampleOf('q5', 1, 'C', { error: { message: 'timed out', traceback: '', traceback_ansi: '' } }),
];

export const INSPECT_HEADER = {
  version: 2,
  status: 'success',
  eval: {
    eval_id: 'e1',
    created: '2026-01-02T03:04:05+00:00',
    task: 'medical_qa',
    task_version: 3,
    model: 'openai/gpt-x',
    model_generate_config: { max_tokens: 64, temperature: 0.5 },
    dataset: { name: 'qa', samples: 5 },
    packages: { inspect_ai: '0.3.259' },
  },
  results: { total_samples: 5, completed_samples: 4, scores: [{ name: 'match', scorer: 'match' }] },
};

/** Inspect writes NaN for a grade that it could not read. */
export const INSPECT_JSON = JSON.stringify({ ...INSPECT_HEADER, samples: INSPECT_SAMPLES }, null, 1).replace(
  '"value": null',
  '"value": NaN',
);

export function inspectEvalFile(): Uint8Array {
  return zipSync({
    'header.json': strToU8(JSON.stringify(INSPECT_HEADER)),
    'summaries.json': strToU8('[]'),
    '_journal/start.json': strToU8('{}'),
    ...Object.fromEntries(
      INSPECT_SAMPLES.map((sample) => [
        `samples/${sample.id}_epoch_1.json`,
        strToU8(JSON.stringify(sample).replace('"value":null', '"value":NaN')),
      ]),
    ),
  });
}

const lmLine = (doc: number, filter: string, score: unknown) =>
  JSON.stringify({
    doc_id: doc,
    doc: { question: `Q${doc}` },
    target: 'A',
    arguments: { gen_args_0: { arg_0: `Question: Q${doc}\nAnswer:`, arg_1: { until: ['\n'] } } },
    resps: [[`A${doc}`]],
    filtered_resps: [`A${doc}`],
    filter,
    metrics: ['exact_match'],
    doc_hash: 'x',
    exact_match: score,
  });

export const LM_EVAL_SAMPLES = [0, 1, 2]
  .flatMap((doc) => [
    lmLine(doc, 'strict-match', doc === 0 ? 1 : 0),
    lmLine(doc, 'flexible-extract', doc === 2 ? 0 : 1),
  ])
  .join('\n');

export const LM_EVAL_RESULTS = JSON.stringify({
  results: { gsm8k: { alias: 'gsm8k', 'exact_match,strict-match': 0.33 } },
  group_subtasks: { gsm8k: [] },
  versions: { gsm8k: 3 },
  higher_is_better: { gsm8k: { exact_match: true } },
  config: {
    model: 'hf',
    model_args: 'pretrained=org/small,dtype=float16',
    random_seed: 7,
    gen_kwargs: { temperature: 0, max_gen_toks: 99 },
  },
  date: 1_767_000_000,
  lm_eval_version: '0.4.9',
});

const stat = (name: string, mean: number | null) => ({
  name: { name, split: 'test' },
  count: mean === null ? 0 : 1,
  sum: mean ?? 0,
  sum_squared: 0,
  ...(mean === null ? {} : { min: mean, max: mean, mean, variance: 0, stddev: 0 }),
});

export const HELM_STATS = JSON.stringify(
  ['id1', 'id2', 'id3'].map((id, at) => ({
    instance_id: id,
    train_trial_index: 0,
    stats: [
      stat('exact_match', at % 2),
      stat('rouge_l', at === 2 ? null : 0.25 * at),
      stat('logprob', -3),
      stat('num_output_tokens', 12 + at),
    ],
  })),
);
export const HELM_SPEC = JSON.stringify({
  name: 'med_qa:model=org_model',
  scenario_spec: { class_name: 'x', args: {} },
  adapter_spec: { model: 'org/model', max_tokens: 5, temperature: 0 },
});
export const HELM_PREDICTIONS = JSON.stringify(
  ['id1', 'id2'].map((id) => ({
    instance_id: id,
    train_trial_index: 0,
    predicted_text: `said ${id}`,
    base64_images: [],
    stats: {},
  })),
);

const promptfooResult = (testIdx: number, provider: string, score: number, more: object = {}) => ({
  promptIdx: 0,
  testIdx,
  provider: { id: provider },
  prompt: { raw: `Ask ${testIdx}`, label: 'p' },
  vars: { topic: 'x' },
  response: { output: `Out ${testIdx}`, tokenUsage: { prompt: 3, completion: 2 } },
  failureReason: 0,
  success: score >= 0.5,
  score,
  latencyMs: 120,
  namedScores: { tone: 0.5 },
  ...more,
});
export const PROMPTFOO = JSON.stringify({
  evalId: 'eval-1',
  results: {
    version: 3,
    timestamp: '2026-02-03T00:00:00.000Z',
    prompts: [],
    results: [
      promptfooResult(0, 'a:one', 1),
      promptfooResult(0, 'b:two', 0),
      promptfooResult(1, 'a:one', 0.75),
      promptfooResult(1, 'b:two', 0, { failureReason: 2, error: 'grader failed', response: undefined }),
    ],
    stats: {},
  },
  config: {},
});

export const PREDICTIONS =
  '{"id":"visit 0","output":"visit 0"}\n{"id":"visit 1","output":"x"}\n{"id":"visit 2","output":null}\n';

/** Two samples packed by zstd 1.5 at level 19 (zip method 93), as newer versions of Inspect pack them. */
export const INSPECT_EVAL_ZSTD_BASE64 =
  'UEsDBD8AAABdAAAAIQAygJ6h4QAAAEsBAAALAAAAaGVhZGVyLmpzb24otS/9BGilBgCCDSgYcHkDst+q0GD6zVJK3f+vJbTVoHzT/9/MXdcwWKXu9Fc6J/76P2XeWLcKEgdjgBHPp215FXlDLFG24pPrPVkU+z65TXG1387Pzr6g455cKHqqSmc/Y101NHcT3oKIiKu26rZTKWPyNSemkdPUSs4PoYQQQKA8oDTgEqFQQCGJMDr93Bhd7smdWOt9wbo3pZnvk+vZ8/u+ID65VY0ca225FCBARpTaA5BAth4RFg4EpinKKWucWaDmOMN60zkLwWFIeR8Q4OQ2SxFzyNExSgRsD4CVB/JQSwMEPwAAAF0AAAAhAAjSoFLAAAAAbAMAABcAAABzYW1wbGVzL3ExX2Vwb2NoXzEuanNvbii1L/0EaJ0FAOLLIRhwbRuSNTZbbEPw7qbI4orMgbhQSVRVOAPTJOF6diLZ6qYPz5KQwjodq7PsbWtdGGdMX3/Lqc7BbPNRTU/7LTuq98vmxpxf1tEkmdVdKnCdlbVV2KV+VjiutyZO9lFdIS/xtUwSGXE2QnXJqEpjAODb1qwP0Q/z2lEBuK6wZfSoDjTHdaRdCg8ASGOw4Uir6TAIDZXxpu4oMxYGJ2OxgWdrrAQOMq3qZagq2DJvD6YT9sy8VlBLAwQ/AAAAXQAAACEAHOQV7cEAAABsAwAAFwAAAHNhbXBsZXMvcTJfZXBvY2hfMS5qc29uKLUv/QRopQUA4gsiGIBNG2iip3QT/XjsJEUew07rZzRINIMAAlVFIXt2JtnaVCciJqWldTas0La3rpVxmqM6+1tOhRBnm4+retpv23G9XzY75jyzkCrJrM0pA9lZm9ulnepohyN7qwJlH9dX8hKfSyWRE2gn1CYZdWkUAnzrmjUqOnKeOy4A2Ze2jh7Xg+fInrhTAQ8ASGOw4Uir6TAIDZXxpu4oMxYGJ2OxgWdrrAQOMq3qZagq2DJvD6YT9yrkN1BLAQI/AD8AAABdAAAAIQAygJ6h4QAAAEsBAAALAAAAAAAAAAAAAAAAAAAAAABoZWFkZXIuanNvblBLAQI/AD8AAABdAAAAIQAI0qBSwAAAAGwDAAAXAAAAAAAAAAAAAAAAAAoBAABzYW1wbGVzL3ExX2Vwb2NoXzEuanNvblBLAQI/AD8AAABdAAAAIQAc5BXtwQAAAGwDAAAXAAAAAAAAAAAAAAAAAP8BAABzYW1wbGVzL3EyX2Vwb2NoXzEuanNvblBLBQYAAAAAAwADAMMAAAD1AgAAAAA=';
