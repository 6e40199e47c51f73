/**
 * The headings by which the evaluation scripts of ACI-Bench cut a note (Yim et al., Sci Data 2023;10:586,
 * baselines/sectiontagger), kept to the letter so that published figures by division can be reproduced. Notes from
 * elsewhere are cut by the wider rules of sections.ts.
 */
export const ACI_DIVISIONS = [
  'subjective',
  'objective-exam',
  'objective-results',
  'assessment-and-plan',
] as const;
export type AciDivision = (typeof ACI_DIVISIONS)[number];

interface PublishedHeadings {
  readonly division: AciDivision;
  /** Stand at the start of a line, whatever follows. */
  readonly anywhere: string;
  /** Stand at the start of a line before a colon, or alone on it. */
  readonly colon: string;
}

/** In the order in which a line is tried. */
const HEADINGS: readonly PublishedHeadings[] = [
  {
    division: 'subjective',
    anywhere: 'chief complaint|history of present illness|hpi|social history|past history',
    colon:
      'cc|chief complaint|reason for visit|history|interval history|interval hx|subjective|ros|review of systems?',
  },
  {
    division: 'objective-exam',
    anywhere: 'physical exam|vitals reviewed',
    colon: 'pe|physical findings|examination|exam',
  },
  { division: 'objective-results', anywhere: 'results', colon: 'findings' },
  {
    division: 'assessment-and-plan',
    anywhere: 'summary plan|assessment and plan',
    colon:
      'assessment|a|plan|plan of care|p|medical decision-making plan|ap|a / p|assessment & plan|disposition / plan',
  },
];

const PATTERNS = HEADINGS.map(({ division, anywhere, colon }) => {
  const spaced = (words: string): string => words.replaceAll('/', '\\/').replaceAll(' ', '\\s*');
  return {
    division,
    pattern: new RegExp(`^\\s*(?:${spaced(anywhere)}|(?:${spaced(colon)})\\s*(?::|$))`, 'i'),
  };
});

/** Lower-case "impression" heads the results of a scan; in capitals it heads the assessment. */
const IMPRESSION = /^\s*IMPRESSION/;

export function publishedDivisionOf(line: string): AciDivision | null {
  // No heading is longer; the slice keeps the patterns cheap on a line of thousands of characters.
  const start = line.slice(0, 200);
  const found = PATTERNS.find(({ pattern }) => pattern.test(start));
  if (found !== undefined) return found.division;
  return IMPRESSION.test(start) ? 'assessment-and-plan' : null;
}
