/** Groups of concepts, named after the semantic groups that the field uses. */
export const CONCEPT_GROUPS = [
  { id: 'anatomy', title: 'Anatomy' },
  { id: 'chemicals-drugs', title: 'Chemicals & Drugs' },
  { id: 'devices', title: 'Devices' },
  { id: 'disorders', title: 'Disorders' },
  { id: 'living-beings', title: 'Living Beings' },
  { id: 'phenomena', title: 'Phenomena' },
  { id: 'physiology', title: 'Physiology' },
  { id: 'procedures', title: 'Procedures' },
  { id: 'other', title: 'Other' },
] as const;
export type ConceptGroupId = (typeof CONCEPT_GROUPS)[number]['id'];

const IDS = new Map<string, ConceptGroupId>(CONCEPT_GROUPS.map(({ id, title }) => [keyOf(title), id]));

/** A group as somebody wrote it: "Chemicals and drugs" and "CHEMICALS & DRUGS" are one; unknown ones are "other". */
export function conceptGroupOf(words: string): ConceptGroupId {
  return IDS.get(keyOf(words)) ?? 'other';
}

function keyOf(words: string): string {
  return (
    words
      .toLowerCase()
      .replace(/&/gu, ' and ')
      .match(/[a-z]+/gu)
      ?.filter((word) => word !== 'and')
      .map((word) => word.replace(/s$/u, ''))
      .join(' ') ?? ''
  );
}
