import { defineCalculator } from './calculator.ts';
import { GLUCOSE, SODIUM, quantity } from './inputs.ts';

export const serumOsmolality = defineCalculator({
  id: 'serum-osmolality',
  title: 'Calculated serum osmolality',
  category: 'lab test',
  formula: 'Twice the sodium in mmol/L, plus glucose in mg/dL ÷ 18, plus urea nitrogen in mg/dL ÷ 2.8.',
  source:
    'Purssell RA, Pudek M, Brubacher J, Abu-Laban RB. Derivation and validation of a formula to calculate the contribution of ethanol to the osmolal gap. Ann Emerg Med 2001;38:653-659 (its formula without the ethanol term).',
  limits: 'Leaves out ethanol and other alcohols.',
  output: { kind: 'decimal', unit: 'mOsm/kg', digits: 1 },
  inputs: { sodium: SODIUM, glucose: GLUCOSE, bun: quantity('Blood urea nitrogen', 'mg/dL', 1, 300) },
  worked: {
    values: { sodium: 136.4, glucose: 125, bun: 11 },
    result: 283.673,
    decimals: 3,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 30 (evaluation/one_shot_finalized_explanation.json); its text prints another glucose than its result uses',
  },
  calculate: ({ sodium, glucose, bun }) => 2 * sodium + glucose / 18 + bun / 2.8,
});
