/** Server-sent events (html.spec.whatwg.org, "Server-sent events") of a streamed answer, as far as the protocol uses them. */
import * as v from 'valibot';
import { ChunkSchema, type Chunk } from './answer-schemas.ts';
import { refusalOf, saidIn, wrongAnswer } from './server-errors.ts';

/** A line longer than this is no event of a chat: the answer would grow in memory without end. */
const MOST_LINE = 4_000_000;

/** The data of each event, until "[DONE]" or the end. Lines may end in any of the three ways; events may be cut anywhere. */
export async function* eventData(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  origin: string,
): AsyncGenerator<string> {
  let buffered = '';
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      buffered += done ? '\n' : value;
      // A carriage return at the end may be half of a line end.
      const lines = buffered.split(/\r\n|\n|\r(?!$)/u);
      buffered = lines.pop() ?? '';
      if (buffered.length > MOST_LINE) throw wrongAnswer(origin, 'an event of its answer has no end');
      for (const line of lines) {
        const data = /^data:\s?(.*)$/su.exec(line)?.[1];
        if (data === undefined || data === '') continue;
        if (data.trim() === '[DONE]') return;
        yield data;
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** One event, checked; a server that fails in the middle of its answer says so in one. */
export function chunkOf(data: string, origin: string): Chunk {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    throw wrongAnswer(origin, `an event of its answer is not JSON: ${data.slice(0, 80)}`);
  }
  if (typeof json === 'object' && json !== null && 'error' in json && json.error !== null) {
    const error = refusalOf(400, data, origin, 'the question');
    throw error.code === 'model/too-long'
      ? error
      : wrongAnswer(origin, `failed while it wrote: ${saidIn(data)}`);
  }
  const chunk = v.safeParse(ChunkSchema, json, { abortEarly: true });
  if (chunk.success) return chunk.output;
  const [issue] = chunk.issues;
  throw wrongAnswer(origin, `an event of its answer has no such form at ${v.getDotPath(issue) ?? 'its top'}`);
}
