/** One answered question with one right label. */
export interface Labelled {
  readonly wanted: string;
  readonly given: string;
}

/**
 * The mean over labels of 2 TP / (2 TP + FP + FN), as scikit-learn's f1_score(average="macro"): every label that is
 * wanted or given counts once, however rare. Null when there is nothing.
 */
export function macroF1(answers: readonly Labelled[]): number | null {
  const labels = new Set(answers.flatMap(({ wanted, given }) => [wanted, given]));
  if (labels.size === 0) return null;
  const values = [...labels].map((label) => {
    const hits = answers.filter(({ wanted, given }) => wanted === label && given === label).length;
    const either =
      answers.filter(({ wanted }) => wanted === label).length +
      answers.filter(({ given }) => given === label).length;
    return (2 * hits) / either;
  });
  return values.reduce((sum, value) => sum + value, 0) / labels.size;
}
