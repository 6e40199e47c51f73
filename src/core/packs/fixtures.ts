/** A pack that uses every field of the format, as plain JSON for tests to change. */
import type { Pack, Sample } from './pack.ts';

export function fullSample(id = 'visit-1'): Sample {
  return {
    id,
    cluster: 'patient-1',
    input: {
      turns: [
        { line: 1, speaker: 'Doctor', text: 'What brings you in?' },
        { line: 2, speaker: 'Patient', text: 'A sore throat since Monday.' },
      ],
    },
    documents: [{ id: 'letter', title: 'Letter', text: 'Penicillin allergy.' }],
    target: ['Subjective: sore throat.'],
    choices: [
      { id: 'A', text: 'Yes' },
      { id: 'B', text: 'No' },
    ],
    answer: 'A',
    facts: [
      {
        category: 'medication',
        name: 'ibuprofen',
        synonyms: ['Nurofen'],
        value: '1',
        unit: 'tablet',
        dose: '400 mg',
        route: 'oral',
        frequency: 'three times a day',
        side: 'left',
        status: 'started',
        span: { line: 2, start: 2, end: 13 },
      },
    ],
    meta: { topic: 'throat', age: 30, urgent: false },
  };
}

export function fullPack(): Pack {
  return {
    schemaVersion: 1,
    id: 'full-pack',
    version: '1.0.0',
    title: 'Every field',
    description: 'For tests.',
    language: 'en-GB',
    licence: 'CC-BY-4.0',
    citation: 'Nobody (2026).',
    provenance: {
      kind: 'hand-written',
      statement: 'Written for tests.',
      review: 'none',
      generator: 'none',
      source: 'none',
      transformOf: { seal: '0'.repeat(64), transform: 'typos 1', seed: 7 },
    },
    promptId: 'soap-note',
    solver: 'generate',
    scorers: ['rouge', 'facts'],
    sliceFields: ['topic'],
    canary: 'bedside-test-canary',
    private: false,
    samples: [fullSample(), { id: 'q-1', input: { messages: [{ role: 'user', content: 'Why?' }] } }],
  };
}
