import {
  DynamicCache,
  random,
  Tensor,
  TextStreamer,
  type PreTrainedTokenizer,
} from '@huggingface/transformers';
import type { FinishReason, GenerationSettings, Timings } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { GenerateProgress, GenerateRequest, GenerateResult } from '../../protocol.ts';
import { encodePrompt, requireRoom } from './chat-prompt.ts';
import type { OpenModel } from './open-model.ts';
import { OutputText } from './output-text.ts';
import { StopWhen } from './stop-when.ts';

/** The library declares its generator as `any`. */
const sampler = random as { seed(seed: number): void };

/** Ten updates a second: smooth to read, and not a message per token. */
const PROGRESS_EVERY_MS = 100;

/**
 * Sees every token as it comes: counts, times, reports, and decides when to stop. It takes nothing from
 * TextStreamer, which hands out words instead of tokens, but the name that generate()'s types ask for.
 */
class TokenWatcher extends TextStreamer {
  readonly output: OutputText;
  readonly #startedAt: number;
  readonly #endIds: ReadonlySet<number>;
  readonly #onProgress: (progress: GenerateProgress) => void;
  #promptSeen = false;
  #reportedAt = -Infinity;
  firstTokenAt: number | null = null;
  lastTokenAt: number | null = null;
  /** Tokens the model produced, the end token included: that is what the time was spent on. */
  readonly ids: number[] = [];
  ended: 'stop' | 'stop-string' | null = null;

  constructor(
    tokenizer: PreTrainedTokenizer,
    output: OutputText,
    endIds: ReadonlySet<number>,
    startedAt: number,
    onProgress: (progress: GenerateProgress) => void,
  ) {
    super(tokenizer);
    this.output = output;
    this.#endIds = endIds;
    this.#startedAt = startedAt;
    this.#onProgress = onProgress;
  }

  override put(batch: bigint[][]): void {
    if (!this.#promptSeen) {
      this.#promptSeen = true;
      return;
    }
    const now = performance.now();
    this.firstTokenAt ??= now;
    this.lastTokenAt = now;
    const id = Number(batch[0]?.[0]);
    this.ids.push(id);
    if (this.#endIds.has(id)) {
      this.ended = 'stop';
      return;
    }
    if (this.output.push(id)) this.ended = 'stop-string';
    if (now - this.#reportedAt < PROGRESS_EVERY_MS) return;
    this.#reportedAt = now;
    this.#onProgress({
      text: this.output.textSoFar(),
      tokens: this.output.tokens,
      elapsedMs: now - this.#startedAt,
    });
  }

  override end(): void {}

  timings(endedAt: number): Timings {
    const { firstTokenAt, lastTokenAt } = this;
    const produced = this.ids.length;
    const decodeMs = firstTokenAt === null || lastTokenAt === null ? 0 : lastTokenAt - firstTokenAt;
    return {
      firstTokenMs: firstTokenAt === null ? null : firstTokenAt - this.#startedAt,
      totalMs: endedAt - this.#startedAt,
      tokensPerSecond: produced >= 2 && decodeMs > 0 ? ((produced - 1) * 1000) / decodeMs : null,
    };
  }
}

export async function generate(
  open: OpenModel,
  request: GenerateRequest,
  onProgress: (progress: GenerateProgress) => void,
  signal: AbortSignal,
): Promise<GenerateResult> {
  const startedAt = performance.now();
  const { settings } = request;
  const { rendered, ids } = encodePrompt(open, request.messages);
  requireRoom(open, ids.length, settings.maxTokens);

  const endIds = endTokenIds(open);
  const output = new OutputText(
    (tokens) => open.tokenizer.decode([...tokens], { skip_special_tokens: true }),
    settings.stop,
  );
  const watcher = new TokenWatcher(open.tokenizer, output, endIds, startedAt, onProgress);

  // The sampler's generator is global to the worker; seeding before every item makes an item's output
  // independent of what ran before it, so that a resumed or sharded run gives the same text.
  sampler.seed(settings.seed);
  const kept = open.prefixes?.take(ids) ?? null;
  // Given a cache, the library goes on from it, fills it, and leaves it to us.
  const cache = open.prefixes === null ? null : (kept?.cache ?? new DynamicCache());
  await open.model.generate({
    inputs: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), [1, ids.length]),
    ...(cache === null ? {} : { past_key_values: cache }),
    ...samplingOptions(settings),
    max_new_tokens: settings.maxTokens,
    eos_token_id: [...endIds],
    streamer: watcher,
    stopping_criteria: new StopWhen(() => signal.aborted || watcher.ended === 'stop-string'),
  });

  // The last token was sampled and not yet run through the model, so the cache ends before it.
  if (cache !== null) open.prefixes?.keep([...ids, ...watcher.ids.slice(0, -1)], cache);

  const endedAt = performance.now();
  const text = output.text();
  onProgress({ text, tokens: output.tokens, elapsedMs: endedAt - startedAt });
  return {
    text,
    finish: finishReason(watcher, settings, signal),
    usage: { promptTokens: ids.length, outputTokens: output.tokens },
    timings: {
      ...watcher.timings(endedAt),
      ...(kept === null ? {} : { reusedTokens: kept.tokens }),
    },
    prompt: rendered,
  };
}

/** An end that the model reached by itself counts as such, even when a cancel arrived with the last token. */
function finishReason(
  watcher: TokenWatcher,
  settings: GenerationSettings,
  signal: AbortSignal,
): FinishReason {
  if (watcher.ended !== null) return watcher.ended;
  if (watcher.ids.length >= settings.maxTokens) return 'length';
  if (signal.aborted) return 'cancelled';
  throw new AppError('defect', 'generation ended without a reason');
}

/**
 * Everything the library would otherwise take from the model's generation_config.json is set here, so that
 * the run's recorded settings are the whole truth (a hidden repetition penalty would not be in them).
 * top_p is not offered: transformers.js 4.3.1 accepts it and ignores it.
 */
export function samplingOptions(settings: GenerationSettings) {
  const sample = settings.temperature > 0;
  return {
    do_sample: sample,
    temperature: sample ? settings.temperature : 1,
    top_k: sample ? settings.topK : 0,
    num_beams: 1,
    num_return_sequences: 1,
    repetition_penalty: 1,
    no_repeat_ngram_size: 0,
    bad_words_ids: [],
    min_length: 0,
    min_new_tokens: 0,
    guidance_scale: 1,
    return_dict_in_generate: false,
  };
}

/** End tokens of the model and of its tokenizer: chat models often name the turn's end in only one of them. */
export function endTokenIds(open: OpenModel): ReadonlySet<number> {
  const generationConfig: unknown = open.model.generation_config;
  const config: unknown = open.model.config;
  const ids = [eosOf(generationConfig), eosOf(config), open.tokenizer.eos_token_id].flat();
  return new Set(ids.filter((id): id is number => typeof id === 'number'));
}

function eosOf(config: unknown): unknown[] {
  if (typeof config !== 'object' || config === null || !('eos_token_id' in config)) return [];
  const ids: unknown = config.eos_token_id;
  return Array.isArray(ids) ? ids : [ids];
}
