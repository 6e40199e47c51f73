import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { soapParts, tagSections } from './sections.ts';

function parts(note: string): string {
  return [...soapParts(note)]
    .map((part) => part.charAt(0))
    .sort()
    .join('');
}

describe('SOAP parts of a note', () => {
  it.each([
    ['plain', 'Subjective: a\nObjective: b\nAssessment: c\nPlan: d', 'aops'],
    ['headings on their own lines', 'SUBJECTIVE\na\n\nOBJECTIVE\nb\n\nASSESSMENT\nc\n\nPLAN\nd', 'aops'],
    ['letters', 'S: a\nO: b\nA: c\nP: d', 'aops'],
    ['bold', '**Subjective:** a\n**Objective**: b\n**Assessment**\nc\n__Plan__\nd', 'aops'],
    ['markdown levels', '# Subjective\na\n## Objective\nb\n### Assessment\nc\n#### Plan:\nd', 'aops'],
    ['combined', 'Subjective: a\nObjective: b\nAssessment and Plan:\n1. c', 'aops'],
    ['ampersand', 'Subjective: a\nObjective: b\nASSESSMENT & PLAN\nc', 'aops'],
    ['slash', 'HPI: a\nPE: b\nA/P: c', 'aops'],
    [
      'physical exam in words',
      'Chief complaint: a\nPhysical Exam:\nb\nImpression:\nc\nRecommendations:\nd',
      'aops',
    ],
    ['dashes', 'Subjective - a\nObjective – b\nAssessment — c\nPlan - d', 'aops'],
    ['numbers', '1. Subjective: a\n2. Objective: b\n3. Assessment: c\n4. Plan: d', 'aops'],
    ['bullets', '- Subjective: a\n- Objective: b\n* Assessment: c\n• Plan: d', 'aops'],
    ['one paragraph', 'Subjective: a. Objective: b. Assessment: c. Plan: d.', 'aops'],
    ['letters in one line', 'S: a O: b A: c P: d', 'aops'],
    [
      'abbreviation in brackets',
      'Subjective (S): a\nObjective (O): b\nAssessment (A): c\nPlan (P): d',
      'aops',
    ],
    ['windows line ends', 'Subjective:\r\na\r\nObjective:\r\nb\r\nAssessment:\r\nc\r\nPlan:\r\nd', 'aops'],
    ['an empty plan', 'Subjective: a\nObjective: b\nAssessment: c\nPlan:', 'aos'],
    ['a placeholder plan', 'Subjective: a\nObjective: b\nAssessment: c\nPlan: [to be added]', 'aos'],
    ['only punctuation', 'Subjective: a\nObjective: --\nAssessment: c\nPlan: d', 'aps'],
    ['no headings', 'The patient has a cough and plans to rest.', ''],
    ['words in running text', 'She has no plan. Her objective is to walk.\nPlan to rest', ''],
    ['an echoed transcript is not a plan', 'D: hello\nP: I cough\nD: since when?\nP: Monday', ''],
    ['medications inside a plan stay in the plan', 'Assessment: c\nPlan:\nMedications: d', 'ap'],
    ['vitals alone are objective', 'Subjective: a\nVitals: BP 120/80\nAssessment: c\nPlan: d', 'aops'],
    ['empty', '', ''],
  ])('%s', (_, note, expected) => {
    expect(parts(note)).toBe(expected);
  });

  it('gives the body of each section by offsets', () => {
    const note = 'Subjective: cough\nPlan:\nrest';
    const bodies = tagSections(note).map((section) => note.slice(section.bodyStart, section.end).trim());
    expect(bodies).toEqual(['cough', 'rest']);
  });
});

const publicData = process.env['BEDSIDE_PUBLIC_DATA'] ?? '';
const valid = join(publicData, 'aci-bench', 'valid.csv');

describe.skipIf(publicData === '' || !existsSync(valid))('notes of ACI-Bench', () => {
  it('have an assessment, a plan and a subjective part', () => {
    const rows = Papa.parse<Record<string, string>>(readFileSync(valid, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    for (const row of rows) expect(parts(row['note'] ?? ''), row['encounter_id']).toMatch(/^ao?ps$/);
  });
});
