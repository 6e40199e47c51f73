/** One vocabulary of a backup: a line that says what it is called, then its terms. */
import * as v from 'valibot';
import { makeVocabulary } from '../../core/lexicon/make-vocabulary.ts';
import type { Vocabulary } from '../../core/scorers/scorer-resources.ts';
import { VocabularyEntrySchema, VocabularyItemSchema, type VocabularyItem } from '../kept-vocabularies.ts';
import { damaged } from './backup-errors.ts';
import { checkedLines, type Group } from './read-group.ts';

export interface VocabularyContent {
  readonly item: VocabularyItem;
  readonly vocabulary: Vocabulary;
}

export async function readVocabularyGroup(group: Group, folder: string): Promise<VocabularyContent> {
  const path = `${folder}/vocabulary.jsonl`;
  const [item, ...entries] = await checkedLines(
    group,
    folder,
    'vocabulary.jsonl',
    v.union([VocabularyItemSchema, VocabularyEntrySchema]),
  );
  if (item === undefined || 'term' in item)
    throw damaged(path, 'its first line is not what a vocabulary is called');
  const terms = entries.map((entry) => {
    if (!('term' in entry)) throw damaged(path, 'it names two vocabularies');
    return entry;
  });
  const vocabulary = makeVocabulary(item.name, terms);
  // The list of vocabularies is kept by this hash, so one that does not fit would hide another.
  if (vocabulary.sha256 !== item.id || terms.length !== item.terms)
    throw damaged(path, 'its terms are not those that it was named by');
  return { item, vocabulary };
}
