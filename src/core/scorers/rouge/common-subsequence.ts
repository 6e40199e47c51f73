/**
 * Longest common subsequence by bit vectors: Hyyrö, "Bit-parallel LCS-length computation revisited", 2004.
 * Bit i of the vector after candidate token j is 0 exactly where table[i+1][j] - table[i][j] = 1, so the
 * vectors of all j hold the whole table in one bit per cell.
 * Words of 30 bits: the sum of two and a carry stays a small integer.
 */
const WORD_BITS = 30;
const WORD_MASK = 2 ** WORD_BITS - 1;

/** The reference side, prepared once for many candidates: for each token the words and bits it stands at. */
export interface IndexedSequence {
  readonly tokens: Int32Array;
  readonly words: number;
  readonly positions: ReadonlyMap<number, readonly { readonly word: number; bits: number }[]>;
}

export function indexSequence(tokens: Int32Array): IndexedSequence {
  const positions = new Map<number, { word: number; bits: number }[]>();
  for (const [index, token] of tokens.entries()) {
    const word = Math.floor(index / WORD_BITS);
    const bit = 1 << (index % WORD_BITS);
    const list = positions.get(token);
    const last = list?.at(-1);
    if (list === undefined) positions.set(token, [{ word, bits: bit }]);
    else if (last !== undefined && last.word === word) last.bits |= bit;
    else list.push({ word, bits: bit });
  }
  return { tokens, words: Math.ceil(tokens.length / WORD_BITS), positions };
}

/** V' = (V + (V & M)) | (V & ~M), only in the words that M or a carry reaches. */
function advance(
  vector: Int32Array,
  matches: readonly { readonly word: number; readonly bits: number }[],
): void {
  let carry = 0;
  let next = 0;
  for (const { word, bits } of matches) {
    for (; carry === 1 && next < word; next += 1) {
      const value = vector[next] ?? 0;
      carry = value === WORD_MASK ? 1 : 0;
      vector[next] = ((value + 1) & WORD_MASK) | value;
    }
    const value = vector[word] ?? 0;
    const sum = value + (value & bits) + carry;
    carry = sum >>> WORD_BITS;
    vector[word] = (sum & WORD_MASK) | (value & ~bits);
    next = word + 1;
  }
  for (; carry === 1 && next < vector.length; next += 1) {
    const value = vector[next] ?? 0;
    carry = value === WORD_MASK ? 1 : 0;
    vector[next] = ((value + 1) & WORD_MASK) | value;
  }
}

export function commonSubsequenceLength(reference: IndexedSequence, candidate: Int32Array): number {
  const vector = new Int32Array(reference.words).fill(WORD_MASK);
  for (const token of candidate) {
    const matches = reference.positions.get(token);
    if (matches !== undefined) advance(vector, matches);
  }
  let length = 0;
  for (let index = 0; index < reference.tokens.length; index += 1) {
    if (bitAt(vector, Math.floor(index / WORD_BITS), index % WORD_BITS) === 0) length += 1;
  }
  return length;
}

function bitAt(vector: Int32Array, word: number, bit: number): number {
  return ((vector[word] ?? 0) >>> bit) & 1;
}

/** Bytes that `markCommonSubsequence` needs for this pair. */
export function subsequenceTableBytes(referenceTokens: number, candidateTokens: number): number {
  return Math.ceil(referenceTokens / WORD_BITS) * 4 * (candidateTokens + 1);
}

/**
 * Sets `marks[i]` = 1 for the reference positions of one longest common subsequence: the one that
 * rouge_score reads out from the end (equal: take both; else step back in the candidate when
 * table[i][j-1] > table[i-1][j]; else in the reference). Which one it is changes ROUGE-Lsum.
 */
export function markCommonSubsequence(
  reference: IndexedSequence,
  candidate: Int32Array,
  marks: Uint8Array,
): void {
  const { words, tokens } = reference;
  const table = new Int32Array(words * (candidate.length + 1));
  const vector = new Int32Array(words).fill(WORD_MASK);
  table.set(vector, 0);
  for (let j = 0; j < candidate.length; j += 1) {
    const matches = reference.positions.get(candidate[j] ?? -1);
    if (matches !== undefined) advance(vector, matches);
    table.set(vector, (j + 1) * words);
  }
  let i = tokens.length;
  let j = candidate.length;
  while (i > 0 && j > 0) {
    if (tokens[i - 1] === candidate[j - 1]) {
      marks[i - 1] = 1;
      i -= 1;
      j -= 1;
      continue;
    }
    // Unequal tokens: table[i][j] is the larger neighbour, so table[i][j-1] is larger than table[i-1][j]
    // exactly when the table grows from row i-1 to row i at column j, which is a 0 bit.
    const bit = bitAt(table, j * words + Math.floor((i - 1) / WORD_BITS), (i - 1) % WORD_BITS);
    if (bit === 0) j -= 1;
    else i -= 1;
  }
}
