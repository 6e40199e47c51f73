/** The next prompt, tokenised ahead of its turn. One at most, and used once. */
import type { RenderedPrompt } from '../../../src/core/contracts.ts';
import type { Message } from '../../../src/core/packs/pack.ts';

export interface EncodedPrompt {
  readonly rendered: RenderedPrompt;
  readonly ids: readonly number[];
}

export class PreparedPrompt {
  #key: string | null = null;
  #prompt: EncodedPrompt | null = null;

  put(messages: readonly Message[], prompt: EncodedPrompt): void {
    this.#key = JSON.stringify(messages);
    this.#prompt = prompt;
  }

  /** Null unless exactly these messages were prepared. */
  take(messages: readonly Message[]): EncodedPrompt | null {
    if (this.#prompt === null || this.#key !== JSON.stringify(messages)) return null;
    const prompt = this.#prompt;
    this.#key = null;
    this.#prompt = null;
    return prompt;
  }
}
