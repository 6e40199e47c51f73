/** Pairs of texts matched by an encoder, for BERTScore. What matching means is in core. */
import { AppError } from '../src/core/errors.ts';
import { greedyMatch, type EmbeddedTokens } from '../src/core/scorers/bertscore/greedy-match.ts';
import type { EncoderIdentity, TokenMatch } from '../src/core/scorers/scorer-resources.ts';
import { meanVector } from './mean-vector.ts';
import type { LoadProgress, LoadRequest } from './protocol.ts';
import { mapRuntimeError } from './runtimes/transformers-js/runtime-errors.ts';

/** What an encoder's runtime gives; texts of any length. */
export interface TokenEncoder {
  readonly identity: EncoderIdentity;
  /** Null for a text that is too long. */
  encode(text: string): Promise<EmbeddedTokens | null>;
}

export interface EncoderApi {
  load(request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<EncoderIdentity>;
  /** Null when one of the texts, or the pair, is too long. */
  match(target: string, text: string): Promise<TokenMatch | null>;
  /** One vector of length one for a text; null when it is too long. */
  embed(text: string): Promise<Float32Array | null>;
}

/** A reference is matched with a note and with the reference before it: two pairs at a time share a text. */
const REMEMBERED = 4;

export function createEncoderApi(
  open: (request: LoadRequest, onProgress: (progress: LoadProgress) => void) => Promise<TokenEncoder>,
): EncoderApi {
  let encoder: TokenEncoder | null = null;
  const remembered = new Map<string, EmbeddedTokens | null>();

  async function embedded(text: string): Promise<EmbeddedTokens | null> {
    if (encoder === null) throw new AppError('runtime/failed', 'no encoder is loaded in this worker');
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const tokens = await encoder.encode(text);
    remembered.set(text, tokens);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return tokens;
  }

  const coded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      throw mapRuntimeError(thrown);
    }
  };

  return {
    load: (request, onProgress) =>
      coded(async () => {
        encoder = await open(request, onProgress);
        return encoder.identity;
      }),
    match: (target, text) =>
      coded(async () => {
        const [a, b] = [await embedded(target), await embedded(text)];
        return a === null || b === null ? null : greedyMatch(a, b);
      }),
    embed: (text) =>
      coded(async () => {
        const tokens = await embedded(text);
        return tokens === null ? null : meanVector(tokens);
      }),
  };
}
