/**
 * Okapi BM25 (Robertson and Zaragoza, 2009, "The Probabilistic Relevance Framework", k1 = 1.2, b = 0.75) with the
 * non-negative inverse document frequency ln(1 + (N - n + 0.5) / (n + 0.5)) of Lucene.
 */
const K1 = 1.2;
const B = 0.75;

/** Words, and single characters of scripts that put no blanks between words. */
function terms(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{Script=Han}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** One score for each document. */
export function bm25Scores(query: string, documents: readonly string[]): readonly number[] {
  const counts = documents.map((document) => {
    const found = new Map<string, number>();
    for (const term of terms(document)) found.set(term, (found.get(term) ?? 0) + 1);
    return found;
  });
  const lengths = counts.map((found) => [...found.values()].reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  const idf = new Map<string, number>();
  for (const term of new Set(terms(query))) {
    const having = counts.filter((found) => found.has(term)).length;
    idf.set(term, Math.log(1 + (documents.length - having + 0.5) / (having + 0.5)));
  }
  return counts.map((found, index) => {
    const norm = K1 * (1 - B + (B * (lengths[index] ?? 0)) / Math.max(mean, Number.MIN_VALUE));
    return [...idf].reduce((sum, [term, weight]) => {
      const count = found.get(term) ?? 0;
      return sum + (weight * count * (K1 + 1)) / (count + norm);
    }, 0);
  });
}
