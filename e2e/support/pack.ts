/** Small packs for tests, in the form of the pack format, sealed or spoilt as a test needs. */
import type { Pack, Sample } from '../../src/core/packs/pack.ts';
import { sealPack } from '../../src/core/packs/seal.ts';
import { textFile, type PickedFile } from './pages.ts';

export function visit(id: string, said: string, change: Partial<Sample> = {}): Sample {
  return {
    id,
    input: {
      turns: [
        { line: 1, speaker: 'Doctor', text: 'What brings you in today?' },
        { line: 2, speaker: 'Patient', text: said },
      ],
    },
    target: [`Subjective: ${said}\nObjective: None.\nAssessment: Unclear.\nPlan: Return if worse.`],
    ...change,
  };
}

export function testPack(samples: Pack['samples'], change: Partial<Pack> = {}): Pack {
  return {
    schemaVersion: 1,
    id: 'test-visits',
    version: '1.0.0',
    title: 'Visits of a test',
    language: 'en',
    licence: 'CC0-1.0',
    citation: '',
    provenance: { kind: 'imported', statement: 'Written by a test.' },
    promptId: 'soap-note',
    solver: 'generate',
    scorers: ['rouge', 'sections'],
    sliceFields: [],
    canary: 'canary of a test',
    samples,
    ...change,
  };
}

export function packFile(pack: Pack, name = `${pack.id}.json`): PickedFile {
  return textFile(name, JSON.stringify(sealPack(pack)));
}
