/** A loaded model of tokens with what goes with it for as long as it is open. */
import type { Yielder } from '../transformers-js/cooperative.ts';
import type { ChatTemplate } from './chat-template.ts';
import type { KeptContext } from './kept-context.ts';
import type { TokenModel } from './token-model.ts';

export interface OpenTokenModel {
  readonly tokens: TokenModel;
  readonly template: ChatTemplate | null;
  readonly context: KeptContext;
  readonly yielder: Yielder;
}
