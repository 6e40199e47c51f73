import { describe, expect, it } from 'vitest';
import { readClinicalText } from './clinical-text.ts';
import { findDrugs } from './drug-mentions.ts';
import { GENERIC_NAMES } from './drug-names.ts';

function drugs(text: string): string[] {
  return findDrugs(readClinicalText(text), []).map(
    ({ key, doses, route, action }) =>
      `${key}${doses.map(({ value, unit }) => ` ${value}${unit?.id ?? ''}`).join('')}${route === null ? '' : ` ${route}`}${action === null ? '' : ` ${action}`}`,
  );
}

describe('medicines in a text', () => {
  it.each([
    ['Start lisinopril 10 mg PO daily.', ['lisinopril 10mg oral start']],
    ['Continue Lipitor 20 mg and aspirin 81 mg.', ['atorvastatin 20mg continue', 'aspirin 81mg continue']],
    ['10 mg of amlodipine each morning', ['amlodipine 10mg']],
    ['Increase sertraline from 50 mg to 100 mg once daily.', ['sertraline 50mg 100mg change']],
    ['Stop ibuprofen. Start naproxen 500 mg.', ['ibuprofen stop', 'naproxen 500mg start']],
    ['Switch from lisinopril to losartan 50 mg.', ['lisinopril stop', 'losartan 50mg start']],
    ['Amoxicillin 400 mg (5 mL of 400 mg/5 mL) by mouth', ['amoxicillin 400mg 5mL oral']],
    ['Start metformin. Take 500 mg twice daily.', ['metformin 500mg start']],
    ['Continue apixaban; do not stop apixaban.', ['apixaban continue', 'apixaban continue']],
    ['Stop rosuvastatin if the legs ache.', ['rosuvastatin conditional']],
    ['Simvastatin was stopped last year.', ['simvastatin stop']],
    ['zubriolol 40 mg daily', ['zubriolol 40mg']],
    ['The virus and the protein are fine. Iron is low.', []],
    ['iron 325 mg daily', ['iron 325mg']],
    ['NSAIDs and a statin', []],
  ])('%s', (text, expected) => {
    expect(drugs(text)).toEqual(expected);
  });

  it('knows at least 500 generic names', () => {
    expect(GENERIC_NAMES.length).toBeGreaterThanOrEqual(500);
  });
});
