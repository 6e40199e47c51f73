/** Bytes -> pack, or an AppError that names the file and the byte, line, column or field. Nothing half-read comes out. */
import * as v from 'valibot';
import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { sampleProblems } from './check-sample.ts';
import { MAX_LISTED_PROBLEMS, describeIssues } from './describe-issues.ts';
import { type TextLine, readLines } from './lines.ts';
import {
  PACK_LIMITS,
  PACK_SCHEMA_VERSION,
  type Pack,
  type PackHeader,
  PackHeaderSchema,
  PackSchema,
  type Sample,
  SampleSchema,
} from './pack.ts';
import { computeSeal, createSealer } from './seal.ts';
import { parseStrictJson } from './strict-json.ts';

export type SealedPack = Pack & { readonly seal: string };

/** A pack in one JSON file must fit in one string; above this it has to be JSONL. */
export const MAX_ONE_FILE_CHARS = 256 * 1024 * 1024;

export interface ReadPackOptions {
  /** Accept content that no longer fits its seal: only for re-sealing a pack that was just edited. */
  readonly ignoreSeal?: boolean;
}

/** A pack whose samples pass one by one: a large one is never held. */
export interface PackStream {
  readonly header: PackHeader;
  /** Can be walked once. What is wrong with the pack as a whole, its seal too, is thrown at the end. */
  readonly samples: AsyncIterable<Sample>;
  /** Of the content; known once all samples have passed. */
  seal(): string;
}

/**
 * Reads either form: one JSON object with "samples", or JSONL (header line, then one sample per line, streamed).
 * A pack without a seal gets the one its content has.
 */
export async function readPack(file: SourceFile, options: ReadPackOptions = {}): Promise<SealedPack> {
  const stream = await openPack(file, options);
  const samples: Sample[] = [];
  for await (const sample of stream.samples) samples.push(sample);
  return { ...stream.header, samples, seal: stream.seal() };
}

export async function openPack(file: SourceFile, options: ReadPackOptions = {}): Promise<PackStream> {
  const lines = readLines(file.stream(), file.name, MAX_ONE_FILE_CHARS)[Symbol.asyncIterator]();
  let streams = false;
  try {
    const first = await nextFilled(lines);
    if (first === null) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
    if (!asJsonlHeader(first.text)) return await openOneFile(file.name, first, lines, options);
    const stream = openJsonl(file.name, first, lines, options);
    streams = true;
    return stream;
  } finally {
    if (!streams) await lines.return?.();
  }
}

type Lines = AsyncIterator<TextLine>;

async function nextFilled(lines: Lines): Promise<TextLine | null> {
  for (;;) {
    const next = await lines.next();
    if (next.done === true) return null;
    if (next.value.text.trim() !== '') return next.value;
  }
}

/** True when the first line stands alone as an object without samples: then samples follow line by line. */
function asJsonlHeader(text: string): boolean {
  if (!text.trimEnd().endsWith('}')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !('samples' in value);
  } catch {
    return false;
  }
}

async function openOneFile(
  file: string,
  first: TextLine,
  lines: Lines,
  options: ReadPackOptions,
): Promise<PackStream> {
  const parts = [first.text];
  let chars = first.text.length;
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    parts.push(next.value.text);
    chars += next.value.text.length + 1;
    if (chars > MAX_ONE_FILE_CHARS) {
      throw new AppError('input/too-large', `${file} is too large for one JSON file; write it as JSONL`, {
        file,
        maxChars: MAX_ONE_FILE_CHARS,
      });
    }
  }
  const value = atLine(first.line, () => parseStrictJson(parts.join('\n'), { file }));
  checkVersion(value, file);
  const result = v.safeParse(PackSchema, value);
  if (!result.success) throw schemaError(file, describeIssues(result.issues));
  const pack = result.output;
  const problems = pack.samples.flatMap((sample, index) => sampleProblems(sample, `samples[${index}]`));
  if (problems.length > 0) throw schemaError(file, problems);
  const ids = createIdCheck(file);
  pack.samples.forEach((sample, index) => ids.add(sample.id, `samples[${index}]`));
  ids.finish();
  const { samples, ...header } = pack;
  const seal = checkedSeal(file, header, computeSeal(pack), options);
  return { header, samples: givenSamples(samples), seal: () => seal };
}

async function* givenSamples(samples: readonly Sample[]): AsyncIterable<Sample> {
  yield* samples;
}

/** Shifts a JSON error's line when blank lines stood before the text. */
function atLine<T>(firstLine: number, parse: () => T): T {
  try {
    return parse();
  } catch (thrown) {
    if (firstLine === 1 || !(thrown instanceof AppError) || typeof thrown.details['line'] !== 'number')
      throw thrown;
    const line = thrown.details['line'] + firstLine - 1;
    const message = thrown.message.replace(/line \d+/, `line ${line}`);
    throw new AppError(thrown.code, message, { ...thrown.details, line }, { cause: thrown });
  }
}

function openJsonl(file: string, first: TextLine, lines: Lines, options: ReadPackOptions): PackStream {
  const value = parseStrictJson(first.text, { file, firstLine: first.line });
  checkVersion(value, file);
  const parsed = v.safeParse(PackHeaderSchema, value);
  if (!parsed.success) throw schemaError(file, describeIssues(parsed.issues), first.line);
  const header = parsed.output;
  let seal: string | null = null;
  async function* samples(): AsyncIterable<Sample> {
    const sealer = createSealer(header);
    const ids = createIdCheck(file);
    let count = 0;
    try {
      for (let next = await nextFilled(lines); next !== null; next = await nextFilled(lines)) {
        const sample = readSampleLine(file, next);
        ids.add(sample.id, `line ${next.line}`);
        sealer.add(sample);
        count += 1;
        if (count > PACK_LIMITS.samples)
          throw schemaError(file, ['samples: has too many samples'], next.line);
        yield sample;
      }
    } finally {
      await lines.return?.();
    }
    if (count === 0) throw schemaError(file, ['samples: has no samples']);
    ids.finish();
    seal = checkedSeal(file, header, sealer.finish(), options);
  }
  return {
    header,
    samples: samples(),
    seal: () => {
      if (seal === null) throw new AppError('defect', 'the seal was asked for before the samples had passed');
      return seal;
    },
  };
}

function readSampleLine(file: string, { line, text }: TextLine): Sample {
  const parsed = v.safeParse(SampleSchema, parseStrictJson(text, { file, firstLine: line }));
  if (!parsed.success) throw schemaError(file, describeIssues(parsed.issues), line);
  const problems = sampleProblems(parsed.output, 'sample');
  if (problems.length > 0) throw schemaError(file, problems, line);
  return parsed.output;
}

/** Said before anything else: a pack of a later format would fail the schema in a hundred confusing ways. */
function checkVersion(value: unknown, file: string): void {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return;
  const version = value.schemaVersion;
  if (typeof version === 'number' && Number.isInteger(version) && version !== PACK_SCHEMA_VERSION) {
    const text = `schemaVersion: is ${version}; this version of Bedside reads ${PACK_SCHEMA_VERSION}`;
    throw schemaError(file, [text]);
  }
}

function checkedSeal(file: string, header: PackHeader, actual: string, options: ReadPackOptions): string {
  if (header.seal !== undefined && header.seal !== actual && options.ignoreSeal !== true) {
    throw new AppError('input/seal-mismatch', `${file}: the content does not fit the seal`, {
      file,
      expected: header.seal,
      actual,
      pack: header.id,
    });
  }
  return actual;
}

function createIdCheck(file: string): { add(id: string, place: string): void; finish(): void } {
  const places = new Map<string, string>();
  const duplicates: string[] = [];
  return {
    add(id, place) {
      const earlier = places.get(id);
      if (earlier === undefined) places.set(id, place);
      else duplicates.push(`"${id}" (${earlier} and ${place})`);
    },
    finish() {
      if (duplicates.length === 0) return;
      throw new AppError(
        'input/duplicate-id',
        `${file} has sample ids more than once: ${duplicates[0] ?? ''}`,
        {
          file,
          ids: duplicates.slice(0, MAX_LISTED_PROBLEMS),
          count: duplicates.length,
        },
      );
    },
  };
}

function schemaError(file: string, problems: readonly string[], line?: number): AppError {
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const at = line === undefined ? file : `${file}, line ${line}`;
  return new AppError('input/schema', `${at}: ${problems[0] ?? 'has the wrong form'}${more}`, {
    file,
    ...(line === undefined ? {} : { line }),
    problems: problems.slice(0, MAX_LISTED_PROBLEMS),
    problemCount: problems.length,
  });
}
