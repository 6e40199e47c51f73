/** Medicines of the note: named in the visit, in doses and times said of them, and started or stopped as said. */
import type { TextRange } from '../../contracts.ts';
import type { DrugAction, DrugMention } from '../../extract/drug-mentions.ts';
import { routesIn } from '../../extract/drug-mentions.ts';
import { compareFrequency, frequencyIn, type Frequency } from '../../extract/frequency.ts';
import { polarityOf } from '../../extract/polarity.ts';
import { sameDimension, type Quantity } from '../../extract/quantities.ts';
import type { AuditContext } from './audit-context.ts';
import { addSupported, addUnsupported, type Findings } from './checks.ts';
import { inAllergyTalk } from './allergy-check.ts';
import { findQuantity } from './number-check.ts';
import { spokenStatus } from './spoken-status.ts';

/** What people call a medicine whose name they do not use. */
const SPOKEN_AS: readonly (readonly [key: RegExp, anchors: readonly string[]])[] = [
  [/^ferrous/u, ['iron']],
  [/^insulin/u, ['insulin']],
  [/contracept|estradiol|norethindrone|levonorgestrel|drospirenone/u, ['contracept', 'birth']],
  [/^epinephrine$/u, ['epi']],
  [/^nitroglycerin$/u, ['nitro']],
  [/^polyethylene glycol$/u, ['miralax', 'powder']],
];

export function drugPlace(context: AuditContext, mention: DrugMention): TextRange | 'unplaced' | undefined {
  const exact = context.visitDrugs.find(({ key }) => key === mention.key);
  if (exact !== undefined) return { start: exact.start, end: exact.end };
  const anchors = SPOKEN_AS.filter(([key]) => key.test(mention.key)).flatMap(([, words]) => words);
  const named = `${mention.key} ${context.note.text.slice(mention.start, mention.end)}`.toLowerCase();
  const words = named.match(/\p{L}{4,}/gu) ?? [];
  for (const start of [...anchors, ...words.map((word) => word.slice(0, 6))]) {
    const [at] = context.visitWords.starting(start);
    const token = at === undefined ? undefined : context.visit.clinical.tokens[at];
    if (token !== undefined) return { start: token.start, end: token.end };
  }
  return words.some((word) => context.visitWords.like(word)) ? 'unplaced' : undefined;
}

const TURNS_AFTER = 4;
const CHARS_BEFORE = 60;

/** The talk about a medicine: its mentions and the turns after each, up to the next medicine. */
export function talkAbout(context: AuditContext, key: string): TextRange[] {
  const { visit, visitDrugs } = context;
  return visitDrugs.flatMap((mention, at): TextRange[] => {
    if (mention.key !== key) return [];
    const part = visit.partAt(mention.start);
    const next = visitDrugs.slice(at + 1).find((other) => other.key !== key);
    const previous = visitDrugs.slice(0, at).findLast((other) => other.key !== key);
    const last = visit.parts[Math.min(part + TURNS_AFTER, visit.parts.length - 1)];
    const end = Math.max(mention.segmentEnd, Math.min(next?.start ?? Infinity, last?.end ?? mention.end));
    const ended = previous === undefined ? 0 : Math.max(previous.end, previous.doses.at(-1)?.end ?? 0);
    return [{ start: Math.max(mention.start - CHARS_BEFORE, ended), end }];
  });
}

function within(quantity: TextRange, ranges: readonly TextRange[]): boolean {
  return ranges.some(({ start, end }) => quantity.start >= start && quantity.end <= end);
}

const NO_AMOUNT = /^(?:an?|the|one|once|last|past|couple|half|first|second|third)\b/iu;
const AGE_OR_VITAL =
  /\b(?:i'm|i am|turned|aged?|rate(?: is)?|oxygen(?: is)?|temperature(?: is)?|pressure(?: is)?|pulse(?: is)?|scale of|over)\s*(?:about |around )?$/iu;

/** A number without a unit may be the amount of a medicine; an age or a vital sign is none. */
export function mayBeDose(context: AuditContext, quantity: Quantity): boolean {
  if (quantity.unit !== null) return true;
  const { text } = context.visit.clinical;
  return (
    (quantity.form !== 'ratio' || !Number.isInteger(quantity.second)) &&
    !NO_AMOUNT.test(text.slice(quantity.start, quantity.end)) &&
    !AGE_OR_VITAL.test(text.slice(Math.max(0, quantity.start - 30), quantity.start))
  );
}

function checkDoses(
  context: AuditContext,
  findings: Findings,
  mention: DrugMention,
  talk: readonly TextRange[],
): void {
  const near = context.visitQuantities.filter(
    (quantity) => within(quantity, talk) && mayBeDose(context, quantity),
  );
  for (const dose of mention.doses) {
    const note = { start: dose.start, end: dose.end };
    const own = findQuantity(near, dose);
    if (own !== undefined) {
      addSupported(context, findings, 'dose', note, { start: own.start, end: own.end });
      continue;
    }
    const otherDose = near.find((said) => sameDimension(said, dose));
    const elsewhere = findQuantity(
      context.visitQuantities.filter((quantity) => mayBeDose(context, quantity)),
      dose,
    );
    if (elsewhere !== undefined && otherDose === undefined) {
      addSupported(context, findings, 'dose', note, { start: elsewhere.start, end: elsewhere.end });
      continue;
    }
    const against = otherDose ?? elsewhere;
    addUnsupported(context, findings, {
      category: 'dose',
      severity: 'major',
      note: { start: mention.start, end: Math.max(dose.end, mention.end) },
      ...(against === undefined ? {} : { against: { start: against.start, end: against.end } }),
    });
  }
}

interface SaidFrequency {
  readonly frequency: Frequency;
  readonly range: TextRange;
  /** In one sentence with the name or an amount of the medicine. */
  readonly close: boolean;
}

const AMOUNT =
  /\b\d+\s*(?:mg|milligrams?|mcg|micrograms?|units?|puffs?|applications?|tablets?|pills?|ml)\b|\btake\b/iu;

/** "One in the morning, one at night." */
const TWICE = /\bmornings?\b.*\b(?:nights?|evenings?|bedtime|bed)\b/iu;

function frequenciesIn(
  context: AuditContext,
  mention: DrugMention,
  talk: readonly TextRange[],
): SaidFrequency[] {
  const { clinical } = context.visit;
  const named = context.visitDrugs.filter(({ key }) => key === mention.key);
  return talk.flatMap((range) =>
    clinical.sentences
      .filter(({ start, end }) => start < range.end && range.start < end)
      .flatMap((sentence) => {
        const words = clinical.text.slice(
          Math.max(sentence.start, range.start),
          Math.min(sentence.end, range.end),
        );
        const close =
          AMOUNT.test(words) || named.some(({ start }) => start >= sentence.start && start < sentence.end);
        const twice = TWICE.test(words) ? ['twice a day'] : [];
        return [words, ...twice, ...words.split(/,| and | then /u)].flatMap((piece): SaidFrequency[] => {
          const frequency = frequencyIn(piece);
          return frequency === null || (frequency.perDay === null && !frequency.asNeeded && !close)
            ? []
            : [{ frequency, close, range: { start: sentence.start, end: sentence.end } }];
        });
      }),
  );
}

function checkFrequency(
  context: AuditContext,
  findings: Findings,
  mention: DrugMention,
  talk: readonly TextRange[],
): void {
  const stated = frequencyIn(mention.segment.split(/[,;(]/u)[0] ?? '');
  if (stated === null) return;
  const wide = talk.map(({ start, end }) => ({ start: start - 3 * CHARS_BEFORE, end }));
  const said = frequenciesIn(context, mention, wide);
  const note = { start: mention.start, end: mention.segmentEnd };
  const same = said.find(({ frequency }) => compareFrequency(frequency, stated) !== 'different');
  if (same !== undefined) addSupported(context, findings, 'dose', note, same.range);
  const other = said.find(({ close }) => close);
  if (same !== undefined || other === undefined) return;
  addUnsupported(context, findings, { category: 'dose', severity: 'major', note, against: other.range });
}

function checkRoute(
  context: AuditContext,
  findings: Findings,
  mention: DrugMention,
  talk: readonly TextRange[],
): void {
  if (mention.route === null) return;
  const said = routesIn(talk.map((range) => context.visit.wordsOf(range)).join('\n'));
  const note = { start: mention.start, end: mention.segmentEnd };
  if (said.has(mention.route) || routesIn(context.visit.clinical.text).has(mention.route)) return;
  if (mention.route === 'oral' && said.size === 0) return;
  const [against] = said.size === 0 ? [] : talk;
  addUnsupported(context, findings, {
    category: 'dose',
    severity: 'major',
    note,
    ...(against === undefined ? {} : { against }),
  });
}

const TAKEN: ReadonlySet<DrugAction> = new Set<DrugAction>(['start', 'continue', 'change']);
const LEFT: ReadonlySet<DrugAction> = new Set<DrugAction>(['stop', 'avoid']);

/** "Stop ibuprofen, take naproxen instead": the verb belongs to the medicine it stands before; a question decides nothing. */
function ownsAction(context: AuditContext, mention: DrugMention): boolean {
  const { clinical } = context.visit;
  const at = context.visitDrugs.indexOf(mention);
  const previous = context.visitDrugs[at - 1];
  const index = clinical.tokens[mention.first]?.sentence ?? -1;
  const sentence = clinical.sentences[index];
  if (sentence === undefined || clinical.text[sentence.end] === '?') return false;
  const before = clinical.text.slice(sentence.start, mention.start);
  const changes = /\b(?:instead|replac|switch|chang|and start|then start)/iu.test(
    clinical.text.slice(sentence.start, sentence.end),
  );
  if (changes) return false;
  const after = previous !== undefined && clinical.tokens[previous.first]?.sentence === index;
  return !(after && previous.key !== mention.key && previous.action === mention.action) || before.length < 12;
}

/** "Stop" in the note where the visit only starts or goes on, and the reverse. */
function actionAgainst(context: AuditContext, mention: DrugMention): TextRange | undefined {
  const said = context.visitDrugs.filter(
    (other) => other.key === mention.key && other.action !== 'conditional' && ownsAction(context, other),
  );
  const [opposite, own] = LEFT.has(mention.action)
    ? [TAKEN, LEFT]
    : TAKEN.has(mention.action)
      ? [LEFT, TAKEN]
      : [null, null];
  if (opposite === null || said.some(({ action }) => own.has(action))) return undefined;
  const against = said.find(({ action }) => opposite.has(action));
  return against === undefined ? undefined : { start: against.start, end: against.segmentEnd };
}

/** Gives back what the doses account for, so that no number is counted twice. */
export function checkMedications(context: AuditContext, findings: Findings): TextRange[] {
  const taken: TextRange[] = [];
  for (const mention of context.noteDrugs) {
    if (inAllergyTalk(context.note, mention)) continue;
    taken.push(...mention.doses.map(({ start, end }) => ({ start, end })));
    const note = { start: mention.start, end: mention.doses.at(-1)?.end ?? mention.end };
    const { sense, aside } = polarityOf(context.note, mention);
    const place = drugPlace(context, mention);
    if (place === undefined) {
      if (aside === 'family') continue;
      const severity = sense === 'negated' || mention.action === 'avoid' ? 'minor' : 'major';
      addUnsupported(context, findings, { category: 'medication', severity, note });
      continue;
    }
    const said = context.visitDrugs.filter(({ key }) => key === mention.key);
    const against = sense === 'negated' ? deniedAgainst(context, said) : actionAgainst(context, mention);
    if (against !== undefined) {
      addUnsupported(context, findings, {
        category: 'medication',
        severity: 'major',
        note: { start: mention.start, end: mention.end },
        against,
      });
    } else {
      addSupported(
        context,
        findings,
        'medication',
        { start: mention.start, end: mention.end },
        place === 'unplaced' ? undefined : place,
      );
    }
    const talk = talkAbout(context, mention.key);
    checkDoses(context, findings, mention, talk);
    if (talk.length === 0) continue;
    checkFrequency(context, findings, mention, talk);
    checkRoute(context, findings, mention, talk);
  }
  return taken;
}

function deniedAgainst(context: AuditContext, said: readonly DrugMention[]): TextRange | undefined {
  const statuses = said.map((mention) => ({ mention, status: spokenStatus(context.visit, mention) }));
  if (statuses.some(({ status, mention }) => status !== 'affirmed' || LEFT.has(mention.action)))
    return undefined;
  const [first] = said;
  return first === undefined ? undefined : { start: first.start, end: first.end };
}
