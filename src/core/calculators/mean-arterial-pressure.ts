import { defineCalculator, outOfRange } from './calculator.ts';
import { DIASTOLIC, SYSTOLIC } from './inputs.ts';

export const meanArterialPressure = defineCalculator({
  id: 'mean-arterial-pressure',
  title: 'Mean arterial pressure',
  category: 'physical',
  formula: 'Diastolic pressure plus one third of the difference between systolic and diastolic pressure.',
  source:
    'Meaney E, Alva F, Moguel R, et al. Formula and nomogram for the sphygmomanometric calculation of the mean arterial pressure. Heart 2000;84:64 (the usual formula, there compared with the measured pressure).',
  limits: 'Assumes that diastole takes two thirds of the cycle: too low at fast heart rates.',
  output: { kind: 'decimal', unit: 'mmHg', digits: 1 },
  inputs: { systolic: SYSTOLIC, diastolic: DIASTOLIC },
  worked: {
    values: { systolic: 110, diastolic: 70 },
    result: 83.33333,
    decimals: 5,
    from: 'row 4 of the one-shot examples of MedCalc-Bench Verified',
  },
  calculate: ({ systolic, diastolic }) => {
    if (diastolic > systolic)
      throw outOfRange('mean-arterial-pressure', 'diastolic must not be above systolic');
    return diastolic + (systolic - diastolic) / 3;
  },
});
