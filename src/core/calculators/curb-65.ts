import { defineCalculator } from './calculator.ts';
import { ADULT_AGE, DIASTOLIC, SYSTOLIC, flag, quantity } from './inputs.ts';
import { points } from './points.ts';

export const curb65 = defineCalculator({
  id: 'curb-65',
  title: 'CURB-65 score',
  category: 'severity',
  formula:
    'One point each for new confusion, urea over 7 mmol/L, respiratory rate of 30/min or more, systolic pressure under 90 or diastolic of 60 mmHg or less, and age of 65 years or more.',
  source:
    'Lim WS, van der Eerden MM, Laing R, et al. Defining community acquired pneumonia severity on presentation to hospital. Thorax 2003;58:377-382.',
  limits: 'For pneumonia acquired in the community by adults.',
  output: { kind: 'integer', unit: 'points' },
  inputs: {
    age: ADULT_AGE,
    confusion: flag('New confusion'),
    urea: quantity('Serum urea', 'mmol/L', 0.5, 100),
    respiratoryRate: quantity('Respiratory rate', '/min', 4, 80),
    systolic: SYSTOLIC,
    diastolic: DIASTOLIC,
  },
  worked: {
    values: { age: 77, confusion: true, urea: 14.3, respiratoryRate: 23, systolic: 105, diastolic: 52 },
    result: 4,
    decimals: 0,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 45 (evaluation/one_shot_finalized_explanation.json), its urea nitrogen of 40 mg/dL given as urea',
  },
  calculate: ({ age, confusion, urea, respiratoryRate, systolic, diastolic }) =>
    points(
      [confusion, 1],
      [urea > 7, 1],
      [respiratoryRate >= 30, 1],
      [systolic < 90 || diastolic <= 60, 1],
      [age >= 65, 1],
    ),
});
