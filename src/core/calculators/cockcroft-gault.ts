import { defineCalculator } from './calculator.ts';
import { ADULT_AGE, CREATININE, SEX, WEIGHT } from './inputs.ts';

export const cockcroftGault = defineCalculator({
  id: 'cockcroft-gault',
  title: 'Creatinine clearance (Cockcroft-Gault)',
  category: 'lab test',
  formula:
    '(140 − age in years) × body weight in kilograms ÷ (72 × serum creatinine in mg/dL); times 0.85 in women.',
  source:
    'Cockcroft DW, Gault MH. Prediction of creatinine clearance from serum creatinine. Nephron 1976;16:31-41.',
  limits: 'Adults with stable creatinine. The weight to use in obesity and oedema is a matter of choice.',
  output: { kind: 'decimal', unit: 'mL/min', digits: 1 },
  inputs: { age: ADULT_AGE, sex: SEX, weight: WEIGHT, creatinine: CREATININE },
  worked: {
    values: { age: 55, sex: 'male', weight: 90, creatinine: 1.09 },
    result: 97,
    decimals: 0,
    from: 'tests of the R package admiral (compute_egfr), which give the National Kidney Foundation calculator as their source',
  },
  calculate: ({ age, sex, weight, creatinine }) =>
    (((140 - age) * weight) / (72 * creatinine)) * (sex === 'female' ? 0.85 : 1),
});
