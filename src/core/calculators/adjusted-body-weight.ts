import { defineCalculator } from './calculator.ts';
import { ADULT_HEIGHT, devineWeight } from './ideal-body-weight.ts';
import { SEX, quantity } from './inputs.ts';

export const adjustedBodyWeight = defineCalculator({
  id: 'adjusted-body-weight',
  title: 'Adjusted body weight',
  category: 'physical',
  formula: 'Ideal body weight (Devine) plus 0.4 of the difference between actual and ideal body weight.',
  source:
    'Bauer LA, Edwards WA, Dellinger EP, Simonowitz DA. Influence of weight on aminoglycoside pharmacokinetics in normal weight and morbidly obese patients. Eur J Clin Pharmacol 1983;24:643-647.',
  limits: 'For dosing some drugs in adults above their ideal weight.',
  output: { kind: 'decimal', unit: 'kg', digits: 1 },
  inputs: { sex: SEX, height: ADULT_HEIGHT, weight: quantity('Body weight', 'kg', 30, 400) },
  worked: {
    values: { sex: 'female', height: 160, weight: 78 },
    result: 62.629,
    decimals: 3,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 62 (evaluation/one_shot_finalized_explanation.json), which rounds on the way',
  },
  calculate: ({ sex, height, weight }) => {
    const ideal = devineWeight(sex, height);
    return ideal + 0.4 * (weight - ideal);
  },
});
