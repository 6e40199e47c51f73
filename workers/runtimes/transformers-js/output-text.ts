/** Text of the tokens so far, and where a stop string ends it. Pure but for the decoder it is given. */

export class OutputText {
  readonly #decode: (ids: readonly number[]) => string;
  readonly #stop: readonly string[];
  readonly #windowTokens: number;
  readonly #ids: number[] = [];

  constructor(decode: (ids: readonly number[]) => string, stop: readonly string[]) {
    this.#decode = decode;
    this.#stop = stop.filter((text) => text !== '');
    // A character takes at most four byte-level tokens, so this many tokens hold any stop string whole.
    this.#windowTokens = 4 * Math.max(0, ...this.#stop.map((text) => text.length)) + 8;
  }

  get tokens(): number {
    return this.#ids.length;
  }

  /** True when the new token completes a stop string. Looks at the tail only: the whole would be quadratic. */
  push(id: number): boolean {
    this.#ids.push(id);
    if (this.#stop.length === 0) return false;
    const tail = this.#decode(this.#ids.slice(-this.#windowTokens));
    return this.#stop.some((text) => tail.includes(text)) && this.#firstStop(this.#whole()) !== null;
  }

  /** The output: everything before the first stop string, which is itself not part of it. */
  text(): string {
    const whole = this.#whole();
    return whole.slice(0, this.#firstStop(whole) ?? whole.length);
  }

  /** The same while the model still writes: without the half of a character that its next token completes. */
  textSoFar(): string {
    return this.text().replace(/\uFFFD+$/u, '');
  }

  #whole(): string {
    return this.#ids.length === 0 ? '' : this.#decode(this.#ids);
  }

  #firstStop(whole: string): number | null {
    const found = this.#stop.map((text) => whole.indexOf(text)).filter((index) => index >= 0);
    return found.length === 0 ? null : Math.min(...found);
  }
}
