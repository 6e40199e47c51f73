/**
 * A note cut into the four divisions of ACI-Bench, the way its evaluation does (Yim et al., Sci Data 2023;10:586): text
 * before the first heading is subjective; of several sections of one division only the first opens it; a division
 * reaches to where the next one opens, headings included.
 */
import { ACI_DIVISIONS, publishedDivisionOf, type AciDivision } from './published-headings.ts';
import {
  PARTS_OF,
  SOAP_PARTS,
  tagSections,
  type Division,
  type NoteSection,
  type SoapPart,
} from './sections.ts';

interface Opening {
  readonly division: AciDivision;
  readonly start: number;
}

const ACI_OF: Readonly<Record<Division, AciDivision>> = {
  subjective: 'subjective',
  'objective-exam': 'objective-exam',
  'objective-results': 'objective-results',
  assessment: 'assessment-and-plan',
  plan: 'assessment-and-plan',
  'assessment-and-plan': 'assessment-and-plan',
};

/** By the published headings alone. */
export function publishedDivisions(note: string): ReadonlyMap<AciDivision, string> {
  return cut(note, publishedOpenings(note));
}

/** By the published headings and by those that people and models write; see sections.ts. */
export function noteDivisions(note: string): ReadonlyMap<AciDivision, string> {
  const wider = tagSections(note).map(({ division, start }) => ({ division: ACI_OF[division], start }));
  return cut(note, [
    ...wider,
    ...publishedOpenings(note).filter((opening) => !onLineOf(note, opening, wider)),
  ]);
}

/** The wider rules know more about a line that they recognise. */
function onLineOf(note: string, { start }: Opening, others: readonly Opening[]): boolean {
  const lineEnd = note.indexOf('\n', start);
  return others.some((other) => other.start >= start && (lineEnd < 0 || other.start < lineEnd));
}

function publishedOpenings(note: string): Opening[] {
  const openings: Opening[] = [];
  let start = 0;
  for (const line of note.split('\n')) {
    const division = publishedDivisionOf(line);
    if (division !== null) openings.push({ division, start });
    start += line.length + 1;
  }
  return openings;
}

function cut(note: string, found: readonly Opening[]): ReadonlyMap<AciDivision, string> {
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  const headed = inOrder[0]?.start === 0;
  const all: readonly Opening[] = headed ? inOrder : [{ division: 'subjective', start: 0 }, ...inOrder];
  const opened = ACI_DIVISIONS.flatMap(
    (division) => all.find((each) => each.division === division) ?? [],
  ).sort((a, b) => a.start - b.start);
  return new Map(
    opened.map(({ division, start }, index) => [division, note.slice(start, opened[index + 1]?.start)]),
  );
}

/** The bodies of all sections of each SOAP part, without headings; a combined assessment and plan counts for both. */
export function soapTexts(note: string): ReadonlyMap<SoapPart, string> {
  const sections = tagSections(note);
  const body = ({ bodyStart, end }: NoteSection): string => note.slice(bodyStart, end).trim();
  const texts = SOAP_PARTS.map((part) => {
    const own = sections.filter(({ division }) => PARTS_OF[division].includes(part)).map(body);
    return [part, own.filter((text) => text !== '').join('\n')] as const;
  });
  return new Map(texts.filter(([, text]) => text !== ''));
}
