import { promptWarnings } from '../../../src/core/prompts/prompt-warnings.ts';
import type { RenderedPrompt } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { Message } from '../../../src/core/packs/pack.ts';
import { tokenIdsSha256 } from '../../token-ids-sha256.ts';
import type { OpenModel } from './open-model.ts';
import type { EncodedPrompt } from './prepared-prompt.ts';

/**
 * The model's own chat template, exactly; a model without one gets the messages as plain text, which is said
 * in the warnings. The template writes its special tokens itself, so none are added when tokenising.
 */
export function encodePrompt(open: OpenModel, messages: readonly Message[]): EncodedPrompt {
  return open.prepared.take(messages) ?? encodeNow(open, messages);
}

export function encodeNow(open: OpenModel, messages: readonly Message[]): EncodedPrompt {
  const { tokenizer, chatTemplate } = open;
  const text =
    chatTemplate === null
      ? messages.map((message) => message.content).join('\n\n')
      : renderTemplate(open, messages, chatTemplate, true);
  const generationPromptAdded =
    chatTemplate === null || text !== renderTemplate(open, messages, chatTemplate, false);
  const ids = encode(open, text);
  const rendered: RenderedPrompt = {
    text,
    tokenCount: ids.length,
    tokenIdsSha256: tokenIdsSha256(ids),
    firstTokenIds: ids.slice(0, 8),
    warnings: promptWarnings({
      tokenIds: ids,
      bosTokenId: typeof tokenizer.bos_token_id === 'number' ? tokenizer.bos_token_id : null,
      addsBosToken: typeof tokenizer.add_bos_token === 'boolean' ? tokenizer.add_bos_token : null,
      hasChatTemplate: chatTemplate !== null,
      generationPromptAdded,
      specialTokens: tokenizer.all_special_tokens,
      messages,
    }),
  };
  return { rendered, ids };
}

/** Token ids of a text that already holds its special tokens, or of a plain text for a model without template. */
export function encode(open: Pick<OpenModel, 'tokenizer' | 'chatTemplate'>, text: string): readonly number[] {
  return open.tokenizer.encode(text, { add_special_tokens: open.chatTemplate === null });
}

/** A prompt that does not fit is refused with its counts; nothing is ever cut silently. */
export function requireRoom(open: OpenModel, promptTokens: number, newTokens: number): void {
  const { contextTokens } = open;
  if (contextTokens === null || promptTokens + newTokens <= contextTokens) return;
  throw new AppError(
    'model/too-long',
    `the prompt has ${promptTokens} tokens; with ${newTokens} more it does not fit the model’s ${contextTokens}`,
    { promptTokens, newTokens, contextTokens },
  );
}

function renderTemplate(
  open: OpenModel,
  messages: readonly Message[],
  chatTemplate: string,
  addGenerationPrompt: boolean,
): string {
  try {
    return open.tokenizer.apply_chat_template([...messages], {
      chat_template: chatTemplate,
      add_generation_prompt: addGenerationPrompt,
      tokenize: false,
    });
  } catch (thrown) {
    // Templates refuse what their model was not trained on, e.g. a system message; their words are the reason.
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError('model/unsupported', `the model’s chat template refused these messages: ${why}`);
  }
}
