/**
 * What is read of a server's answers: the OpenAI chat-completions protocol (platform.openai.com/docs/api-reference/chat),
 * as vLLM, llama.cpp, Ollama, LM Studio and TGI speak it. Further fields are passed over; a missing or strange one that a
 * number depends on ends the answer.
 */
import * as v from 'valibot';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const MAX_NAME = 300;

export const ServedModelsSchema = v.object({
  data: v.array(v.object({ id: v.pipe(text, v.minLength(1), v.maxLength(MAX_NAME)) })),
});

const TopLogprobSchema = v.object({ token: text, logprob: v.number() });

/** One event of a streamed answer. */
export const ChunkSchema = v.object({
  choices: v.array(
    v.object({
      delta: v.optional(
        v.object({
          content: v.nullish(text),
          /** The thoughts of a reasoning model, where the server keeps them apart: no part of the answer. */
          reasoning_content: v.nullish(text),
          reasoning: v.nullish(text),
        }),
      ),
      finish_reason: v.nullish(text),
      logprobs: v.nullish(
        v.object({
          content: v.nullish(v.array(v.object({ top_logprobs: v.nullish(v.array(TopLogprobSchema)) }))),
        }),
      ),
    }),
  ),
  usage: v.nullish(v.object({ prompt_tokens: count, completion_tokens: count })),
});
export type Chunk = v.InferOutput<typeof ChunkSchema>;

/** An error inside a stream, or as the body of a refusal. */
export const RefusalSchema = v.object({
  error: v.union([
    text,
    v.object({ message: v.nullish(text), code: v.nullish(v.unknown()), type: v.nullish(text) }),
  ]),
});
