/** What became of a visit's facts when the same note was written on another device, by section of the note. */
import type { Estimate, Evidence, TextRange } from '../contracts.ts';
import { PARTS_OF, SOAP_PARTS, tagSections, type SoapPart } from '../extract/sections.ts';
import type { Sample } from '../packs/pack.ts';
import { facts as factsScorer } from '../scorers/facts/scorer.ts';
import { estimated } from './estimated.ts';

export interface NotePair {
  readonly sample: Sample;
  readonly reference: string;
  readonly device: string;
}

/** elsewhere: under no heading that is known. */
export type ChangePlace = SoapPart | 'elsewhere';

export interface SectionChange {
  readonly section: ChangePlace;
  /** Share of the facts stated there (in either note) whose verdict is another. */
  readonly changed: Estimate;
  /** Statements of this section that only one of the notes invents. */
  readonly inventedByReference: number;
  readonly inventedByDevice: number;
}

interface Counted {
  readonly values: number[];
  readonly clusters: string[];
  inventedByReference: number;
  inventedByDevice: number;
}

const PLACES: readonly ChangePlace[] = [...SOAP_PARTS, 'elsewhere'];

/** Sections with nothing to compare are left out; samples without facts take no part. */
export function sectionChanges(pairs: readonly NotePair[]): readonly SectionChange[] {
  const counted = new Map<ChangePlace, Counted>(
    PLACES.map((place) => [place, { values: [], clusters: [], inventedByReference: 0, inventedByDevice: 0 }]),
  );
  for (const pair of pairs) countPair(pair, (place) => counted.get(place) as Counted);
  return PLACES.flatMap((section) => {
    const { values, clusters, inventedByReference, inventedByDevice } = counted.get(section) as Counted;
    if (values.length === 0 && inventedByReference + inventedByDevice === 0) return [];
    return [
      { section, changed: estimated(values, clusters, 'binary'), inventedByReference, inventedByDevice },
    ];
  });
}

function countPair({ sample, reference, device }: NotePair, at: (place: ChangePlace) => Counted): void {
  const before = factEvidence(sample, reference);
  const after = factEvidence(sample, device);
  if (before === null || after === null) return;
  const sectionsBefore = tagSections(reference);
  const sectionsAfter = tagSections(device);
  before.facts.forEach((verdict, index) => {
    const other = after.facts[index];
    const range = verdict.note ?? other?.note;
    // Stated in neither note: nothing that a device could have changed.
    if (range === undefined) return;
    const place = placeOf(verdict.note === undefined ? sectionsAfter : sectionsBefore, range);
    const same = other?.outcome === verdict.outcome && other.attribute === verdict.attribute;
    at(place).values.push(same ? 0 : 1);
    at(place).clusters.push(sample.id);
  });
  const key = (item: { category: string; text: string }) => `${item.category} ${item.text}`;
  const inventedBefore = new Set(before.invented.map(key));
  const inventedAfter = new Set(after.invented.map(key));
  for (const item of before.invented)
    if (!inventedAfter.has(key(item))) at(placeOf(sectionsBefore, item.note)).inventedByReference += 1;
  for (const item of after.invented)
    if (!inventedBefore.has(key(item))) at(placeOf(sectionsAfter, item.note)).inventedByDevice += 1;
}

function factEvidence(sample: Sample, text: string): Extract<Evidence, { kind: 'facts' }> | null {
  const { evidence } = factsScorer.score(sample, { text });
  return evidence?.kind === 'facts' ? evidence : null;
}

function placeOf(sections: ReturnType<typeof tagSections>, range: TextRange): ChangePlace {
  const section = sections.find(({ start, end }) => range.start >= start && range.start < end);
  const parts = section === undefined ? [] : PARTS_OF[section.division];
  return parts[0] ?? 'elsewhere';
}
