/**
 * Samples with several documents, fitted to what the model can read. Nothing is cut within a document and nothing is
 * left out silently: the pack's policy says whether documents may go, the record says which went and why.
 */
import type { DocumentPolicy, DocumentsShown, TooLongCounts } from '../contracts.ts';
import type { AppError } from '../errors.ts';
import { toAppError } from '../errors.ts';
import type { Sample } from '../packs/pack.ts';
import { sampleRng, shuffledOrder } from '../solvers/shuffled.ts';

type Document = NonNullable<Sample['documents']>[number];

export type Fitted<Output> =
  | { readonly kind: 'solved'; readonly output: Output; readonly documents: DocumentsShown }
  /** `error` is why the documents that must stay do not fit, or whatever else went wrong. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly documents: DocumentsShown };

/** The documents in the order in which they are shown: as given, or by the seed and the sample alone. */
export function arrangedDocuments(sample: Sample, policy: DocumentPolicy, seed: number): readonly Document[] {
  const documents = sample.documents ?? [];
  if (policy.order === 'given') return documents;
  return shuffledOrder(documents.length, sampleRng(seed, `${sample.id}\ndocuments`)).flatMap(
    (place) => documents[place] ?? [],
  );
}

/**
 * Asks with all documents. Where that does not fit and the policy allows it, those that are not needed for the answer
 * are left out whole, from the end of the order, until it does. The runtime counts the tokens; nothing is guessed.
 */
export async function solveFitting<Output>(
  sample: Sample,
  policy: DocumentPolicy,
  seed: number,
  solve: (sample: Sample) => Promise<Output>,
): Promise<Fitted<Output>> {
  let shown = arrangedDocuments(sample, policy, seed);
  const leftOut: string[] = [];
  let whole: TooLongCounts | undefined;
  const documents = (): DocumentsShown => ({
    shown: shown.map(({ id }) => id),
    leftOut: [...leftOut],
    ...(whole === undefined ? {} : { whole }),
  });
  for (;;) {
    try {
      const output = await solve({ ...sample, documents: [...shown] });
      return { kind: 'solved', output, documents: documents() };
    } catch (thrown) {
      const counts = tooLongCounts(toAppError(thrown));
      whole ??= counts;
      const less = counts === undefined || policy.fit === 'refuse' ? null : withoutLast(shown, counts);
      if (less === null) return { kind: 'failed', error: thrown, documents: documents() };
      leftOut.push(
        ...shown
          .filter((each) => !less.includes(each))
          .map(({ id }) => id)
          .toReversed(),
      );
      shown = less;
    }
  }
}

/** Null when no document may go any more. */
function withoutLast(
  shown: readonly Document[],
  { promptTokens, newTokens, contextTokens }: TooLongCounts,
): readonly Document[] | null {
  const chars = shown.reduce((sum, { text }) => sum + text.length, 0);
  // All tokens are put down to the documents, so that too few go at a time rather than too many.
  const tokensPerChar = promptTokens / Math.max(1, chars);
  let over = promptTokens + newTokens - contextTokens;
  const gone = new Set<Document>();
  for (const document of shown.toReversed()) {
    if (over <= 0) break;
    if (document.needed === true) continue;
    gone.add(document);
    over -= document.text.length * tokensPerChar;
  }
  return gone.size === 0 ? null : shown.filter((each) => !gone.has(each));
}

export function tooLongCounts(error: AppError): TooLongCounts | undefined {
  const { promptTokens, newTokens, contextTokens } = error.details;
  return error.code === 'model/too-long' &&
    typeof promptTokens === 'number' &&
    typeof newTokens === 'number' &&
    typeof contextTokens === 'number'
    ? { promptTokens, newTokens, contextTokens }
    : undefined;
}
