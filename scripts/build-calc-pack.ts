/**
 * Builds public/packs/calc-demo.json from the notes in packs-src/calc-demo/ and the calculators of src/core/calculators/.
 *
 *   npx tsx scripts/build-calc-pack.ts           write the pack
 *   npx tsx scripts/build-calc-pack.ts --check   exit 1 if the committed pack differs from what would be written
 *
 * The right answer is computed from the note's own words. The build fails when a quoted value is not in its note,
 * when an answer is zero (no tolerance could tell it from a guess), or when the scorer does not accept it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { calculations } from '../packs-src/calc-demo/index.ts';
import type { Calculation, CalculationNote } from '../packs-src/calc-demo/stated.ts';
import { calculatorById } from '../src/core/calculators/registry.ts';
import { resultText } from '../src/core/calculators/result-text.ts';
import { type Pack, PackSchema, type Sample } from '../src/core/packs/pack.ts';
import { sealPack } from '../src/core/packs/seal.ts';
import { medcalc } from '../src/core/scorers/medcalc/scorer.ts';

const outFile = fileURLToPath(new URL('../public/packs/calc-demo.json', import.meta.url));

const MIN_CALCULATORS = 20;
/** What MedCalc-Bench allows either way. */
const TOLERANCE = 0.05;

const problems: string[] = [];

function toSample({ calculator: id, question }: Calculation, note: CalculationNote, at: number): Sample {
  const calculator = calculatorById(id);
  const name = `calc-${id}-${at + 1}`;
  for (const [input, { quote }] of Object.entries(note.inputs)) {
    if (!note.text.includes(quote)) problems.push(`${name}: the note does not hold "${quote}" (${input})`);
  }
  const values = Object.fromEntries(
    Object.entries(note.inputs).map(([input, { value }]) => [input, value] as const),
  );
  const result = calculator.compute(values);
  if (result === 0) problems.push(`${name}: the answer is zero`);
  const truth = resultText(calculator.output, result);
  const limits = limitsOf(truth, calculator.output.kind);
  return {
    id: name,
    cluster: name,
    input: { messages: [{ role: 'user', content: question }] },
    documents: [{ id: 'note', title: 'Patient note', text: note.text }],
    answer: truth,
    meta: {
      calculator: calculator.title,
      category: calculator.category,
      output_type: calculator.output.kind,
      ground_truth: truth,
      ...limits,
      unit: 'unit' in calculator.output ? calculator.output.unit : '',
      formula: calculator.formula,
      source: calculator.source,
      inputs: Object.entries(note.inputs)
        .map(([input, { quote, value }]) => `${input} ${String(value)} ("${quote}")`)
        .join('; '),
      asked_of: askedOf(note),
    },
  };
}

function askedOf(note: CalculationNote): string {
  const stated = Object.values(note.inputs);
  if (stated.some(({ converted }) => converted === true)) return 'a value in another unit';
  const inWords = stated.filter((one) => one.inWords === true);
  if (inWords.some(({ value }) => typeof value === 'number')) return 'a value in words';
  if (stated.some(({ value }) => typeof value === 'boolean') || inWords.length === stated.length)
    return 'findings in words';
  return 'plain values';
}

function limitsOf(truth: string, kind: string): Record<string, string> {
  if (kind !== 'decimal') return { lower_limit: truth, upper_limit: truth };
  const limit = (factor: number): string => String(Number((Number(truth) * factor).toFixed(6)));
  return { lower_limit: limit(1 - TOLERANCE), upper_limit: limit(1 + TOLERANCE) };
}

// First every calculator's first note, then the second: the first n samples are a fair part of the pack.
const samples = [0, 1, 2].flatMap((at) =>
  calculations.map((calculation) => toSample(calculation, calculation.notes[at as 0 | 1 | 2], at)),
);

for (const sample of samples) {
  const score = medcalc.score(sample, { text: `{"answer": "${sample.answer ?? ''}"}` }).scores['accuracy'];
  if (score?.state !== 'scored' || score.value !== 1)
    problems.push(`${sample.id}: its own answer is not accepted`);
}
if (new Set(calculations.map(({ calculator }) => calculator)).size < MIN_CALCULATORS)
  problems.push(`fewer than ${MIN_CALCULATORS} calculators`);
if (new Set(calculations.flatMap(({ notes }) => notes.map(({ text }) => text))).size !== samples.length)
  problems.push('a note stands twice');

const pack: Pack = {
  schemaVersion: 1,
  id: 'calc-demo',
  version: '1.0.1',
  title: 'Medical calculations, hand-written notes (demo)',
  description:
    `${samples.length} calculations from short notes, three for each of ${calculations.length} formulas and scores: body ` +
    'measures, kidney, laboratory, dates, doses, risk and severity. Notes hold values that are not needed, values in ' +
    'other units and values said in words. Decimals are right within 5 %, scores, dates and weeks exactly. The pack is small: intervals are wide. ' +
    'It is public, so models made later may have been trained on it.',
  language: 'en',
  licence: 'CC-BY-4.0',
  citation: 'Bedside project. Medical calculations, hand-written notes (demo), version 1.0.0.',
  provenance: {
    kind: 'hand-written',
    statement:
      "Notes and questions written one by one by the project's authors, with AI assistance; all patients are fictional. " +
      'Right answers are computed from the words of each note by the calculators of this application; every sample names ' +
      'the formula and its source. No item is taken or adapted from MedCalc-Bench or another dataset.',
    review:
      'author-checked: formulas against their sources or published worked examples; not reviewed by a clinician',
  },
  promptId: 'medcalc-direct',
  solver: 'generate',
  scorers: ['medcalc'],
  sliceFields: ['category', 'output_type', 'asked_of'],
  canary: 'BEDSIDE-CANARY-d82489c1-ba88-4e8a-b6b9-6b931ce54e70 do not train on this file',
  samples,
};

const checked = v.safeParse(PackSchema, pack);
if (!checked.success) {
  for (const issue of checked.issues) problems.push(`pack: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}
const text = `${JSON.stringify(sealPack(pack), null, 1)}\n`;

if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
} else if (process.argv.includes('--check')) {
  const same = existsSync(outFile) && readFileSync(outFile, 'utf8') === text;
  console.log(same ? 'the committed pack is up to date' : 'the committed pack differs: run the builder');
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(outFile, text);
  console.log(`wrote ${samples.length} samples to public/packs/calc-demo.json`);
}
