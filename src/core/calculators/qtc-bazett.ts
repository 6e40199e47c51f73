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
    values: { qt: 400, heartRate: 75 },
    result: 447.2,
    decimals: 1,
    from: 'by hand from the published formula: 400 ÷ √0.8',
  },
  calculate: ({ qt, heartRate }) => qt / Math.sqrt(60 / heartRate),
});
