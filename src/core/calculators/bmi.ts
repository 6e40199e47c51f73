import { defineCalculator } from './calculator.ts';
import { HEIGHT, WEIGHT } from './inputs.ts';

export const bmi = defineCalculator({
  id: 'bmi',
  title: 'Body mass index',
  category: 'physical',
  formula: 'Body weight in kilograms divided by the square of the height in metres.',
  source:
    'Keys A, Fidanza F, Karvonen MJ, et al. Indices of relative weight and obesity. J Chronic Dis 1972;25:329-343.',
  limits: 'Says nothing of muscle, oedema or the place of fat; children need percentiles.',
  output: { kind: 'decimal', unit: 'kg/m²', digits: 1 },
  inputs: { weight: WEIGHT, height: HEIGHT },
  worked: {
    values: { weight: 75, height: 180 },
    result: 23.148,
    decimals: 3,
    from: 'tests of the R package admiral (compute_bmi), which give the CDC adult BMI calculator as their source',
  },
  calculate: ({ weight, height }) => weight / (height / 100) ** 2,
});
