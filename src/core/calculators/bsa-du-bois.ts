import { defineCalculator } from './calculator.ts';
import { HEIGHT, WEIGHT } from './inputs.ts';

export const bsaDuBois = defineCalculator({
  id: 'bsa-du-bois',
  title: 'Body surface area (Du Bois)',
  category: 'physical',
  formula:
    '0.007184 × (height in centimetres to the power 0.725) × (weight in kilograms to the power 0.425).',
  source:
    'Du Bois D, Du Bois EF. A formula to estimate the approximate surface area if height and weight be known. Arch Intern Med 1916;17:863-871.',
  limits: 'Derived from nine people; underestimates in obesity and in small children.',
  output: { kind: 'decimal', unit: 'm²', digits: 2 },
  inputs: { weight: WEIGHT, height: HEIGHT },
  worked: {
    values: { weight: 75, height: 170 },
    result: 1.864,
    decimals: 3,
    from: 'tests of the R package admiral (compute_bsa)',
  },
  calculate: ({ weight, height }) => 0.007184 * height ** 0.725 * weight ** 0.425,
});
