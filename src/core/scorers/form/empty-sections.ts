import type { TextRange } from '../../contracts.ts';
import { hasContent, PARTS_OF, tagSections, type NoteSection } from '../../extract/sections.ts';

/** Headings with nothing, or only a placeholder, under them. "Subjective:" above "HPI: …" is not empty. */
export function findEmptySections(note: string): readonly TextRange[] {
  const sections = tagSections(note);
  return sections.flatMap((section, index) => {
    if (hasContent(note.slice(section.bodyStart, section.end))) return [];
    const next = sections[index + 1];
    if (next !== undefined && samePart(section, next)) return [];
    return [{ start: section.start, end: section.bodyStart }];
  });
}

function samePart(section: NoteSection, next: NoteSection): boolean {
  return PARTS_OF[section.division].some((part) => PARTS_OF[next.division].includes(part));
}
