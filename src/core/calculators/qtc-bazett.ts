import { defineCalculator } from './calculator.ts';
import { HEART_RATE, QT } from './inputs.ts';

export const qtcBazett = defineCalculator({
  id: 'qtc-bazett',
  title: 'Corrected QT (Bazett)',
  category: 'physical',
  formula: 'QT interval divided by the square root of the RR interval in seconds (60 ÷ heart rate).',
  source: 'Bazett HC. An analysis of the time-relations of electrocardiograms. Heart 1920;7:353-370.',
  limits: 'Too high at fast and too low at slow heart rates; not with a wide QRS complex.',
  output: { kind: 'decimal', unit: 'ms', digits: 0 },
  inputs: { qt: QT, heartRate: HEART_RATE },
  worked: {
    values: { qt: 330, heartRate: 113 },
    result: 452.9,
    decimals: 1,
    from: 'row 10 of the one-shot examples of MedCalc-Bench Verified, which rounds on the way',
  },
  calculate: ({ qt, heartRate }) => qt / Math.sqrt(60 / heartRate),
});
