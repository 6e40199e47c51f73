/**
 * What the model has read, kept between calls: a prompt that begins as the last one did is read from where it differs.
 * Prompts are always read in pieces of the same length from the start, and only whole pieces are kept, so that every
 * number is computed from exactly the same passes as without it.
 */
import { AppError } from '../../../src/core/errors.ts';
import type { TokenModel } from './token-model.ts';

export class KeptContext {
  readonly #model: TokenModel;
  readonly #pieceTokens: number;
  /** Tokens read in whole pieces, from the start. */
  #kept: readonly number[] = [];
  /** All tokens that the model has read, whole pieces and others. */
  #read = 0;

  constructor(model: TokenModel, pieceTokens: number) {
    this.#model = model;
    this.#pieceTokens = pieceTokens;
  }

  /** Reads a prompt; `onPiece` is called between two pieces and may wait or throw. */
  async prompt(ids: readonly number[], onPiece: () => Promise<void>): Promise<void> {
    if (ids.length === 0) throw new AppError('runtime/failed', 'the prompt has no tokens');
    const from = this.#reusable(ids);
    await this.#rewind(from);
    for (let at = from; at < ids.length; at += this.#pieceTokens) {
      await onPiece();
      const piece = ids.slice(at, at + this.#pieceTokens);
      await this.#model.decode(piece);
      this.#read = at + piece.length;
      if (piece.length === this.#pieceTokens) this.#kept = ids.slice(0, this.#read);
    }
  }

  /** Reads one token more, of an answer or of a choice. */
  async append(id: number): Promise<void> {
    await this.#model.decode([id]);
    this.#read += 1;
  }

  /** Back to the first tokens of the prompt. */
  rewindTo(tokens: number): Promise<void> {
    return this.#rewind(tokens);
  }

  /** Always less than the whole prompt: its last pass gives the first answer token's probabilities. */
  #reusable(ids: readonly number[]): number {
    let same = 0;
    while (same < this.#kept.length && same < ids.length - 1 && this.#kept[same] === ids[same]) same += 1;
    return same - (same % this.#pieceTokens);
  }

  async #rewind(tokens: number): Promise<void> {
    if (tokens < this.#read || tokens === 0) await this.#model.keep(tokens);
    this.#read = tokens;
    if (this.#kept.length > tokens) {
      this.#kept = this.#kept.slice(0, tokens - (tokens % this.#pieceTokens));
    }
  }
}
