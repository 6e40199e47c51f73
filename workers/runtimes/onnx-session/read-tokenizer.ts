/** The tokenizer of a picked graph: tokenizer.json and tokenizer_config.json, as the hub's libraries write them. */
import { Tokenizer } from '@huggingface/tokenizers';
import * as v from 'valibot';
import { AppError } from '../../../src/core/errors.ts';
import type { TokenModel } from '../token-model/token-model.ts';

export interface ReadTokenizer {
  readonly tokens: Pick<TokenModel, 'bosId' | 'addsBos' | 'endIds' | 'specialTexts' | 'tokenize' | 'textOf'>;
  readonly chatTemplate: string | null;
  readonly special: { readonly bos: string; readonly eos: string };
}

const token = v.optional(v.nullable(v.union([v.string(), v.looseObject({ content: v.string() })])));
const ConfigSchema = v.looseObject({
  bos_token: token,
  eos_token: token,
  add_bos_token: v.optional(v.nullable(v.boolean())),
  chat_template: v.optional(v.nullable(v.string())),
});

export function readTokenizer(
  tokenizerJson: unknown,
  configJson: unknown,
  endTokens: readonly string[],
): ReadTokenizer {
  const config = v.safeParse(ConfigSchema, configJson);
  if (!config.success) throw notATokenizer(config.issues[0].message);
  const tokenizer = opened(tokenizerJson, configJson);
  const bos = textOf(config.output.bos_token);
  const idOf = (text: string): number | null => (text === '' ? null : (tokenizer.token_to_id(text) ?? null));
  const endIds = endTokens.map((text) => {
    const id = idOf(text);
    if (id === null) throw notATokenizer(`has no token "${text}"`);
    return id;
  });
  return {
    tokens: {
      bosId: idOf(bos),
      addsBos: config.output.add_bos_token ?? false,
      endIds,
      specialTexts: [...tokenizer.get_added_tokens_decoder().values()]
        .filter((added) => added.special)
        .map((added) => added.content),
      tokenize: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids,
      textOf: (ids) => tokenizer.decode([...ids], { skip_special_tokens: false }),
    },
    chatTemplate: config.output.chat_template ?? null,
    special: { bos, eos: textOf(config.output.eos_token) },
  };
}

function opened(tokenizerJson: unknown, configJson: unknown): Tokenizer {
  if (typeof tokenizerJson !== 'object' || tokenizerJson === null) throw notATokenizer('is no object');
  try {
    return new Tokenizer(tokenizerJson, configJson as object);
  } catch (thrown) {
    throw notATokenizer(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function textOf(value: v.InferOutput<typeof token>): string {
  if (typeof value === 'string') return value;
  return value?.content ?? '';
}

function notATokenizer(why: string): AppError {
  return new AppError('model/not-a-model', `the tokenizer could not be read: ${why}`, {
    file: 'tokenizer.json',
  });
}
