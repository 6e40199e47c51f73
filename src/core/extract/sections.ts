/**
 * Finds the sections of a clinical note by the headings people write. The heading words follow the section
 * tagger of ACI-Bench (Yim et al., Sci Data 2023;10:586, baselines/sectiontagger) and add what models write:
 * markdown, single letters, abbreviations. A heading without a colon must stand alone on its line.
 */
export type Division =
  'subjective' | 'objective-exam' | 'objective-results' | 'assessment' | 'plan' | 'assessment-and-plan';

export interface NoteSection {
  readonly division: Division;
  /** The heading as written, without markdown. */
  readonly heading: string;
  /** Offsets of the heading's line part and of the text it heads, in the note. */
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

interface HeadingWords {
  readonly division: Division;
  /** Strong headings always open their division; weak ones never lead back, e.g. "Medications:" in a plan. */
  readonly strong: boolean;
  readonly words: string;
}

const HEADINGS: readonly HeadingWords[] = [
  {
    division: 'assessment-and-plan',
    strong: true,
    words:
      'assessments? (?:and|&|\\+) plans?|assessment ?/ ?plan|impression (?:and|&|/) plan|a ?/ ?p|a ?& ?p|ap|a and p|medical decision[ -]making(?: plan)?|mdm|summary plan',
  },
  {
    division: 'subjective',
    strong: true,
    words:
      'subjective(?: (?:findings|information|data))?|hpi(?: notes?)?|history of (?:the )?present(?:ing)? illness(?:es)?|interval (?:history|hx)|chief complaints?|cc|reason for (?:the )?visit|presenting complaint|ros|reviews? of systems?',
  },
  {
    division: 'subjective',
    strong: false,
    words:
      'history|past history|(?:past )?(?:medical|surgical|family|social|personal|obstetric|medication)(?: and (?:surgical|family|social))? (?:history|hx)|pmh|psh|fh|sh|(?:current |home )?medications?|meds|current meds|(?:drug )?allergies|allergy|symptoms',
  },
  {
    division: 'objective-exam',
    strong: true,
    words:
      'objective(?: (?:findings|information|data))?|physical exam(?:ination)?|physical findings|pe|exam(?:ination)?(?: findings)?|vital signs|vitals(?: reviewed)?',
  },
  {
    division: 'objective-results',
    strong: false,
    words:
      '(?:test |lab(?:oratory)? |imaging |diagnostic )?results|findings|labs|laboratory(?: data| studies)?|imaging|diagnostics|data(?: reviewed)?|investigations',
  },
  { division: 'assessment', strong: true, words: 'assessments?|impressions?|clinical impression' },
  {
    division: 'assessment',
    strong: false,
    words: 'diagnos[ie]s|(?:working|differential|final) diagnos[ie]s',
  },
  {
    division: 'plan',
    strong: true,
    words: 'plan(?: of care)?|plan of treatment|(?:treatment|management|care) plan|disposition ?/ ?plan',
  },
  { division: 'plan', strong: false, words: 'recommendations?|management|treatment|follow[ -]?up(?: plan)?' },
];

const LETTERS: Readonly<Record<string, Division>> = {
  s: 'subjective',
  o: 'objective-exam',
  a: 'assessment',
  p: 'plan',
};

/** Markdown, bullets and numbers that may stand before and around a heading. */
const BEFORE = '[ \\t>]*(?:#{1,6}[ \\t]*)?(?:(?:[-*•]|\\d{1,2}[.)])[ \\t]+)?(?:[*_]{1,3}|\\[)?';
const LINE_PATTERNS = HEADINGS.map((heading) => ({
  ...heading,
  pattern: new RegExp(
    `^${BEFORE}(${heading.words})(?:[ \\t]*\\((?:[^()\\n]{1,30})\\))?[ \\t]*(?:[*_\\]]{1,3})?[ \\t]*(?:[:：][*_]{0,3}|(?:[-–—]|=)[ \\t]|[*_#\\]]*[ \\t]*$)`,
    'iu',
  ),
}));
const LETTER_LINE = new RegExp(`^${BEFORE}([SOAP])[*_]{0,3}[ \\t]*(?:[:：)]|[-–—][ \\t])[*_]{0,3}`, 'u');
/** A capitalised heading word with a colon inside a line: notes written as one paragraph. */
const INLINE =
  /(?<=[\s])(?<!\b(?:treatment|care|management|and|&)\s)(?:[*_]{1,3})?(Subjective|Objective|Assessment and Plan|Assessment & Plan|Assessment\/Plan|A\/P|Assessment|Plan)(?:[*_]{0,3}):/gu;
const INLINE_LETTER = /(?<=\s)([OAP]):/gu;

const DIVISION_ORDER: Readonly<Record<Division, number>> = {
  subjective: 0,
  'objective-exam': 1,
  'objective-results': 1,
  assessment: 2,
  'assessment-and-plan': 2,
  plan: 3,
};

interface FoundHeading {
  readonly division: Division;
  readonly strong: boolean;
  readonly heading: string;
  readonly start: number;
  readonly bodyStart: number;
}

function headingOfLine(line: string, lineStart: number, letters: boolean): FoundHeading | null {
  for (const { division, strong, pattern } of LINE_PATTERNS) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const bodyStart = lineStart + match[0].length;
    return { division, strong, heading: match[1] ?? '', start: lineStart, bodyStart };
  }
  const letter = letters ? LETTER_LINE.exec(line) : null;
  const division = LETTERS[letter?.[1]?.toLowerCase() ?? ''];
  if (letter === null || division === undefined) return null;
  const bodyStart = lineStart + letter[0].length;
  return { division, strong: true, heading: letter[1] ?? '', start: lineStart, bodyStart };
}

function inlineHeadings(line: string, lineStart: number, letters: boolean): FoundHeading[] {
  const found: FoundHeading[] = [];
  // Inside a line, letters count only after "S:" at its start.
  const withLetters = letters && LETTER_LINE.exec(line)?.[1] === 'S';
  const matches = [...line.matchAll(INLINE), ...(withLetters ? line.matchAll(INLINE_LETTER) : [])];
  for (const match of matches) {
    const heading = match[1] ?? '';
    const division = LETTERS[heading.toLowerCase()] ?? headingOfLine(`${heading}:`, 0, false)?.division;
    const start = lineStart + match.index;
    if (division !== undefined) {
      found.push({ division, strong: true, heading, start, bodyStart: start + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * "P:" is also how transcripts tag the patient. Letters are headings only when each starts one line at most,
 * at least two different ones occur, and nothing is tagged "D:".
 */
function lettersAreHeadings(lines: readonly string[]): boolean {
  const seen = new Set<string>();
  for (const line of lines) {
    if (/^\s*(?:D|Dr|DR|Doctor|Patient)\s*:/u.test(line)) return false;
    const letter = LETTER_LINE.exec(line)?.[1];
    if (letter === undefined) continue;
    if (seen.has(letter)) return false;
    seen.add(letter);
    for (const match of line.matchAll(INLINE_LETTER)) seen.add(match[1] ?? '');
  }
  return seen.size >= 2;
}

function allHeadings(note: string): FoundHeading[] {
  const lines = note.split('\n');
  const letters = lettersAreHeadings(lines);
  const found: FoundHeading[] = [];
  let lineStart = 0;
  for (const line of lines) {
    // A line of thousands of characters is not a heading; the slice keeps the patterns cheap.
    const first = headingOfLine(line.length > 400 ? line.slice(0, 400) : line, lineStart, letters);
    if (first !== null) found.push(first);
    found.push(...inlineHeadings(line, lineStart, letters).filter((h) => h.start >= (first?.bodyStart ?? 0)));
    lineStart += line.length + 1;
  }
  return found;
}

/** The note cut at its headings, in order. Text before the first heading belongs to no section. */
export function tagSections(note: string): NoteSection[] {
  const kept: FoundHeading[] = [];
  let order = -1;
  for (const heading of allHeadings(note)) {
    const next = DIVISION_ORDER[heading.division];
    if (!heading.strong && next < order) continue;
    order = next;
    kept.push(heading);
  }
  return kept.map((heading, index) => ({
    division: heading.division,
    heading: heading.heading,
    start: heading.start,
    bodyStart: heading.bodyStart,
    end: kept[index + 1]?.start ?? note.length,
  }));
}

export const SOAP_PARTS = ['subjective', 'objective', 'assessment', 'plan'] as const;
export type SoapPart = (typeof SOAP_PARTS)[number];

/** The SOAP parts a section belongs to. */
export const PARTS_OF: Readonly<Record<Division, readonly SoapPart[]>> = {
  subjective: ['subjective'],
  'objective-exam': ['objective'],
  'objective-results': ['objective'],
  assessment: ['assessment'],
  plan: ['plan'],
  'assessment-and-plan': ['assessment', 'plan'],
};

/** A heading with nothing under it, or only a placeholder, is not a section. */
export function hasContent(body: string): boolean {
  const words = body.replace(/\[[^\]\n]*\]|<[^>\n]*>/gu, ' ').replace(/\b(?:n\/a|tbd)\b/giu, ' ');
  return /[\p{L}\p{N}]/u.test(words);
}

/** Which of the four SOAP parts the note has with something under them. */
export function soapParts(note: string): ReadonlySet<SoapPart> {
  const present = new Set<SoapPart>();
  for (const section of tagSections(note)) {
    if (!hasContent(note.slice(section.bodyStart, section.end))) continue;
    for (const part of PARTS_OF[section.division]) present.add(part);
  }
  return present;
}
