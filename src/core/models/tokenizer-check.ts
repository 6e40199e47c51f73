/**
 * Whether a tokenizer can belong to a model, by the one thing both files say: how many different tokens there are. A
 * table of words is often padded to a round number, so it may be longer than the
 * tokenizer; and a text model cut out of a larger one (Gemma 3) may know a few tokens less.
 */
import * as v from 'valibot';
import { AppError } from '../errors.ts';

const id = v.pipe(v.number(), v.integer(), v.minValue(0));
const TokenizerSchema = v.looseObject({
  model: v.looseObject({
    /** By token (BPE, WordPiece), or in the order of the ids (Unigram). */
    vocab: v.optional(v.union([v.array(v.unknown()), v.record(v.string(), id)])),
  }),
  added_tokens: v.optional(v.nullable(v.array(v.looseObject({ id }))), []),
});
const size = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)));
const ConfigSchema = v.looseObject({
  vocab_size: size,
  text_config: v.optional(v.looseObject({ vocab_size: size })),
});

/** Padding beyond this share of the table means another vocabulary. */
const LEAST_SHARE = 0.5;
const MOST_SHARE = 1.02;
const FEW = 8;

/** Silent where a file does not say; the runtime then finds out. */
export function assertTokenizerFits(config: unknown, tokenizer: unknown): void {
  const model = v.safeParse(ConfigSchema, config);
  const words = v.safeParse(TokenizerSchema, tokenizer);
  if (!model.success || !words.success) return;
  const table = model.output.vocab_size ?? model.output.text_config?.vocab_size;
  const tokens = countTokens(words.output);
  if (table === undefined || tokens === null) return;
  if (tokens <= MOST_SHARE * table + FEW && tokens >= LEAST_SHARE * table) return;
  throw new AppError('model/wrong-tokenizer', `the tokenizer has ${tokens} tokens, the model ${table}`, {
    file: 'tokenizer.json',
    tokenizerTokens: tokens,
    modelTokens: table,
  });
}

function countTokens({ model, added_tokens: added }: v.InferOutput<typeof TokenizerSchema>): number | null {
  if (model.vocab === undefined) return null;
  const ids = Array.isArray(model.vocab) ? [model.vocab.length - 1] : Object.values(model.vocab);
  let last = -1;
  for (const each of ids) last = Math.max(last, each);
  for (const token of added ?? []) last = Math.max(last, token.id);
  return last + 1;
}
