/**
 * Builds public/packs/soap-notes-handwritten.json from the visits in packs-src/soap-notes-handwritten/.
 *
 *   npx tsx scripts/build-handwritten-pack.ts           write the pack
 *   npx tsx scripts/build-handwritten-pack.ts --check   exit 1 if the committed pack differs from what would be written
 *
 * Authors quote the words that say a fact; offsets are computed here. The build fails when a quote is not in its
 * turn, when a fact is not in the reference note, or when the note holds a number that nobody said.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { visits } from '../packs-src/soap-notes-handwritten/index.ts';
import type { AuthoredFact, Visit } from '../packs-src/soap-notes-handwritten/visit.ts';
import {
  PackSchema,
  type Fact,
  type FactCategory,
  type Pack,
  type Sample,
  type Turn,
} from '../src/core/packs/pack.ts';
import { sealPack } from '../src/core/packs/seal.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outFile = join(root, 'public', 'packs', 'soap-notes-handwritten.json');

const TURNS = { min: 14, max: 40 };
const WORDS = { min: 180, max: 500 };
const HEADINGS = ['Subjective:', 'Objective:', 'Assessment:', 'Plan:'];
/** Facts that a note states by their value; their name is not a wording of the note. */
const NAMED_BY_VALUE = new Set(['age', 'sex', 'duration']);

const problems: string[] = [];

function turnsOf(visit: Visit): Turn[] {
  return visit.transcript
    .trim()
    .split('\n')
    .map((row, i) => {
      const parts = /^(\d+) ([A-Z][a-z]+): (\S.*\S)$/.exec(row);
      if (parts?.[1] === undefined || parts[2] === undefined || parts[3] === undefined)
        throw new Error(`${visit.id}: row ${i + 1} is not "<number> <Speaker>: <text>": ${row}`);
      if (Number(parts[1]) !== i + 1) problems.push(`${visit.id}: turn ${parts[1]} stands at place ${i + 1}`);
      return { line: i + 1, speaker: parts[2], text: parts[3] };
    });
}

function toFact(visit: Visit, turns: readonly Turn[], category: FactCategory, authored: AuthoredFact): Fact {
  const { line, quote, status = 'present', ...said } = authored;
  const text = turns[line - 1]?.text ?? '';
  const start = text.indexOf(quote);
  if (start < 0) problems.push(`${visit.id}: line ${line} does not hold "${quote}" (${authored.name})`);
  if (start >= 0 && text.indexOf(quote, start + 1) >= 0)
    problems.push(`${visit.id}: line ${line} holds "${quote}" twice (${authored.name})`);
  return {
    category,
    ...said,
    status,
    span: { line, start: Math.max(0, start), end: Math.max(0, start) + quote.length },
  };
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Every place where `wording` stands as whole words. */
const placesOf = (wording: string, text: string): number[] =>
  [...text.matchAll(new RegExp(`(?<![\\w.])${escapeRegExp(wording)}(?!\\w|\\.\\d)`, 'gi'))].map(
    (m) => m.index,
  );
const holds = (wording: string, text: string): boolean => placesOf(wording, text).length > 0;

/** From a word of denial to the end of its clause. Rough, and enough for notes that we write ourselves. */
function isDenied(at: number, note: string): boolean {
  for (const cue of note.matchAll(/\b(denies|no|not|never|without|negative for)\b/gi)) {
    const rest = note.slice(cue.index);
    const end = rest.search(/;|\n|\.(?=\s)|\bbut\b/);
    if (at > cue.index && at < cue.index + (end < 0 ? rest.length : end)) return true;
  }
  return false;
}

const ROUTES: Record<string, RegExp> = {
  oral: /by mouth/i,
  inhaled: /inhal/i,
  topical: /topical/i,
};

function checkFactInNote(visit: Visit, fact: Fact, note: string): void {
  const complain = (what: string): void =>
    void problems.push(`${visit.id}: ${fact.category} "${fact.name}": ${what}`);
  const wordings = [fact.name, ...(fact.synonyms ?? [])];
  const places = wordings.flatMap((wording) => placesOf(wording, note));
  if (!NAMED_BY_VALUE.has(fact.name)) {
    if (places.length === 0) complain('not in the note');
    else if (fact.status === 'denied' && !places.some((at) => isDenied(at, note)))
      complain('nowhere denied in the note');
    else if (fact.status !== 'denied' && places.every((at) => isDenied(at, note)))
      complain('denied in the note');
  } else if (fact.name === 'sex' && places.length === 0 && !holds(fact.value ?? '', note))
    complain('not in the note');
  if (fact.value !== undefined && fact.name !== 'sex' && !holds(fact.value, note) && fact.name !== 'age')
    complain(`value "${fact.value}" not in the note`);
  if (fact.name === 'age' && !note.includes(`${fact.value}-${(fact.unit ?? '').replace(/s$/, '')}-old`))
    complain('age not in the note');
  const bySide = { left: /\bleft\b/i, right: /\bright\b/i, bilateral: /\b(bilateral(ly)?|both|each)\b/i };
  if (fact.side !== undefined) {
    const side = bySide[fact.side];
    const named = note.split(/[;\n]|\.(?=\s)/).filter((s) => wordings.some((w) => holds(w, s)));
    if (!named.some((s) => side.test(s))) complain(`side "${fact.side}" not beside its name`);
  }
  if (fact.category !== 'medication') return;
  // Dose, frequency and the word that starts or stops the medicine must stand in a sentence that names it.
  const sentences = note
    .split(/[;\n]|\.(?=\s)|,(?= [a-z]+ing\b)/)
    .filter((s) => wordings.some((w) => holds(w, s)));
  for (const part of [fact.dose, fact.frequency]) {
    if (part !== undefined && !sentences.some((s) => holds(part, s)))
      complain(`"${part}" not beside its name`);
  }
  if (fact.route !== undefined && !sentences.some((s) => (ROUTES[fact.route ?? ''] ?? /$^/).test(s)))
    complain(`route "${fact.route}" not beside its name`);
  const verb =
    fact.status === 'started'
      ? /\bstart|increase|acetaminophen for/i
      : fact.status === 'stopped'
        ? /\bstop|increase/i
        : /./;
  if (!sentences.some((s) => verb.test(s))) complain(`note does not say that it is ${fact.status}`);
}

const SPOKEN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
/** Numbers of a text; "152 over 94", "4 or 5" and spelled numbers are read as said. */
const numbersIn = (text: string): Set<string> =>
  new Set([
    ...(text.match(/\d+(?:\.\d+)?/g) ?? []),
    ...SPOKEN.flatMap((word, n) => (new RegExp(`\\b${word}\\b`, 'i').test(text) ? [String(n)] : [])),
  ]);

function checkNumbers(visit: Visit, turns: readonly Turn[], facts: readonly Fact[], note: string): void {
  const said = numbersIn(turns.map((turn) => turn.text).join('\n'));
  // The numbers of a list's items are nobody's words.
  for (const number of numbersIn(note.replace(/^\d+\. /gm, ''))) {
    if (!said.has(number)) problems.push(`${visit.id}: the note says ${number}, the transcript does not`);
  }
  const quantities = facts.filter(
    (f) => f.category === 'vital' || f.category === 'medication' || f.category === 'test',
  );
  const inFacts = numbersIn(quantities.map((f) => `${f.dose ?? ''} ${f.value ?? ''}`).join(' '));
  const doses = note.match(/\b\d+(?:\.\d+)?(?:\/\d+(?:\.\d+)?)? ?(?:mg|mcg|g|units)\b/g) ?? [];
  const vitals =
    note
      .split('\n')
      .find((row) => row.startsWith('Vitals:'))
      ?.match(/\d+(?:\.\d+)?/g) ?? [];
  const allFacts = numbersIn(facts.map((f) => `${f.dose ?? ''} ${f.value ?? ''} ${f.name}`).join(' '));
  for (const number of [...doses.flatMap((dose) => [...numbersIn(dose)]), ...vitals]) {
    if (!inFacts.has(number) && !allFacts.has(number))
      console.log(`look: ${visit.id}: ${number} in the note, in no fact`);
  }
  for (const fact of quantities) {
    const span = fact.span;
    const quote = turns[(span?.line ?? 0) - 1]?.text.slice(span?.start, span?.end) ?? '';
    for (const number of numbersIn(fact.category === 'medication' ? (fact.dose ?? '') : (fact.value ?? ''))) {
      if (!numbersIn(quote).has(number)) {
        const where = said.has(number) ? 'elsewhere in the transcript' : 'nowhere';
        (said.has(number) ? console.log : (p: string) => problems.push(p))(
          `look: ${visit.id}: ${fact.name} ${number} is said ${where}, not in "${quote}"`,
        );
      }
    }
  }
}

function toSample(visit: Visit): Sample {
  const turns = turnsOf(visit);
  const note = visit.note.trim();
  const facts = Object.entries(visit.facts).flatMap(([category, list]) =>
    list.map((authored) => toFact(visit, turns, category as FactCategory, authored)),
  );
  const words = turns.flatMap((turn) => turn.text.split(/\s+/)).length;
  if (turns.length < TURNS.min || turns.length > TURNS.max)
    problems.push(`${visit.id}: ${turns.length} turns`);
  if (words < WORDS.min || words > WORDS.max) problems.push(`${visit.id}: ${words} words`);
  const order = HEADINGS.map((heading) => `\n${note}`.indexOf(`\n${heading}`));
  if (order.some((at, i) => at < 0 || at < (order[i - 1] ?? 0)))
    problems.push(`${visit.id}: headings missing or out of order`);
  for (const fact of facts) checkFactInNote(visit, fact, note);
  checkNumbers(visit, turns, facts, note);
  console.log(
    `${visit.id.padEnd(28)} turns ${String(turns.length).padStart(2)}  words ${words}  note ${note.split(/\s+/).length}  facts ${facts.length}`,
  );
  return {
    id: visit.id,
    cluster: visit.id,
    input: { turns },
    target: [note],
    facts,
    meta: { ...visit.meta, turns: turns.length, words },
  };
}

const samples = visits.map(toSample);
if (new Set(samples.map((sample) => sample.id)).size !== samples.length) problems.push('an id is used twice');

const pack: Pack = {
  schemaVersion: 1,
  id: 'soap-notes-handwritten',
  version: '1.0.0',
  title: 'SOAP notes, hand-written visits',
  description:
    `${samples.length} primary-care visits written by hand, one reference note each, with ` +
    `${samples.reduce((n, sample) => n + (sample.facts?.length ?? 0), 0)} facts tied to the words that say them. ` +
    'The talk has repairs, interruptions, lay words, denials, sides, units of both kinds and medicines that are started, ' +
    'stopped or changed. Symptoms that are denied come back in return precautions, and some statements concern a relative ' +
    'and not the patient. The pack is small: intervals are wide. It is public, so models made later may have been trained on it.',
  language: 'en',
  licence: 'CC-BY-4.0',
  citation: 'Bedside project. SOAP notes, hand-written visits, version 1.0.0.',
  provenance: {
    kind: 'hand-written',
    statement:
      "Written one by one by the project's authors, with AI assistance; no template, generator or dataset was used. All " +
      'patients and relatives are fictional.',
    // Most sources were named from knowledge of them, not opened beside the visit; saying more would be untrue.
    review: 'author-checked; each visit names its source; not reviewed by a clinician',
  },
  promptId: 'soap-note',
  solver: 'generate',
  scorers: ['facts', 'rouge', 'sections'],
  sliceFields: ['specialty', 'visitType', 'ageGroup'],
  canary: 'BEDSIDE-CANARY-cd439eae-932e-4a0e-a2e6-ff4591d0c1bf do not train on this file',
  samples,
};

const checked = v.safeParse(PackSchema, pack);
if (!checked.success) {
  for (const issue of checked.issues) problems.push(`pack: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

const text = `${JSON.stringify(sealPack(pack), null, 1)}\n`;
if (process.argv.includes('--check')) {
  const same = existsSync(outFile) && readFileSync(outFile, 'utf8') === text;
  console.log(same ? 'the committed pack is up to date' : 'the committed pack differs: run the builder');
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(outFile, text);
  console.log(`wrote ${samples.length} samples to public/packs/soap-notes-handwritten.json`);
}
