import { mapDocuments, mapQuestion } from './question-text.ts';
import { notApplicable, type Transform } from './transform.ts';

const SHARES = [20, 40, 60, 80, 100] as const;

/** The first words of a text, at least one; the white space between them as it was. */
function firstPart(text: string, percent: number): string {
  const words = [...text.matchAll(/\S+/gu)];
  const last = words[Math.max(1, Math.ceil((words.length * percent) / 100)) - 1];
  return last === undefined ? text : text.slice(0, last.index + last[0].length);
}

/** The case without its last sentence, which is the question. */
function cutCase(text: string, percent: number): string {
  const trimmed = text.trimEnd();
  const ends = [...trimmed.slice(0, -1).matchAll(/[.!?:][)"’”]?\s+/gu)].at(-1);
  if (ends === undefined) return text;
  const at = ends.index + ends[0].length;
  return `${firstPart(trimmed.slice(0, at), percent)} ${trimmed.slice(at)}`;
}

/** How much of the case a model needs: the same questions with the first 20 to 100 % of its words. */
export const PARTIAL_CASES: readonly Transform[] = SHARES.map((percent) => ({
  id: `partial-${percent}`,
  version: '1',
  title: `First ${percent} % of the case`,
  description: `Keeps the first ${percent} % of the words of the documents, or where there are none of the question’s text before its last sentence. The question itself stays.`,
  apply: (sample) => {
    if ('turns' in sample.input) throw notApplicable(sample, 'is a visit, whose words are evidence');
    if (percent === 100) return sample;
    return (sample.documents ?? []).length > 0
      ? mapDocuments(sample, (text) => firstPart(text, percent))
      : mapQuestion(sample, (text) => cutCase(text, percent));
  },
}));
