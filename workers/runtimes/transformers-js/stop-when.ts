import { StoppingCriteria } from '@huggingface/transformers';

export class StopWhen extends StoppingCriteria {
  readonly #shouldStop: () => boolean;
  constructor(shouldStop: () => boolean) {
    super();
    this.#shouldStop = shouldStop;
  }
  override _call(inputIds: number[][]): boolean[] {
    return new Array<boolean>(inputIds.length).fill(this.#shouldStop());
  }
}
