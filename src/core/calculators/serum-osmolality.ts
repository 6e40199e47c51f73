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
    values: { sodium: 140, glucose: 90, bun: 14 },
    result: 290,
    decimals: 1,
    from: 'by hand from the published formula: 280 + 5 + 5',
  },
  calculate: ({ sodium, glucose, bun }) => 2 * sodium + glucose / 18 + bun / 2.8,
});
