import * as v from 'valibot';
import type { Importer, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { createUtf8Reader } from '../packs/utf8.ts';
import { FieldProblem } from './field-problem.ts';
import type { RecordFields } from './record-fields.ts';
import { recordSamples } from './record-samples.ts';
import { fileHead } from './records.ts';

const SnippetsSchema = v.array(
  v.union([
    v.pipe(
      v.string(),
      v.transform((text) => ({ text, document: undefined })),
    ),
    v.looseObject({ text: v.nullish(v.string(), ''), document: v.nullish(v.string()) }),
  ]),
);
/** A year or a count may stand as a number. */
const TextSchema = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const TextsSchema = v.union([TextSchema, v.array(v.union([TextSchema, v.array(TextSchema)]))]);

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
      const documents = snippets(fields).filter(({ text }) => text.trim() !== '');
      return {
        ...name(fields.text('id')?.trim() ?? String(number)),
        input: { messages: [{ role: 'user', content: fields.needText('body').trim() }] },
        ...(documents.length === 0 ? {} : { documents }),
        ...(ideal.length === 0 ? {} : { target: ideal }),
        ...(answer === undefined || answer === ''
          ? {}
          : { answer: type === 'yesno' ? yesOrNo(answer) : answer }),
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
    ...(document === undefined || document === null ? {} : { title: document.slice(0, 500) }),
    text,
  }));
}

/** "Yes." and "YES" are yes. */
function yesOrNo(answer: string): string {
  return answer.toLowerCase().replace(/[\s.!]+$/u, '');
}

/** Short values may stand before the list: a version, a date. */
const LIST_HEAD =
  /^\s*\{\s*(?:"[^"\\]*"\s*:\s*(?:"[^"\\]*"|[-\d.]+|true|false|null)\s*,\s*)*"questions"\s*:\s*(?=\[)/;
const LINE_FEED = 10;
/** Bytes behind the list that are read: more are cut, and then do not end as JSON. */
const MAX_REST = 1_000_000;

/** `{"questions": [...]}` as the list within, its lines where they were, so that it is read while it streams. */
async function questionList(file: SourceFile): Promise<SourceFile> {
  const head = LIST_HEAD.exec(await fileHead(file))?.[0];
  if (head === undefined) return file;
  return {
    ...file,
    async *stream() {
      let skip = head.length;
      const list = listEnd();
      const rest: Uint8Array[] = [];
      let closed = false;
      let held = 0;
      for await (const piece of withoutMark(file)) {
        if (closed) {
          rest.push(piece);
          held += piece.length;
          if (held > MAX_REST) break;
          continue;
        }
        const skipped = Math.min(skip, piece.length);
        skip -= skipped;
        yield piece.subarray(0, skipped).filter((byte) => byte === LINE_FEED);
        const kept = piece.subarray(skipped);
        const end = list(kept);
        yield end === null ? kept : kept.subarray(0, end);
        if (end === null) continue;
        closed = true;
        rest.push(kept.subarray(end));
      }
      // An open list is found by who reads it.
      if (closed) checkRest(file, rest);
    },
  };
}

/** What stands behind the list is no question, but it must end the object: a cut or damaged file is not taken without a word. */
function checkRest(file: SourceFile, rest: readonly Uint8Array[]): void {
  try {
    const reader = createUtf8Reader(file.name);
    const text = rest.map((piece) => reader.push(piece)).join('');
    reader.finish();
    JSON.parse(`{"questions":[]${text}`);
  } catch {
    const problem = 'what stands behind the list of questions does not end the file as JSON does';
    throw new AppError('input/not-json', `${file.name} is not JSON: ${problem}`, {
      file: file.name,
      problem,
    });
  }
}

/** Piece by piece: where the list's own bracket closes, one byte behind it; null while it is open. */
function listEnd(): (piece: Uint8Array) => number | null {
  const [quote, backslash, openList, closeList, openObject, closeObject] = [34, 92, 91, 93, 123, 125];
  let depth = 0;
  let inText = false;
  let escaped = false;
  return (piece) => {
    for (const [at, byte] of piece.entries()) {
      if (inText) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inText = false;
      } else if (byte === quote) inText = true;
      else if (byte === openList || byte === openObject) depth += 1;
      else if (byte === closeList || byte === closeObject) {
        depth -= 1;
        if (depth === 0) return at + 1;
      }
    }
    return null;
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
