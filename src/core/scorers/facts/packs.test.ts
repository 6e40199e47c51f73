/** The bundled packs against the facts scorer: references are whole, and damage to them is found. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { PackSchema, type Fact, type Sample } from '../../packs/pack.ts';
import { facts } from './scorer.ts';

const PACKS = ['soap-notes-handwritten', 'soap-notes-demo'] as const;

function samplesOf(id: string): Sample[] {
  const file = new URL(`../../../../public/packs/${id}.json`, import.meta.url);
  return existsSync(file) ? v.parse(PackSchema, JSON.parse(readFileSync(file, 'utf8'))).samples : [];
}

function reference(sample: Sample): string {
  return sample.target?.[0] ?? '';
}

function evidenceOf(sample: Sample, text: string) {
  const { evidence } = facts.score(sample, { text });
  if (evidence?.kind !== 'facts') throw new Error('no evidence');
  return evidence;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

interface Damage {
  readonly name: string;
  readonly applies: (fact: Fact) => boolean;
  readonly damage: (note: string, fact: Fact) => string;
  /** Outcomes that count as found. */
  readonly found: readonly string[];
  readonly attribute?: string;
  /** Share of damaged facts that must be found. */
  readonly atLeast: number;
}

const swapSides = (note: string): string =>
  note.replace(/\b(left|right)\b/giu, (side) => {
    const other = side.toLowerCase() === 'left' ? 'right' : 'left';
    return /^[A-Z]/u.test(side) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });

const DAMAGES: readonly Damage[] = [
  {
    name: 'a dose times ten',
    applies: ({ category, dose }) => category === 'medication' && /^\d+(?:\.\d+)? ?mg$/u.test(dose ?? ''),
    damage: (note, { name, dose = '' }) => {
      const number = /^[\d.]+/u.exec(dose)?.[0] ?? '';
      const pattern = new RegExp(`(${escaped(name)}[^.;\\n]{0,30}?\\b)${escaped(number)}(?= ?mg)`, 'giu');
      return note.replace(pattern, (_, before: string) => `${before}${Number(number) * 10}`);
    },
    found: ['contradicted'],
    attribute: 'dose',
    atLeast: 0.97,
  },
  {
    name: 'a drug swapped',
    applies: ({ category }) => category === 'medication',
    damage: (note, { name, synonyms = [] }) =>
      [name, ...synonyms].reduce(
        (text, word) => text.replace(new RegExp(`\\b${escaped(word)}\\b`, 'giu'), 'vortioxetine'),
        note,
      ),
    found: ['missed', 'contradicted'],
    atLeast: 0.97,
  },
  {
    name: 'sides swapped',
    applies: ({ side }) => side === 'left' || side === 'right',
    damage: swapSides,
    found: ['contradicted'],
    attribute: 'side',
    atLeast: 0.95,
  },
  {
    name: 'denials turned round',
    applies: ({ category, status }) => category === 'finding' && status === 'denied',
    damage: (note) =>
      note
        .replace(/\bDenies\b/gu, 'Reports')
        .replace(/\bNo\b/gu, 'Has')
        .replace(/\bno\b/gu, 'has')
        .replace(/\bor\b/gu, 'and'),
    found: ['contradicted'],
    attribute: 'status',
    atLeast: 0.95,
  },
  {
    name: 'the allergies left out',
    applies: ({ category }) => category === 'allergy',
    damage: (note) => note.replace(/^Allergies:.*$/gmu, '').replace(/No drug allergies\./gu, ''),
    found: ['missed'],
    atLeast: 1,
  },
  {
    name: 'allergies denied',
    applies: ({ category, name, status }) =>
      category === 'allergy' && status === 'present' && !/allerg/iu.test(name),
    damage: (note) => note.replace(/^Allergies:.*$/gmu, 'Allergies: no known drug allergies.'),
    found: ['contradicted'],
    atLeast: 1,
  },
];

describe.each(PACKS)('%s', (id) => {
  const all = samplesOf(id);
  /** Damage is judged on the first of a large pack; all references are checked. */
  const samples = all.slice(0, 16);

  it.skipIf(samples.length === 0)('keeps every fact of every reference and invents nothing', () => {
    const problems = all.flatMap((sample) => {
      const { facts: verdicts, invented } = evidenceOf(sample, reference(sample));
      return [
        ...verdicts
          .filter(({ outcome }) => outcome !== 'kept')
          .map(
            (verdict) =>
              `${sample.id}: ${verdict.outcome} ${verdict.attribute ?? ''} ${JSON.stringify(sample.facts?.[verdict.fact])}`,
          ),
        ...invented.map(({ category, text }) => `${sample.id}: invented ${category} ${text}`),
      ];
    });
    expect(problems).toEqual([]);
  });

  it.skipIf(samples.length === 0).each(DAMAGES)(
    'finds $name',
    ({ applies, damage, found, attribute, atLeast }) => {
      const missed: string[] = [];
      let damaged = 0;
      for (const sample of samples) {
        for (const [index, fact] of (sample.facts ?? []).entries()) {
          const note = reference(sample);
          const worse = applies(fact) ? damage(note, fact) : note;
          if (worse === note) continue;
          damaged += 1;
          const verdict = evidenceOf(sample, worse).facts[index];
          const right = verdict !== undefined && found.includes(verdict.outcome);
          if (!right || (attribute !== undefined && verdict.attribute !== attribute))
            missed.push(`${sample.id} ${fact.name}`);
        }
      }
      expect(1 - missed.length / Math.max(damaged, 1), missed.join(', ')).toBeGreaterThanOrEqual(atLeast);
    },
  );

  it
    .skipIf(samples.length === 0)
    .each([
      'She has a history of epilepsy.',
      'Started ramipril 5 mg daily.',
      'Takes zubriolol 40 mg daily.',
      'BMI 31.7.',
    ])('finds the added sentence "%s"', (line) => {
    const found = samples.filter((sample) => {
      const note = reference(sample).replace(/\nObjective:/u, `\n${line}\nObjective:`);
      return evidenceOf(sample, note).invented.length === 1;
    });
    expect(found.length / samples.length).toBeGreaterThanOrEqual(0.95);
  });

  it.skipIf(samples.length === 0)("finds little of a visit in another visit's note", () => {
    let kept = 0;
    let total = 0;
    for (const [index, sample] of samples.entries()) {
      const other = samples[(index + 7) % samples.length];
      const { facts: verdicts } = evidenceOf(sample, reference(other ?? sample));
      kept += verdicts.filter(({ outcome }) => outcome === 'kept').length;
      total += verdicts.length;
    }
    expect(kept / total).toBeLessThan(0.12);
  });
});
