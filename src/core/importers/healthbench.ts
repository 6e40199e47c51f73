import * as v from 'valibot';
import type { Importer } from '../contracts.ts';
import { describeIssues } from '../packs/describe-issues.ts';
import { MessageSchema } from '../packs/pack.ts';
import { FieldProblem } from './field-problem.ts';
import { jsonCell } from './json-cell.ts';
import type { RecordFields } from './record-fields.ts';
import { recordSamples } from './record-samples.ts';

/** What a system message is called where newer models are asked. */
const role = v.pipe(
  v.unknown(),
  v.transform((given) => (given === 'developer' ? 'system' : given)),
  MessageSchema.entries.role,
);
const ConversationSchema = v.pipe(
  v.array(v.object({ ...MessageSchema.entries, role })),
  v.minLength(1, 'is empty'),
);
/** A table has its numbers as text. */
const points = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\s*[-+]?\d+(?:\.\d+)?\s*$/u, 'must be a number'))]),
  v.transform(Number),
);
const RubricsSchema = v.pipe(
  v.array(v.object({ criterion: v.string(), points, tags: v.nullish(v.array(v.string()), []) })),
  v.minLength(1, 'is empty'),
);

/** A meta field holds 10,000 characters. */
const PIECE_CHARS = 9_000;

/**
 * HealthBench: conversations with a physicians' rubric each. The rubric is kept for a judge as JSON in meta.rubrics;
 * a long one goes on in meta."rubrics.2" and so on, each a JSON list of its own.
 */
export const healthbench: Importer = {
  id: 'healthbench',
  title: 'HealthBench',
  description: 'JSON lines with prompt_id, prompt (messages), rubrics and example_tags.',
  extensions: ['jsonl', 'json'],
  defaults: {
    promptId: 'plain',
    solver: 'generate',
    // A rubric needs a judge; until one is chosen, overlap with the physicians' own completion is what can be had.
    scorers: ['rouge'],
    sliceFields: ['theme'],
    licence: 'MIT (HealthBench; check that this file is that data)',
    citation:
      'Arora RK, Wei J, Soskin Hicks R, et al. HealthBench: Evaluating Large Language Models Towards Improved Human Health. arXiv:2505.08775 (2025).',
    language: 'en',
  },
  read: (files) =>
    recordSamples(files, [['prompt_id'], ['prompt'], ['rubrics']], (fields, { name }) => {
      const ideal = idealCompletion(fields.raw('ideal_completions_data'));
      return {
        ...name(fields.needText('prompt_id').trim()),
        input: { messages: parsed(fields, 'prompt', ConversationSchema) },
        ...(ideal === undefined ? {} : { target: [ideal] }),
        meta: {
          ...tags(fields.raw('example_tags')),
          ...rubricPieces(parsed(fields, 'rubrics', RubricsSchema)),
          ...fields.meta({ canary: ['canary'] }),
        },
      };
    }),
};

function parsed<Schema extends v.GenericSchema>(
  fields: RecordFields,
  field: string,
  schema: Schema,
): v.InferOutput<Schema> {
  const given = fields.raw(field);
  // A copy as a table has them as JSON within a cell.
  const listed = typeof given === 'string' && /^\s*\[/u.test(given) ? jsonCell(given) : undefined;
  const result = v.safeParse(schema, listed ?? given);
  if (result.success) return result.output;
  const [first] = describeIssues(result.issues);
  throw new FieldProblem(fields.nameOf(field), (first ?? 'has the wrong form').replace(/^the file: /, ''));
}

function rubricPieces(rubrics: readonly object[]): Record<string, string> {
  const pieces: object[][] = [[]];
  for (const item of rubrics) {
    const last = pieces.at(-1) ?? [];
    if (last.length > 0 && JSON.stringify([...last, item]).length > PIECE_CHARS) pieces.push([item]);
    else last.push(item);
  }
  return Object.fromEntries(
    pieces.map((piece, index) => [index === 0 ? 'rubrics' : `rubrics.${index + 1}`, JSON.stringify(piece)]),
  );
}

/** "theme:global_health" becomes a field to slice by; all tags are kept. */
function tags(value: unknown): Record<string, string> {
  if (!Array.isArray(value)) return {};
  const texts = value.filter((tag) => typeof tag === 'string');
  const theme = texts.find((tag) => tag.startsWith('theme:'))?.slice('theme:'.length);
  return {
    ...(theme === undefined ? {} : { theme }),
    ...(texts.length === 0 ? {} : { example_tags: texts.join(', ') }),
  };
}

function idealCompletion(value: unknown): string | undefined {
  const result = v.safeParse(v.object({ ideal_completion: v.string() }), value);
  return result.success && result.output.ideal_completion.trim() !== ''
    ? result.output.ideal_completion
    : undefined;
}
