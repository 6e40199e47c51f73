import * as v from 'valibot';
import type { Importer, SourceFile } from '../contracts.ts';
import { FieldProblem } from './field-problem.ts';
import type { RecordFields } from './record-fields.ts';
import { recordSamples } from './record-samples.ts';
import { fileHead } from './records.ts';

const SnippetsSchema = v.array(v.looseObject({ text: v.string(), document: v.optional(v.string()) }));
const TextsSchema = v.union([v.string(), v.array(v.union([v.string(), v.array(v.string())]))]);

/**
 * BioASQ task b and lists in its form. A yes/no question and a factoid have a short answer; a list has several, kept in
 * meta.exact_answer; the ideal answers are references for every kind.
 */
export const bioasq: Importer = {
  id: 'bioasq',
  title: 'BioASQ',
  description:
    'JSON with "questions": id, type, body, snippets, exact_answer and ideal_answer; or the same as a list or lines.',
  extensions: ['json', 'jsonl'],
  defaults: {
    promptId: 'plain',
    solver: 'generate',
    scorers: ['rouge', 'exact'],
    sliceFields: ['question_type'],
    licence: 'CC BY 2.5 (BioASQ; check that this file is that data)',
    citation:
      'Krithara A, Nentidis A, Bougiatiotis K, Paliouras G. BioASQ-QA: A manually curated corpus for Biomedical Question Answering. Sci Data 2023;10:170.',
    language: 'en',
  },
  read: async function* (files) {
    const lists = await Promise.all(files.map(questionList));
    yield* recordSamples(lists, [['body'], ['type']], (fields, { name, number }) => {
      const type = fields.needText('type').trim().toLowerCase();
      const exact = texts(fields, 'exact_answer');
      const answer = type === 'yesno' || type === 'factoid' ? exact[0]?.[0]?.trim() : undefined;
      const ideal = texts(fields, 'ideal_answer').flat();
      const documents = snippets(fields);
      return {
        ...name(fields.text('id')?.trim() ?? String(number)),
        input: { messages: [{ role: 'user', content: fields.needText('body').trim() }] },
        ...(documents.length === 0 ? {} : { documents }),
        ...(ideal.length === 0 ? {} : { target: ideal }),
        ...(answer === undefined || answer === ''
          ? {}
          : { answer: type === 'yesno' ? answer.toLowerCase() : answer }),
        meta: { question_type: type, ...fields.meta({ exact_answer: ['exact_answer'] }) },
      };
    });
  },
};

/** One list of ways to say it for every answer; the file writes a single one without its lists. */
function texts(fields: RecordFields, field: string): string[][] {
  const value = fields.raw(field);
  if (value === undefined) return [];
  const parsed = v.safeParse(TextsSchema, value);
  if (!parsed.success) throw new FieldProblem(fields.nameOf(field), 'is neither text nor a list of texts');
  const list = typeof parsed.output === 'string' ? [parsed.output] : parsed.output;
  return list.map((one) => (typeof one === 'string' ? [one] : one));
}

function snippets(fields: RecordFields): { id: string; title?: string; text: string }[] {
  const value = fields.raw('snippets');
  if (value === undefined) return [];
  const parsed = v.safeParse(SnippetsSchema, value);
  if (!parsed.success) throw new FieldProblem(fields.nameOf('snippets'), 'is not a list of texts');
  return parsed.output.map(({ text, document }, index) => ({
    id: `snippet-${index + 1}`,
    ...(document === undefined ? {} : { title: document.slice(0, 500) }),
    text,
  }));
}

const LIST_HEAD = /^\s*\{\s*"questions"\s*:\s*(?=\[)/;
const LINE_FEED = 10;
const SPACE = 32;
const CLOSING = 125;

/** `{"questions": [...]}` as the list within, its lines where they were, so that it is read while it streams. */
async function questionList(file: SourceFile): Promise<SourceFile> {
  const head = LIST_HEAD.exec(await fileHead(file))?.[0];
  if (head === undefined) return file;
  return {
    ...file,
    async *stream() {
      let skip = 0;
      let held: Uint8Array = new Uint8Array(0);
      for await (const piece of withoutMark(file)) {
        const kept = piece.slice(Math.min(piece.length, Math.max(0, head.length - skip)));
        const skipped = piece.length - kept.length;
        const feeds = piece.subarray(0, skipped).filter((byte) => byte === LINE_FEED);
        skip += skipped;
        yield feeds;
        // The brace that closes the file may stand in a piece before white space.
        if (kept.every((byte) => byte <= SPACE)) held = joined(held, kept);
        else {
          yield held;
          held = kept;
        }
      }
      yield withoutLastBrace(held);
    },
  };
}

async function* withoutMark(file: SourceFile): AsyncIterable<Uint8Array> {
  const mark = [0xef, 0xbb, 0xbf];
  let at = 0;
  for await (const piece of file.stream()) {
    let from = 0;
    while (at < mark.length && from < piece.length && piece[from] === mark[at]) {
      at += 1;
      from += 1;
    }
    if (from < piece.length) at = mark.length;
    yield piece.subarray(from);
  }
}

function withoutLastBrace(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= SPACE) end -= 1;
  return bytes[end - 1] === CLOSING ? bytes.subarray(0, end - 1) : bytes;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
