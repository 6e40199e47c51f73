import type { RenderedPrompt } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { Message } from '../../../src/core/packs/pack.ts';
import { promptWarnings } from '../../../src/core/prompts/prompt-warnings.ts';
import { tokenIdsSha256 } from '../../token-ids-sha256.ts';
import type { OpenTokenModel } from './open-token-model.ts';
import type { TokenModel } from './token-model.ts';

export interface EncodedPrompt {
  readonly rendered: RenderedPrompt;
  /** As it was tokenised: without a BOS that was put before it. */
  readonly text: string;
  readonly ids: readonly number[];
}

/**
 * The file's own chat template, exactly; a model without one gets the messages as plain text, which is said in the
 * warnings. A file that says its text begins with a BOS gets one unless the template wrote it, as llama.cpp does.
 */
export function encodePrompt(open: OpenTokenModel, messages: readonly Message[]): EncodedPrompt {
  const { tokens, template } = open;
  const text =
    template === null
      ? messages.map((message) => message.content).join('\n\n')
      : template.render(messages, true);
  const generationPromptAdded = template === null || text !== template.render(messages, false);
  const ids = encode(open, text);
  // The record shows what was read: the BOS that was put before the text, too.
  const added = ids.length > tokens.tokenize(text).length && tokens.bosId !== null;
  const sent = added ? `${tokens.textOf([tokens.bosId])}${text}` : text;
  const rendered: RenderedPrompt = {
    text: sent,
    tokenCount: ids.length,
    tokenIdsSha256: tokenIdsSha256(ids),
    firstTokenIds: ids.slice(0, 8),
    warnings: promptWarnings({
      tokenIds: ids,
      bosTokenId: tokens.bosId,
      addsBosToken: tokens.addsBos,
      hasChatTemplate: template !== null,
      generationPromptAdded,
      specialTokens: tokens.specialTexts,
      messages,
    }),
  };
  return { rendered, text, ids };
}

export function encode({ tokens }: Pick<OpenTokenModel, 'tokens'>, text: string): readonly number[] {
  const ids = tokens.tokenize(text);
  return needsBos(tokens, ids) && tokens.bosId !== null ? [tokens.bosId, ...ids] : ids;
}

function needsBos(tokens: TokenModel, ids: readonly number[]): boolean {
  return tokens.addsBos && ids[0] !== tokens.bosId;
}

/** A prompt that does not fit is refused with its counts; nothing is ever cut silently. */
export function requireRoom(open: OpenTokenModel, promptTokens: number, newTokens: number): void {
  const { contextTokens } = open.tokens;
  if (contextTokens === null || promptTokens + newTokens <= contextTokens) return;
  throw new AppError(
    'model/too-long',
    `the prompt has ${promptTokens} tokens; with ${newTokens} more it does not fit the model’s ${contextTokens}`,
    { promptTokens, newTokens, contextTokens },
  );
}
