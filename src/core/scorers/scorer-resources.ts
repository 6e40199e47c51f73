/** What some scorers need beside a sample and an output. A person chooses it; the scores say which it was. */

/** Plain words for people, e.g. { vocabulary: "cardiology", "vocabulary-sha256": "…" }. */
export type ScoringSettings = Readonly<Record<string, string>>;

export interface ScorerResources {
  /** The lexicon that comes with Bedside. */
  readonly vocabulary?: Vocabulary;
  /** A person's own; takes the lexicon's place. */
  readonly ownVocabulary?: Vocabulary;
  readonly encodings?: EncodedPairs;
}

/** A list of clinical terms: the built-in lexicon, or a person's own. */
export interface Vocabulary {
  readonly name: string;
  /** Over the canonical list of entries. */
  readonly sha256: string;
  readonly entries: readonly VocabularyEntry[];
}

export interface VocabularyEntry {
  readonly term: string;
  /** Terms of one concept mean the same. */
  readonly concept: string;
  readonly group: string;
}

/** What a text encoder found for pairs of texts: made before scoring, because scoring itself waits for nothing. */
export interface EncodedPairs {
  readonly encoder: EncoderIdentity;
  readonly pairs: readonly EncodedPair[];
  /** Similarity of references of different patients: what unrelated notes score. Null with fewer than two. */
  readonly unrelated: {
    readonly p: number;
    readonly r: number;
    readonly f: number;
    readonly n: number;
  } | null;
}

export interface EncoderIdentity {
  readonly name: string;
  readonly dtype: string;
  /** Of the hidden layer that gives the embeddings, counted from 1. */
  readonly layer: number;
  /** SHA-256 over the sorted list of `path sha256` lines of its files. */
  readonly sha256: string;
  /** Longer texts are encoded piece by piece. */
  readonly windowTokens: number;
}

export interface EncodedPair {
  readonly target: string;
  readonly text: string;
  readonly match: TokenMatch;
}

/** For each token of a text the cosine similarity of its best partner in the other. */
export interface TokenMatch {
  readonly target: MatchedTokens;
  readonly text: MatchedTokens;
}

export interface MatchedTokens {
  readonly ids: ArrayLike<number>;
  readonly best: ArrayLike<number>;
}
