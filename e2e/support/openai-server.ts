/**
 * An OpenAI-compatible server on this machine with real weights behind it: the bundled model in fp32, by onnxruntime-node.
 * It speaks as much of the chat-completions protocol as the page uses, and can be told to refuse the next requests in the
 * ways in which real servers do.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AutoModelForCausalLM, AutoTokenizer, DynamicCache, env, Tensor } from '@huggingface/transformers';
import { fileURLToPath } from 'node:url';

const MODEL = 'demo-tuned';
const CONTEXT = 2048;
const MOST_TOP = 20;

export interface AskedOf {
  readonly path: string;
  readonly authorization: string | null;
  /** The body as it arrived. */
  readonly body: string;
}

/** An answer that stands in place of the next one. */
export interface Refusal {
  readonly path: '/v1/models' | '/v1/chat/completions';
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface ChatBody {
  readonly model: string;
  readonly messages: { role: string; content: string }[];
  readonly max_tokens: number;
  readonly temperature: number;
  readonly seed: number;
  readonly stop?: readonly string[];
  readonly top_logprobs?: number;
}

interface Weights {
  readonly tokenizer: Awaited<ReturnType<typeof AutoTokenizer.from_pretrained>>;
  readonly model: Awaited<ReturnType<typeof AutoModelForCausalLM.from_pretrained>>;
}

async function openWeights(): Promise<Weights> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = fileURLToPath(new URL('../../public/models/', import.meta.url));
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(MODEL),
    AutoModelForCausalLM.from_pretrained(MODEL, { dtype: 'fp32', device: 'cpu' }),
  ]);
  return { tokenizer, model };
}

export class OpenAiServer {
  static readonly model = MODEL;
  /** In the order in which they came. */
  readonly asked: AskedOf[] = [];
  readonly refusals: Refusal[] = [];
  /** Answers without the header that lets another origin read them. */
  permitsPages = true;
  key: string | null = null;
  /** Generations that ended because whoever asked went away. */
  abandoned = 0;
  #weights: Promise<Weights> | null = null;
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((thrown: unknown) => {
      // Its own defects, for the person who reads the log of a failing test.
      console.error(thrown);
      response.destroy();
    });
  });

  async open(port = 0): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(port, '127.0.0.1', listening));
    this.#weights = openWeights();
    await this.#weights;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
    await (await this.#weights)?.model.dispose();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.permitsPages) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', 'authorization, content-type');
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    let body = '';
    for await (const part of request) body += String(part);
    const path = new URL(request.url ?? '/', this.origin).pathname;
    this.asked.push({ path, authorization: request.headers.authorization ?? null, body });
    const at = this.refusals.findIndex((refusal) => refusal.path === path);
    const [refusal] = at < 0 ? [] : this.refusals.splice(at, 1);
    if (refusal !== undefined) {
      response.writeHead(refusal.status, { 'content-type': 'application/json', ...refusal.headers });
      response.end(refusal.body);
    } else if (this.key !== null && request.headers.authorization !== `Bearer ${this.key}`) {
      refuse(response, 401, 'Incorrect API key provided', 'invalid_api_key');
    } else if (path === '/v1/models') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ object: 'list', data: [{ id: MODEL, object: 'model' }] }));
    } else if (path === '/v1/chat/completions') {
      await this.#chat(JSON.parse(body) as ChatBody, response);
    } else {
      refuse(response, 404, `no ${path} here`, 'not_found');
    }
  }

  async #chat(body: ChatBody, response: ServerResponse): Promise<void> {
    if (this.#weights === null) throw new Error('the server is not open');
    const { tokenizer, model } = await this.#weights;
    const templated = tokenizer.apply_chat_template(body.messages, {
      add_generation_prompt: true,
      tokenize: true,
      return_tensor: false,
      return_dict: false,
    });
    const prompt = templated.map(Number);
    if (prompt.length + body.max_tokens > CONTEXT) {
      const words = `This model's maximum context length is ${CONTEXT} tokens, asked for ${prompt.length + body.max_tokens}`;
      refuse(response, 400, words, 'context_length_exceeded');
      return;
    }
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    const send = (value: object) => response.write(`data: ${JSON.stringify(value)}\n\n`);
    const written = write({ tokenizer, model }, prompt, body);
    let told = '';
    let whole = '';
    let finish: 'stop' | 'length' = 'length';
    let tokens = 0;
    for await (const step of written) {
      if (gone.signal.aborted) {
        this.abandoned += 1;
        return;
      }
      tokens += 1;
      const cut = firstStop(step.text, body.stop ?? []);
      const text = cut === null ? withoutHalfStop(step.text, body.stop ?? []) : step.text.slice(0, cut);
      const delta = text.endsWith('\uFFFD') ? '' : text.slice(told.length);
      if (delta !== '') told = text;
      whole = cut === null ? step.text : text;
      const top = step.top.map(([id, logprob]) => ({ token: tokenizer.decode([id]), logprob }));
      send({
        object: 'chat.completion.chunk',
        choices: [
          {
            index: 0,
            delta: { content: delta },
            finish_reason: null,
            ...(body.top_logprobs === undefined ? {} : { logprobs: { content: [{ top_logprobs: top }] } }),
          },
        ],
      });
      if (step.ended || cut !== null) {
        finish = 'stop';
        break;
      }
    }
    send({ choices: [{ index: 0, delta: { content: whole.slice(told.length) }, finish_reason: finish }] });
    send({ choices: [], usage: { prompt_tokens: prompt.length, completion_tokens: tokens } });
    response.end('data: [DONE]\n\n');
  }
}

interface Step {
  readonly text: string;
  readonly ended: boolean;
  readonly top: readonly (readonly [number, number])[];
}

/** One token after the other, each from the whole vocabulary's probabilities. */
async function* write(
  { tokenizer, model }: Weights,
  prompt: readonly number[],
  body: ChatBody,
): AsyncGenerator<Step> {
  const random = seeded(body.seed);
  const ends = new Set([(model.config as { eos_token_id?: number | number[] }).eos_token_id ?? -1].flat());
  const ids: number[] = [];
  let fed = [...prompt];
  let length = 0;
  let past: DynamicCache | null = null;
  for (let count = 0; count < body.max_tokens; count += 1) {
    length += fed.length;
    const outputs = (await model.forward({
      input_ids: new Tensor('int64', fed.map(BigInt), [1, fed.length]),
      attention_mask: new Tensor('int64', Array<bigint>(length).fill(1n), [1, length]),
      num_logits_to_keep: new Tensor('int64', [1n], []),
      ...(past === null ? {} : { past_key_values: past }),
    })) as Record<string, Tensor>;
    const row = outputs['logits']?.data as Float32Array;
    past = new DynamicCache(
      Object.fromEntries(
        Object.entries(outputs)
          .filter(([name]) => name.startsWith('present'))
          .map(([name, tensor]) => [name.replace('present', 'past_key_values'), tensor]),
      ),
    );
    const logprobs = logSoftmax(row);
    const next =
      body.temperature === 0 ? argmax(row) : draw(logSoftmax(row.map((x) => x / body.temperature)), random);
    const ended = ends.has(next);
    if (!ended) ids.push(next);
    const ranked = [...logprobs.entries()].sort((a, b) => b[1] - a[1]);
    yield {
      text: ids.length === 0 ? '' : tokenizer.decode(ids, { skip_special_tokens: true }),
      ended,
      top: ranked.slice(0, Math.min(body.top_logprobs ?? 0, MOST_TOP)),
    };
    if (ended) return;
    fed = [next];
  }
}

function refuse(response: ServerResponse, status: number, message: string, code: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message, code, type: 'invalid_request_error' } }));
}

function firstStop(text: string, stop: readonly string[]): number | null {
  const found = stop.map((each) => text.indexOf(each)).filter((at) => at >= 0);
  return found.length === 0 ? null : Math.min(...found);
}

/** What may still become a stop string is held back, as real servers do. */
function withoutHalfStop(text: string, stop: readonly string[]): string {
  const held = stop.flatMap((each) => {
    const lengths = Array.from({ length: each.length }, (_, at) => each.length - at);
    return lengths.find((length) => text.endsWith(each.slice(0, length))) ?? 0;
  });
  return text.slice(0, text.length - Math.max(0, ...held));
}

function argmax(row: Float32Array): number {
  return row.reduce((best, value, at) => (value > (row[best] ?? -Infinity) ? at : best), 0);
}

function logSoftmax(row: Float32Array): Float64Array {
  const most = row.reduce((max, value) => Math.max(max, value), -Infinity);
  const sum = row.reduce((total, value) => total + Math.exp(value - most), 0);
  return Float64Array.from(row, (value) => value - most - Math.log(sum));
}

function draw(logprobs: Float64Array, random: () => number): number {
  let left = random();
  for (const [id, logprob] of logprobs.entries()) {
    left -= Math.exp(logprob);
    if (left <= 0) return id;
  }
  return logprobs.length - 1;
}

/** mulberry32 (Tommy Ettinger, public domain): enough for draws that a seed repeats. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
