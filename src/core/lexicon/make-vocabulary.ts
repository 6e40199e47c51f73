import { canonicalJson } from '../canonical-json.ts';
import { sha256Hex } from '../digest.ts';
import type { Vocabulary, VocabularyEntry } from '../scorers/scorer-resources.ts';

/** Equal entries give equal hashes, whatever the order of the file and whatever it was called. */
export function makeVocabulary(name: string, entries: readonly VocabularyEntry[]): Vocabulary {
  const rows = entries.map(({ term, concept, group }) => [term, concept, group]);
  const sorted = rows.map((row) => canonicalJson(row)).sort();
  return { name, sha256: sha256Hex(sorted.join('\n')), entries };
}
