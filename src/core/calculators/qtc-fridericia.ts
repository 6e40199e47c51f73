import { defineCalculator } from './calculator.ts';
import { HEART_RATE, QT } from './inputs.ts';

export const qtcFridericia = defineCalculator({
  id: 'qtc-fridericia',
  title: 'Corrected QT (Fridericia)',
  category: 'physical',
  formula: 'QT interval divided by the cube root of the RR interval in seconds (60 ÷ heart rate).',
  source:
    'Fridericia LS. Die Systolendauer im Elektrokardiogramm bei normalen Menschen und bei Herzkranken. Acta Med Scand 1920;53:469-486.',
  limits: 'Not with a wide QRS complex or an irregular rhythm.',
  output: { kind: 'decimal', unit: 'ms', digits: 0 },
  inputs: { qt: QT, heartRate: HEART_RATE },
  worked: {
    values: { qt: 373, heartRate: 161 },
    result: 518.32,
    decimals: 2,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 56 (evaluation/one_shot_finalized_explanation.json), which rounds on the way',
  },
  calculate: ({ qt, heartRate }) => qt / Math.cbrt(60 / heartRate),
});
