/**
 * Sanity, not validity: the references of the generated visits against themselves, whole and with one statement
 * changed by a script. What the audits find of real errors is measured in docs/audit-measured.md.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { AuditCategory } from '../../contracts.ts';
import { PackSchema, type Fact, type Sample } from '../../packs/pack.ts';
import { facts } from '../facts/scorer.ts';
import { audit } from './scorer.ts';

const FILE = new URL('../../../../public/packs/soap-notes-demo.json', import.meta.url);
const SAMPLES = existsSync(FILE) ? v.parse(PackSchema, JSON.parse(readFileSync(FILE, 'utf8'))).samples : [];

function reference(sample: Sample): string {
  return sample.target?.[0] ?? '';
}

function evidenceOf(sample: Sample, text: string) {
  const { evidence } = audit.score(sample, { text });
  if (evidence?.kind !== 'audit') throw new Error('no evidence');
  return evidence;
}

function factsOf(sample: Sample, text: string) {
  const { evidence } = facts.score(sample, { text });
  if (evidence?.kind !== 'facts') throw new Error('no evidence');
  return evidence;
}

interface Mutation {
  readonly name: string;
  readonly sample: Sample;
  readonly note: string;
  readonly category: AuditCategory;
  readonly side: 'unsupported' | 'missed';
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const named = (text: string): RegExp => new RegExp(`(?<![\\p{L}])${escaped(text)}(?![\\p{L}])`, 'giu');
const medicines = ({ facts: all = [] }: Sample): Fact[] =>
  all.filter(({ category, status }) => category === 'medication' && status !== 'denied');

type Change = (
  sample: Sample,
) => readonly { readonly note: string; readonly category: AuditCategory; readonly side?: Mutation['side'] }[];

function doses(sample: Sample, factor: number): { note: string; category: AuditCategory }[] {
  return medicines(sample).flatMap(({ name, dose = '' }) => {
    const number = /^[\d.]+/u.exec(dose)?.[0];
    if (number === undefined) return [];
    const pattern = new RegExp(
      `(${escaped(name)}[^.;\\n]{0,30}?\\b)${escaped(number)}(?= ?(?:mg|mcg|g|units))`,
      'iu',
    );
    const note = reference(sample).replace(
      pattern,
      (_, before: string) => `${before}${Number(number) * factor}`,
    );
    return [{ note, category: 'dose' as const }];
  });
}

function swapped(
  sample: Sample,
  pattern: RegExp,
  to: string,
  category: AuditCategory,
): { note: string; category: AuditCategory }[] {
  return [{ note: reference(sample).replace(pattern, to), category }];
}

const other = (frequency: string): string =>
  /four times|every 6/iu.test(frequency) ? 'once daily' : 'four times daily';

const CHANGES: Readonly<Record<string, Change>> = {
  'a dose times ten': (sample) => doses(sample, 10),
  'a dose a tenth': (sample) => doses(sample, 0.1),
  'a drug swapped': (sample) =>
    medicines(sample).flatMap(({ name }) => swapped(sample, named(name), 'vortioxetine', 'medication')),
  'a drug made up': (sample) =>
    swapped(sample, /^Medications:.*$/mu, 'Medications: zubripril 40 mg once daily.', 'medication'),
  'a frequency changed': (sample) =>
    medicines(sample).flatMap(({ name, frequency = '' }) => {
      const pattern = new RegExp(`(${escaped(name)}[^.;\\n]{0,20}?)${escaped(frequency)}`, 'iu');
      if (frequency === '' || /needed|onset|bedtime/iu.test(frequency)) return [];
      return swapped(sample, pattern, `$1${other(frequency)}`, 'dose');
    }),
  'the sides swapped': (sample) =>
    swapped(sample, /\b(?:left|right)\b/giu, '§', 'laterality').map(({ category }) => ({
      category,
      note: reference(sample).replace(/\b(left|right)\b/giu, (side) =>
        side.toLowerCase() === 'left' ? 'right' : 'left',
      ),
    })),
  'a denial turned round': (sample) =>
    swapped(sample, /\bDenies ([^.]+)\./u, 'Reports $1.', 'negation').map(({ note, category }) => ({
      note: note.replace(/(Reports [^.]+?) or /u, '$1 and '),
      category,
    })),
  'a complaint denied': (sample) =>
    (sample.facts ?? [])
      .filter(
        ({ category, status, name }) => category === 'finding' && status === 'present' && name !== 'duration',
      )
      .flatMap(({ name }) =>
        named(name).test(reference(sample)) && TERMS_KNOWN.test(name)
          ? [
              {
                note: reference(sample).replace(/^Subjective:[^\n]*/u, `Subjective: Denies ${name}.`),
                category: 'negation' as const,
              },
            ]
          : [],
      ),
  'the allergies left out': (sample) =>
    /^Allergies: (?!none|no |not )/mu.test(reference(sample))
      ? [{ note: reference(sample).replace(/^Allergies:.*\n/mu, ''), category: 'allergy', side: 'missed' }]
      : [],
  'the allergies denied': (sample) =>
    /^Allergies: (?!none|no |not )/mu.test(reference(sample))
      ? swapped(sample, /^Allergies:.*$/mu, 'Allergies: none known.', 'allergy')
      : [],
  'an allergy made up': (sample) =>
    swapped(sample, /^Allergies:.*$/mu, 'Allergies: latex (rash).', 'allergy'),
  'a medicine left out': (sample) =>
    medicines(sample)
      .filter(({ status }) => status === 'started')
      .map(({ name }) => ({
        note: reference(sample).replace(new RegExp(`Start ${escaped(name)}[^.]*\\. ?`, 'iu'), ''),
        category: 'medication' as const,
        side: 'missed' as const,
      })),
  'a blood pressure changed': (sample) => swapped(sample, /BP \d+\/\d+/u, 'BP 203/117', 'number'),
  'a heart rate changed': (sample) => swapped(sample, /HR \d+/u, 'HR 147', 'number'),
  'a temperature changed': (sample) => swapped(sample, /Temp [\d.]+ C/u, 'Temp 40.9 C', 'number'),
  'an oxygen saturation changed': (sample) => swapped(sample, /SpO2 \d+%/u, 'SpO2 79%', 'number'),
  'an age changed': (sample) => swapped(sample, /\b\d+-year-old/u, '113-year-old', 'number'),
  'a duration changed': (sample) =>
    swapped(sample, /for \d+ (day|week|month|year)s?(?=\.)/u, 'for 37 $1s', 'number'),
  'a follow-up changed': (sample) =>
    swapped(sample, /Follow up in \d+ (\p{L}+)/u, 'Follow up in 29 $1', 'number'),
  'a diagnosis swapped': (sample) =>
    swapped(sample, /^Assessment:.*$/mu, 'Assessment: Pulmonary embolism.', 'diagnosis'),
  'a test made up': (sample) =>
    swapped(sample, /^Objective:/mu, 'Objective: Echocardiogram shows mitral regurgitation.', 'finding'),
};

/** Complaints in everyday words that no list can hold ("worse in the morning") are not what is tested. */
const TERMS_KNOWN =
  /pain|ache|fever|cough|nausea|vomiting|rash|dizz|throat|swelling|fatigue|headache|congestion|breath/iu;

const MUTATIONS: readonly Mutation[] = Object.entries(CHANGES).flatMap(([name, change]) =>
  SAMPLES.flatMap((sample) =>
    [...change(sample)]
      .filter(({ note }) => note !== reference(sample))
      .map(({ note, category, side = 'unsupported' }): Mutation => ({ name, sample, note, category, side })),
  ),
);

/** Items that the changed note has and the whole one has not. */
function foundIn({ sample, note, side }: Mutation): readonly { readonly category: AuditCategory }[] {
  return evidenceOf(sample, note)[side];
}

describe.skipIf(SAMPLES.length === 0)('the generated visits', () => {
  it('are kept whole by their own references: no fact missed, none invented', () => {
    const problems = SAMPLES.flatMap((sample) => {
      const listed = factsOf(sample, reference(sample));
      return [
        ...listed.facts
          .filter(({ outcome }) => outcome !== 'kept')
          .map(({ fact }) => `${sample.id}: fact ${fact}`),
        ...listed.invented.map(({ text }) => `${sample.id}: invented ${text}`),
      ];
    });
    expect(problems).toEqual([]);
  }, 60_000);

  // The visits are full of lay words that no list can hold ("a back that seizes up" is stiffness, "smoker's lungs" COPD).
  it('raise at most seven false alarms of the audit in ten visits', () => {
    const alarms = SAMPLES.map((sample) => {
      const { unsupported, missed } = evidenceOf(sample, reference(sample));
      return [...unsupported, ...missed].map(({ category, text }) => `${sample.id}: ${category} ${text}`);
    });
    const all = alarms.flat();
    expect(all.length / SAMPLES.length, all.join('; ')).toBeLessThanOrEqual(0.7);
  }, 60_000);

  it('give at least 500 mutations of every kind', () => {
    expect(MUTATIONS.length).toBeGreaterThanOrEqual(500);
    for (const name of Object.keys(CHANGES))
      expect(MUTATIONS.filter((one) => one.name === name).length, name).toBeGreaterThan(0);
  });

  it('show at least 94 % of the mutations to the audit, in the right category at least 92 %', () => {
    const results = MUTATIONS.map((mutation) => ({ mutation, found: foundIn(mutation) }));
    const unseen = results.filter(({ found }) => found.length === 0);
    const wrong = results.filter(
      ({ mutation, found }) => !found.some(({ category }) => category === mutation.category),
    );
    const names = (list: typeof results): string =>
      list.map(({ mutation }) => `${mutation.name} ${mutation.sample.id}`).join('; ');
    process.stdout.write(
      `audit: ${MUTATIONS.length} mutations, found ${MUTATIONS.length - unseen.length}, category right ${MUTATIONS.length - wrong.length}\n`,
    );
    expect(1 - unseen.length / MUTATIONS.length, names(unseen)).toBeGreaterThanOrEqual(0.94);
    expect(1 - wrong.length / MUTATIONS.length, names(wrong)).toBeGreaterThanOrEqual(0.92);
  }, 120_000);
});
