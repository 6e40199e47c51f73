/**
 * The clinical lexicon that comes with Bedside: everyday and clinical wordings of common concepts, written for this
 * project, with ids of its own. It takes nothing from a licensed terminology and cannot be mapped to one. It is large,
 * so only a thread that scores loads it (bind-scorers.ts).
 */
import { DRUG_CLASSES, GENERIC_BY_NAME } from '../extract/drug-names.ts';
import type { Vocabulary, VocabularyEntry } from '../scorers/scorer-resources.ts';
import { ANATOMY } from './anatomy.ts';
import type { ConceptGroupId } from './concept-groups.ts';
import { INTERNAL_DISORDERS } from './disorders-internal.ts';
import { OTHER_DISORDERS } from './disorders-other.ts';
import { makeVocabulary } from './make-vocabulary.ts';
import { DEVICES, LIVING_BEINGS, PHENOMENA, PHYSIOLOGY, SUBSTANCES } from './other-concepts.ts';
import { PROCEDURES } from './procedures.ts';

/** Raised with the lexicon's content; the hash says the same to a machine. */
const NAME = 'Bedside lexicon 1';

const LISTS: readonly (readonly [ConceptGroupId, string])[] = [
  ['disorders', INTERNAL_DISORDERS],
  ['disorders', OTHER_DISORDERS],
  ['anatomy', ANATOMY],
  ['procedures', PROCEDURES],
  ['devices', DEVICES],
  ['physiology', PHYSIOLOGY],
  ['phenomena', PHENOMENA],
  ['living-beings', LIVING_BEINGS],
  ['chemicals-drugs', SUBSTANCES],
];

function conceptId(group: ConceptGroupId, wording: string): string {
  return `bedside:${group}/${wording.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}`;
}

function fromList(group: ConceptGroupId, list: string): VocabularyEntry[] {
  return list.split(/[|\n]/u).flatMap((concept) => {
    const terms = concept
      .split(';')
      .map((term) => term.trim())
      .filter((term) => term !== '');
    const [first] = terms;
    return first === undefined
      ? []
      : terms.map((term) => ({ term, concept: conceptId(group, first), group }));
  });
}

/** Drug names that the lists above do not have as substances of everyday life. */
function fromDrugs(known: ReadonlySet<string>): VocabularyEntry[] {
  const group = 'chemicals-drugs';
  const names = [...GENERIC_BY_NAME].map(([term, generic]) => ({
    term,
    concept: conceptId(group, generic),
    group,
  }));
  const classes = DRUG_CLASSES.map((term) => ({ term, concept: conceptId(group, term), group }));
  return [...names, ...classes].filter(({ term }) => !known.has(term.toLowerCase()));
}

let built: Vocabulary | null = null;

export function bedsideLexicon(): Vocabulary {
  if (built === null) {
    const listed = LISTS.flatMap(([group, list]) => fromList(group, list));
    const substances = new Set(
      listed.filter(({ group }) => group === 'chemicals-drugs').map(({ term }) => term.toLowerCase()),
    );
    built = makeVocabulary(NAME, [...listed, ...fromDrugs(substances)]);
  }
  return built;
}
