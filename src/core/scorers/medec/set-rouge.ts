/**
 * ROUGE-1 F as the Python package `rouge` 1.0.1 computes it, which MEDIQA-CORR 2024 uses: words as they stand between
 * spaces, each counted once, the text first cut at full stops. It is not Google's rouge_score.
 */
export function setRouge1(candidate: string, reference: string): number {
  const inCandidate = wordSet(candidate);
  const inReference = wordSet(reference);
  let overlap = 0;
  for (const word of inCandidate) if (inReference.has(word)) overlap += 1;
  const precision = inCandidate.size === 0 ? 0 : overlap / inCandidate.size;
  const recall = inReference.size === 0 ? 0 : overlap / inReference.size;
  // The small term is the package's own guard against division by zero.
  return (2 * precision * recall) / (precision + recall + 1e-8);
}

function wordSet(text: string): ReadonlySet<string> {
  const pieces = text.split('.').filter((piece) => piece !== '');
  return new Set(pieces.flatMap((piece) => piece.trim().split(/\s+/)));
}
