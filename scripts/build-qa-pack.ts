/**
 * Builds public/packs/clinical-qa-demo.json from the hand-written items in packs-src/clinical-qa-demo/.
 *
 *   npx tsx scripts/build-qa-pack.ts           write the pack
 *   npx tsx scripts/build-qa-pack.ts --check   exit 1 if the committed pack differs from what would be written
 *
 * An item is written with its right answer first (`right`) and three wrong ones (`wrong`).
 * The letters are given out here, evenly within each dimension and from a fixed seed,
 * so that no author's habit decides where the right answer stands. The build fails on any broken rule below.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { PackSchema, type Pack, type Sample } from '../src/core/packs/pack.ts';
import { sealPack } from '../src/core/packs/seal.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sourceDir = join(root, 'packs-src', 'clinical-qa-demo');
const outFile = join(root, 'public', 'packs', 'clinical-qa-demo.json');

const DIMENSIONS = ['MedKQA', 'MedSE', 'MedRU', 'SmartServ', 'SmartCare'] as const;
const LETTERS = ['A', 'B', 'C', 'D'] as const;
const MIN_PER_DIMENSION = 21;
const MAX_LONGEST_SHARE = 0.35;
const MAX_SHORTEST_SHARE = 0.35;
const SEED = 'clinical-qa-demo 1.0.0';

/** How an item was checked. Said per item, so that no item claims more than was done for it. */
const REVIEW = {
  text: 'author-checked against the cited source (an excerpt of it, or of a page that reproduces it)',
  stem: 'author-checked against the stem: the answer is stated there or follows by arithmetic',
  knowledge:
    "author-checked from the author's knowledge of the cited source; its text was not opened for this check",
} as const;

const line = v.pipe(
  v.string(),
  v.minLength(1),
  v.check((s) => s === s.trim(), 'has spaces at an end'),
);
const ItemSchema = v.strictObject({
  id: v.pipe(line, v.regex(/^qa-[a-z]+-\d{3}$/)),
  check: v.picklist(['text', 'stem', 'knowledge']),
  record: v.optional(line),
  specialty: line,
  difficulty: v.picklist(['easy', 'medium', 'hard']),
  stem: line,
  right: line,
  wrong: v.pipe(v.array(line), v.length(3)),
  source: line,
  rationale: line,
});
const FileSchema = v.strictObject({
  dimension: v.picklist(DIMENSIONS),
  records: v.optional(v.record(line, line)),
  items: v.array(ItemSchema),
});
type Item = v.InferOutput<typeof ItemSchema>;

const problems: string[] = [];
const digest = (text: string): string => createHash('sha256').update(`${SEED}|${text}`).digest('hex');
const byDigest = <T>(list: readonly T[], key: (item: T) => string): T[] =>
  [...list].sort((a, b) => (digest(key(a)) < digest(key(b)) ? -1 : 1));

/** Equal shares of A-D over the items of one dimension, in an order that only the seed decides. */
function lettersFor(items: readonly Item[]): Map<string, number> {
  return new Map(
    byDigest(items, (item) => `letter ${item.id}`).map((item, rank) => [item.id, rank % LETTERS.length]),
  );
}

function toSample(item: Item, dimension: string, records: Record<string, string>, position: number): Sample {
  const record = item.record === undefined ? undefined : records[item.record];
  if (item.record !== undefined && record === undefined)
    problems.push(`${item.id}: no record "${item.record}"`);
  const texts = byDigest(item.wrong, (text) => `wrong ${item.id} ${text}`);
  texts.splice(position, 0, item.right);
  return {
    id: item.id,
    cluster: item.record === undefined ? item.id : `qa-record-${item.record}`,
    input: {
      messages: [
        {
          role: 'user',
          content: record === undefined ? item.stem : `Record:\n${record}\n\nQuestion: ${item.stem}`,
        },
      ],
    },
    choices: texts.map((text, i) => ({ id: LETTERS[i] as string, text })),
    answer: LETTERS[position],
    meta: {
      dimension,
      specialty: item.specialty,
      difficulty: item.difficulty,
      source: item.source,
      rationale: item.rationale,
      review: REVIEW[item.check],
    },
  };
}

const byDimension: Sample[][] = [];
for (const dimension of DIMENSIONS) {
  const path = join(sourceDir, `${dimension.toLowerCase()}.json`);
  const parsed = v.safeParse(FileSchema, JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    for (const issue of parsed.issues)
      problems.push(`${dimension}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
    continue;
  }
  const { items, records = {} } = parsed.output;
  if (parsed.output.dimension !== dimension)
    problems.push(`${path}: dimension is ${parsed.output.dimension}`);
  for (const name of Object.keys(records)) {
    if (!items.some((item) => item.record === name))
      problems.push(`${dimension}: record "${name}" has no question`);
  }
  if (dimension === 'MedRU' && items.some((item) => item.record === undefined)) {
    problems.push('MedRU: every item needs a record');
  }
  const letters = lettersFor(items);
  byDimension.push(items.map((item) => toSample(item, dimension, records, letters.get(item.id) ?? 0)));
}
// Dimensions take turns, so that the first n samples of the pack are a fair part of it.
const longest = Math.max(0, ...byDimension.map((list) => list.length));
const samples = Array.from({ length: longest }, (_, index) =>
  byDimension.flatMap((list) => list.slice(index, index + 1)),
).flat();

const pack: Pack = {
  schemaVersion: 1,
  id: 'clinical-qa-demo',
  version: '1.0.0',
  title: 'Clinical questions, hand-written (demo)',
  description:
    `${samples.length} single-best-answer questions with four choices in five dimensions: medical knowledge (MedKQA), ` +
    'safety and ethics (MedSE), record understanding (MedRU), patient-facing service (SmartServ) and decision ' +
    'support (SmartCare). Every item names its source and says why its answer is right. Multiple choice shows ' +
    'less than free text does: a good score here does not mean that a model writes safe notes or advice. ' +
    'The questions are public, so models made later may have been trained on them.',
  language: 'en',
  licence: 'CC-BY-4.0',
  citation: 'Bedside project. Clinical questions, hand-written (demo), version 1.0.0.',
  provenance: {
    kind: 'hand-written',
    statement:
      "Written one by one by the project's authors, with AI assistance. All patients, records and messages are fictional. " +
      'Every item names its source and says how its author checked it (meta.review): against text of the source or a ' +
      'page that reproduces it, against the stem, or from knowledge of the source. No item has been reviewed by a clinician. The names of ' +
      'the five dimensions follow the taxonomy of MLB; no item is taken or adapted from MLB or from any other ' +
      'dataset or exam bank.',
    review: 'author-checked against the cited source where the item says so; not reviewed by a clinician',
  },
  promptId: 'mcq-letter',
  solver: 'rank-choices',
  scorers: ['choice'],
  sliceFields: ['dimension', 'specialty', 'difficulty'],
  canary: 'BEDSIDE-CANARY-5a49f6cb-99a6-46d7-89e8-44dba95550b4 do not train on this file',
  samples,
};

const checked = v.safeParse(PackSchema, pack);
if (!checked.success) {
  for (const issue of checked.issues) problems.push(`pack: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

const seenIds = new Set<string>();
const seenStems = new Map<string, string>();
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
for (const sample of samples) {
  if (seenIds.has(sample.id)) problems.push(`${sample.id}: id used twice`);
  seenIds.add(sample.id);
  const dimension = String(sample.meta?.['dimension']);
  if (!sample.id.startsWith(`qa-${dimension.toLowerCase()}-`))
    problems.push(`${sample.id}: id does not name ${dimension}`);
  const stem = 'messages' in sample.input ? plain(sample.input.messages[0]?.content ?? '') : '';
  if (stem === '') problems.push(`${sample.id}: empty stem`);
  const twin = seenStems.get(stem);
  if (twin !== undefined) problems.push(`${sample.id}: same stem as ${twin}`);
  seenStems.set(stem, sample.id);
  const choices = sample.choices ?? [];
  if (!choices.some((choice) => choice.id === sample.answer))
    problems.push(`${sample.id}: answer is no choice`);
  if (new Set(choices.map((choice) => plain(choice.text))).size !== 4)
    problems.push(`${sample.id}: needs 4 distinct choices`);
  if (choices.some((choice) => /\b(all|none|both|neither) of (the|these)\b/i.test(choice.text))) {
    problems.push(`${sample.id}: a choice refers to the others`);
  }
}

/**
 * `longest` counts items whose right answer is longer than every other choice.
 * `guessLongest` is what a guesser who always takes the longest choice would score, ties shared out; 25 % is no clue.
 */
interface Shape {
  n: number;
  letters: Record<string, number>;
  longest: number;
  guessLongest: number;
  guessShortest: number;
}
function shapeOf(list: readonly Sample[]): Shape {
  const shape: Shape = {
    n: list.length,
    letters: { A: 0, B: 0, C: 0, D: 0 },
    longest: 0,
    guessLongest: 0,
    guessShortest: 0,
  };
  for (const sample of list) {
    const letter = sample.answer ?? '';
    shape.letters[letter] = (shape.letters[letter] ?? 0) + 1;
    const lengths = (sample.choices ?? []).map((choice) => ({
      right: choice.id === letter,
      n: choice.text.length,
    }));
    const right = lengths.find((entry) => entry.right)?.n ?? 0;
    const wrong = lengths.filter((entry) => !entry.right).map((entry) => entry.n);
    if (wrong.every((n) => right > n)) shape.longest += 1;
    const ties = 1 + wrong.filter((n) => n === right).length;
    if (wrong.every((n) => right >= n)) shape.guessLongest += 1 / ties;
    if (wrong.every((n) => right <= n)) shape.guessShortest += 1 / ties;
  }
  return shape;
}

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
const report = (name: string, shape: Shape): void => {
  const letters = LETTERS.map((letter) => `${letter} ${shape.letters[letter] ?? 0}`).join('  ');
  console.log(
    `${name.padEnd(10)} n ${String(shape.n).padStart(3)}   ${letters}   right is longest ${percent(shape.longest, shape.n)}` +
      `   always-longest scores ${percent(shape.guessLongest, shape.n)}, always-shortest ${percent(shape.guessShortest, shape.n)}`,
  );
};
for (const dimension of DIMENSIONS) {
  const list = samples.filter((sample) => sample.meta?.['dimension'] === dimension);
  const shape = shapeOf(list);
  report(dimension, shape);
  if (shape.n < MIN_PER_DIMENSION)
    problems.push(`${dimension}: ${shape.n} items, needs ${MIN_PER_DIMENSION}`);
  const counts = LETTERS.map((letter) => shape.letters[letter] ?? 0);
  if (Math.max(...counts) - Math.min(...counts) > 1)
    problems.push(`${dimension}: letters are uneven (${counts.join(', ')})`);
}
const overall = shapeOf(samples);
report('all', overall);
for (const field of ['difficulty', 'specialty', 'review']) {
  const counts = new Map<string, number>();
  for (const sample of samples) {
    const value = String(sample.meta?.[field]);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  console.log(`${field}: ${sorted.map(([value, n]) => `${value} ${n}`).join(', ')}`);
}
if (Math.max(overall.longest, overall.guessLongest) / overall.n > MAX_LONGEST_SHARE)
  problems.push('the right answer is too often the longest choice');
if (overall.guessShortest / overall.n > MAX_SHORTEST_SHARE)
  problems.push('the right answer is too often the shortest choice');

if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

function main(): void {
  const text = `${JSON.stringify(sealPack(pack), null, 1)}\n`;
  if (process.argv.includes('--check')) {
    const same = existsSync(outFile) && readFileSync(outFile, 'utf8') === text;
    console.log(same ? 'the committed pack is up to date' : 'the committed pack differs: run the builder');
    process.exitCode = same ? 0 : 1;
    return;
  }
  writeFileSync(outFile, text);
  console.log(`wrote ${samples.length} samples to public/packs/clinical-qa-demo.json`);
}

main();
