import { defineCalculator } from './calculator.ts';
import { WEIGHT, quantity } from './inputs.ts';

export const freeWaterDeficit = defineCalculator({
  id: 'free-water-deficit',
  title: 'Free water deficit',
  category: 'lab test',
  formula: 'Body weight in kg × fraction of body water × (sodium in mmol/L ÷ 140 − 1), in litres.',
  source:
    'MDCalc, Free Water Deficit in Hypernatremia (mdcalc.scholasticahq.com/article/154432, read in 2026), with its fractions of body water.',
  limits:
    'The fraction is 0.6 in children and men, 0.5 in women and elderly men, 0.45 in elderly women. Leaves out loss of salt and losses still going on. Another form in use, body water × (1 − 140 ÷ sodium), gives less.',
  output: { kind: 'decimal', unit: 'L', digits: 2 },
  inputs: {
    weight: WEIGHT,
    waterFraction: quantity('Fraction of body water', '', 0.4, 0.75),
    sodium: quantity('Serum sodium', 'mmol/L', 141, 200),
  },
  worked: {
    values: { weight: 70, waterFraction: 0.6, sodium: 154 },
    result: 4.2,
    decimals: 2,
    from: 'by hand from the published formula: 42 × 0.1',
  },
  calculate: ({ weight, waterFraction, sodium }) => weight * waterFraction * (sodium / 140 - 1),
});
