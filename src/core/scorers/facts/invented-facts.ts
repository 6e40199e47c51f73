/**
 * Statements of the note that neither the facts nor the visit hold. Only what can be decided is listed:
 * names of medicines, doses, vital signs, allergies, sides, findings. What was touched on in the visit in any
 * words, advice for the future, and what a fact's verdict already covers are left alone.
 */
import type { InventedFact, TextRange } from '../../contracts.ts';
import type { DrugMention } from '../../extract/drug-mentions.ts';
import { FINDING_GROUPS, type FindingGroup } from '../../extract/finding-terms.ts';
import { sidesIn } from '../../extract/laterality.ts';
import {
  findExact,
  findNames,
  namePattern,
  type Mention,
  type NamePattern,
} from '../../extract/match-name.ts';
import { polarityOf } from '../../extract/polarity.ts';
import { equalQuantities, quantitiesIn } from '../../extract/quantities.ts';
import {
  aboutAllergies,
  drugKey,
  inPlan,
  rangeOf,
  sentenceOf,
  type FactContext,
  type Verdict,
} from './fact-context.ts';
import { visitWords, type VisitWords } from './visit-words.ts';

export interface NoteCheck {
  readonly invented: readonly InventedFact[];
  /** Statements that could be checked, were not about a listed fact, and were said in the visit. */
  readonly supported: number;
}

interface Checks {
  readonly invented: InventedFact[];
  supported: number;
}

function overlaps(range: TextRange, others: readonly TextRange[]): boolean {
  return others.some((other) => range.start < other.end && other.start < range.end);
}

const SKIPPED_ACTIONS = new Set(['avoid', 'conditional']);

/** What people call a medicine whose name they do not use. */
const SPOKEN_AS: readonly (readonly [key: RegExp, anchors: readonly string[]])[] = [
  [/^ferrous/u, ['iron']],
  [/^insulin/u, ['insulin']],
  [/contracept|estradiol|norethindrone|levonorgestrel|drospirenone/u, ['contracept', 'birth']],
  [/^epinephrine$/u, ['epi']],
  [/^nitroglycerin$/u, ['nitro']],
  [/^polyethylene glycol$/u, ['miralax', 'powder']],
];

/** The words a drug's key is known by in the visit: its own first word, whole or misheard. */
function isSpokenOf(
  mention: DrugMention,
  text: string,
  visit: VisitWords,
  known: ReadonlySet<string>,
): boolean {
  if (known.has(mention.key)) return true;
  const called = SPOKEN_AS.filter(([key]) => key.test(mention.key)).flatMap(([, anchors]) => anchors);
  if (called.some((anchor) => visit.hasWordStarting(anchor))) return true;
  const words = `${mention.key} ${text}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.some((word) => visit.hasWordLike(word) || visit.hasWordStarting(word.slice(0, 6)));
}

function checkDrugs(
  context: FactContext,
  visit: VisitWords,
  taken: readonly TextRange[],
  checks: Checks,
): void {
  const known = new Set([
    ...context.facts.map(({ name }) => drugKey(name)),
    ...context.visitDrugs.map(({ key }) => key),
  ]);
  const seen = new Set<string>();
  for (const mention of context.drugs) {
    const range = { start: mention.start, end: mention.end };
    const text = context.note.text.slice(range.start, range.end);
    const sense = polarityOf(context.note, mention).sense;
    if (sense !== 'affirmed' || (mention.action !== null && SKIPPED_ACTIONS.has(mention.action))) continue;
    if (aboutAllergies(context.note, sentenceOf(context.note, mention))) continue;
    if (isSpokenOf(mention, text, visit, known)) {
      if (!overlaps(range, taken) && !seen.has(mention.key)) checks.supported += 1;
      seen.add(mention.key);
      checkDoses(context, visit, mention, taken, checks);
      continue;
    }
    if (seen.has(mention.key)) continue;
    seen.add(mention.key);
    const end = mention.doses.at(-1)?.end ?? range.end;
    checks.invented.push({
      category: 'medication',
      text: context.note.text.slice(range.start, end),
      note: { start: range.start, end },
    });
  }
}

/** A dose beside a medicine that was spoken of, in a number that was not. */
function checkDoses(
  context: FactContext,
  visit: VisitWords,
  mention: DrugMention,
  taken: readonly TextRange[],
  checks: Checks,
): void {
  const factDoses = context.facts
    .filter(({ category, name }) => category === 'medication' && drugKey(name) === mention.key)
    .flatMap(({ dose, value, unit }) => [
      ...quantitiesIn(dose ?? ''),
      ...quantitiesIn(`${value ?? ''} ${unit ?? ''}`),
    ]);
  for (const dose of mention.doses) {
    const range = { start: mention.start, end: dose.end };
    const isFact = factDoses.some((other) => equalQuantities(other, dose));
    if (isFact || visit.hasNumber(dose)) {
      if (!overlaps(range, taken)) checks.supported += 1;
      continue;
    }
    if (overlaps({ start: dose.start, end: dose.end }, taken)) continue;
    const text = context.note.text.slice(range.start, range.end);
    if (checks.invented.some((other) => other.text === text)) continue;
    checks.invented.push({ category: 'medication', text, note: range });
  }
}

function checkVitals(
  context: FactContext,
  visit: VisitWords,
  taken: readonly TextRange[],
  checks: Checks,
): void {
  for (const mention of context.vitals) {
    const range = { start: mention.start, end: mention.end };
    if (
      overlaps(range, taken) ||
      inPlan(context.note.sentences.find(({ start, end }) => range.start >= start && range.start < end))
    )
      continue;
    if (visit.hasNumber(mention.quantity)) checks.supported += 1;
    else
      checks.invented.push({
        category: 'vital',
        text: context.note.text.slice(range.start, range.end),
        note: range,
      });
  }
}

/** Allergens besides medicines, each with words that count as having spoken of it. */
const ALLERGENS: readonly (readonly [name: string, anchors: string])[] = [
  ['latex', 'latex rubber glove'],
  ['peanuts', 'peanut nut'],
  ['tree nuts', 'nut'],
  ['nuts', 'nut'],
  ['shellfish', 'shellfish shrimp crab lobster seafood'],
  ['shrimp', 'shrimp shellfish seafood'],
  ['eggs', 'egg'],
  ['milk', 'milk dairy'],
  ['soy', 'soy'],
  ['wheat', 'wheat gluten'],
  ['fish', 'fish seafood'],
  ['sesame', 'sesame'],
  ['bee stings', 'bee wasp sting'],
  ['contrast dye', 'contrast dye iodin'],
  ['iodine', 'iodin contrast dye'],
  ['adhesive tape', 'tape adhesive'],
  ['pollen', 'pollen hay grass tree season'],
  ['dust mites', 'dust mite'],
  ['cats', 'cat pet'],
  ['dogs', 'dog pet'],
  ['sulfa', 'sulf bactrim septra'],
  ['sulfa drugs', 'sulf bactrim septra'],
  ['sulfonamides', 'sulf bactrim'],
  ['cephalosporins', 'ceph cef'],
  ['nsaids', 'nsaid ibuprofen naproxen aspirin advil'],
  ['statins', 'statin'],
];

function checkAllergies(
  context: FactContext,
  visit: VisitWords,
  taken: readonly TextRange[],
  checks: Checks,
): void {
  const listed: { mention: Mention; spoken: boolean }[] = [];
  for (const mention of context.drugs) {
    const known = new Set(context.visitDrugs.map(({ key }) => key));
    listed.push({
      mention,
      spoken: isSpokenOf(mention, context.note.text.slice(mention.start, mention.end), visit, known),
    });
  }
  for (const [name, anchors] of ALLERGENS) {
    const spoken = anchors.split(' ').some((anchor) => visit.hasWordStarting(anchor));
    for (const mention of findNames(context.note, [name])) listed.push({ mention, spoken });
  }
  for (const { mention, spoken } of listed) {
    const range = rangeOf(context.note, mention);
    const labelled = sentenceOf(context.note, mention)?.label === 'allergies';
    const said = /\ballergic to\s+(?:\w+\s+){0,2}$/iu.test(
      context.note.text.slice(Math.max(0, range.start - 40), range.start),
    );
    if (
      !(labelled || said) ||
      polarityOf(context.note, mention).sense !== 'affirmed' ||
      overlaps(range, taken)
    )
      continue;
    if (spoken) checks.supported += 1;
    else if (
      !overlaps(
        range,
        checks.invented.map(({ note }) => note),
      )
    ) {
      checks.invented.push({
        category: 'allergy',
        text: context.note.text.slice(range.start, range.end),
        note: range,
      });
    }
  }
}

const MAX_PER_GROUP = 20;

const GROUP_PATTERNS: ReadonlyMap<FindingGroup, readonly NamePattern[]> = new Map(
  FINDING_GROUPS.map((group) => [group, group.terms.map(namePattern)]),
);

function mentionsOf(context: FactContext, group: FindingGroup): Mention[] {
  const patterns = GROUP_PATTERNS.get(group) ?? [];
  return patterns.flatMap((pattern) => findExact(context.note, pattern)).slice(0, MAX_PER_GROUP);
}

function checkFindings(
  context: FactContext,
  visit: VisitWords,
  taken: readonly TextRange[],
  checks: Checks,
): void {
  const covered: TextRange[] = [...taken];
  const mentioned = FINDING_GROUPS.map((group) => ({ group, mentions: mentionsOf(context, group) }))
    .filter(({ mentions }) => mentions.length > 0)
    .map(({ group, mentions }) => ({
      mentions,
      spoken: group.anchors.some((anchor) => visit.hasWordStarting(anchor)),
    }));
  // What was spoken of is covered first, so that "head injury" covers "injury".
  for (const { mentions, spoken } of mentioned.sort((a, b) => Number(b.spoken) - Number(a.spoken))) {
    for (const mention of mentions) {
      const range = rangeOf(context.note, mention);
      const sentence = sentenceOf(context.note, mention);
      const { aside } = polarityOf(context.note, mention);
      if (overlaps(range, covered) || aside === 'conditional' || sentence?.division === 'plan') continue;
      if (sentence?.label === 'allergies') continue;
      covered.push(range);
      if (spoken) checks.supported += 1;
      else if (
        !checks.invented.some(
          ({ category, text }) =>
            category === 'finding' &&
            text.toLowerCase() === context.note.text.slice(range.start, range.end).toLowerCase(),
        )
      ) {
        checks.invented.push({
          category: 'finding',
          text: context.note.text.slice(range.start, range.end),
          note: range,
        });
      }
    }
  }
}

/** A side in the note when the visit and the facts know only the other one, or none. */
function checkSides(context: FactContext, taken: readonly TextRange[], checks: Checks): void {
  const known = sidesIn(
    `${context.visit.text}\n${context.facts.map(({ side, name }) => `${side ?? ''} ${name}`).join('\n')}`,
  );
  if (known.has('bilateral')) return;
  for (const side of ['left', 'right'] as const) {
    if (known.has(side)) continue;
    const pattern =
      side === 'left'
        ? /\b[Ll]eft[- ](?:sided )?\p{L}{3,}/gu
        : /\b[Rr]ight[- ](?:sided )?(?!after|away|now|before|when|then)\p{L}{3,}/gu;
    for (const match of context.note.text.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const sentence = context.note.sentences.find(
        ({ start, end }) => range.start >= start && range.start < end,
      );
      const sentenceTaken =
        sentence !== undefined && overlaps({ start: sentence.start, end: sentence.end }, taken);
      if (!sentenceTaken) checks.invented.push({ category: 'side', text: match[0], note: range });
    }
  }
}

export function checkNote(context: FactContext, verdicts: readonly Verdict[]): NoteCheck {
  const visit = visitWords(context);
  const checks: Checks = { invented: [], supported: 0 };
  const taken = verdicts.flatMap(({ range }) => range ?? []);
  const contradicted = verdicts.flatMap(({ outcome, range }) =>
    outcome === 'contradicted' && range !== undefined ? [range] : [],
  );
  checkDrugs(context, visit, taken, checks);
  checkVitals(context, visit, taken, checks);
  checkAllergies(context, visit, taken, checks);
  checkFindings(context, visit, taken, checks);
  checkSides(context, contradicted, checks);
  return {
    invented: checks.invented.sort((a, b) => a.note.start - b.note.start),
    supported: checks.supported,
  };
}
