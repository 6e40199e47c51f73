import { describe, expect, it } from 'vitest';
import { sameScorer, testPack, testRecord, testSample } from '../run/fixtures.ts';
import { testView } from './fixtures.ts';
import { fullTextGate } from './full-text-gate.ts';
import { identifiersIn, scanIdentifiers } from './identifier-scan.ts';

const kinds = (text: string) => [...new Set(identifiersIn(text).map(({ kind }) => kind))];

describe('identifiers in text', () => {
  it.each([
    ['seen on 2024-03-14', 'date'],
    ['seen on 3/14/2024', 'date'],
    ['seen on 14.03.24', 'date'],
    ['since March 14th, 2024', 'date'],
    ['born 2 Jan 1950', 'date'],
    ['call (555) 123-4567', 'phone'],
    ['call +44 20 7946 0958', 'phone'],
    ['call 555-123-4567', 'phone'],
    ['write to jo.doe+x@clinic.example.org', 'e-mail'],
    ['MRN: 00123456', 'record number'],
    ['NHS number 943 476 5919', 'phone'],
    ['SSN 123-45-6789', 'record number'],
    ['file 84736251', 'record number'],
    ['lives at 12 Old Mill Lane', 'address'],
    ['lives in SW1A 1AA', 'address'],
    ['lives in Springfield, IL 62704', 'address'],
    ['Mrs. O’Neil came', 'name'],
    ['Dr Nguyen said', 'name'],
    ['her son Joshua', 'name'],
  ])('%j has a %s', (text, kind) => expect(kinds(text)).toContain(kind));

  it.each([
    'BP 125/78, HR 67, temperature 36.8, oxygen 98 %',
    'amoxicillin 500 mg three times daily for 10 days, 2 tablets at 8',
    'Subjective: sore throat. Objective: lungs clear. Plan: rest and fluids.',
    'potassium 4.1, sodium 138, platelets 250000',
    'May improve. Will return in 2 weeks if worse.',
    'titrate 5-10-20 mg',
    '',
  ])('%j has none', (text) => expect(identifiersIn(text)).toEqual([]));

  it('are looked for in bounded time', () => {
    const started = performance.now();
    for (const piece of ['1-', '12 Aa ', 'a@', '(1', 'Dr ', 'Mar 1', '+1', 'MRN:1-'])
      identifiersIn(piece.repeat(100_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('the gate of a full export', () => {
  const view = (output: string, isPrivate: boolean, privacy: 'full' | 'hashes' = 'full') => {
    const pack = testPack([testSample('a'), testSample('b')], { private: isPrivate });
    const records = pack.samples.map((_, i) => testRecord(pack, i, 0, { output }));
    return testView(pack, records, [sameScorer], privacy);
  };
  const none = { permission: false, identifiers: false };
  it('asks for permission for a private pack, then for the findings', () => {
    const found = view('Mrs Miller, Mrs Miller, 2024-03-14', true);
    expect(fullTextGate(found, none)).toEqual({ kind: 'needs-permission' });
    expect(fullTextGate(found, { ...none, permission: true }).kind).toBe('needs-acceptance');
    expect(fullTextGate(found, { permission: true, identifiers: true }).kind).toBe('open');
    expect(fullTextGate(found, { ...none, identifiers: true }).kind).toBe('needs-permission');
  });
  it('is open without findings, and below full text', () => {
    expect(fullTextGate(view('sore throat', false), none).kind).toBe('open');
    expect(fullTextGate(view('Mrs Miller', true, 'hashes'), none).kind).toBe('open');
  });
  it('counts each finding once a sample and names the samples, not the finding', () => {
    expect(scanIdentifiers(view('Mrs Miller, Mrs Miller, 2024-03-14', false))).toEqual({
      total: 4,
      kinds: [
        { kind: 'name', found: 2, samples: ['a', 'b'] },
        { kind: 'date', found: 2, samples: ['a', 'b'] },
      ],
    });
  });
});
