/** llama.cpp as a model of tokens. */
import type { TokenModel } from '../token-model/token-model.ts';
import type { Llama, LlamaModel } from './llama-port.ts';

export function tokenModelOf(llama: Llama, model: LlamaModel): TokenModel {
  return {
    contextTokens: model.contextTokens,
    bosId: model.bosId,
    addsBos: model.addsBos,
    endIds: model.endIds,
    specialTexts: [model.bosId, ...model.endIds].flatMap((id) => (id === null ? [] : [textOf(llama, [id])])),
    tokenize: (text) => llama.tokenize(text),
    textOf: (ids) => textOf(llama, ids),
    decode: (ids) => llama.decode(ids),
    next: (count) => llama.next(count),
    keep: (tokens) => llama.keep(tokens),
  };
}

/** Tokens are bytes: a character may be spread over several, so they are joined before they are read. */
export function textOf(llama: Llama, ids: readonly number[]): string {
  const pieces = ids.map((id) => llama.piece(id));
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return new TextDecoder().decode(bytes);
}
