import type { PromptWarning } from '../contracts.ts';
import type { Message } from '../packs/pack.ts';

export interface PromptFacts {
  readonly tokenIds: readonly number[];
  /** The tokenizer's beginning-of-sequence token; null when it has none (Qwen, for one). */
  readonly bosTokenId: number | null;
  /** tokenizer_config's own word on whether text begins with it; null when it says nothing. */
  readonly addsBosToken: boolean | null;
  readonly hasChatTemplate: boolean;
  /** False when rendering with and without the generation prompt gives the same text. */
  readonly generationPromptAdded: boolean;
  readonly specialTokens: readonly string[];
  readonly messages: readonly Message[];
}

/**
 * What is likely wrong with a rendered prompt. A doubled or missing BOS and a missing generation prompt cost
 * a model much of its accuracy without any error, which is why they are looked for at every sample.
 */
export function promptWarnings(facts: PromptFacts): readonly PromptWarning[] {
  const { tokenIds, bosTokenId, messages } = facts;
  const warnings: PromptWarning[] = [];
  if (bosTokenId !== null) {
    const begins = tokenIds[0] === bosTokenId;
    // A tokenizer that names a BOS but says it adds none was trained without: nothing is missing then.
    if (!begins && facts.addsBosToken !== false) warnings.push('missing-bos');
    if (begins && tokenIds[1] === bosTokenId) warnings.push('double-bos');
  }
  if (!facts.hasChatTemplate) warnings.push('no-chat-template');
  else if (!facts.generationPromptAdded && messages.at(-1)?.role !== 'assistant') {
    warnings.push('missing-generation-prompt');
  }
  const special = facts.specialTokens.filter((token) => token !== '');
  if (messages.some((message) => special.some((token) => message.content.includes(token)))) {
    warnings.push('special-token-in-content');
  }
  return warnings;
}
