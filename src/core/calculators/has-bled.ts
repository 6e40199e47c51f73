import { defineCalculator } from './calculator.ts';
import { ADULT_AGE, flag } from './inputs.ts';
import { points } from './points.ts';

export const hasBled = defineCalculator({
  id: 'has-bled',
  title: 'HAS-BLED score',
  category: 'risk',
  formula:
    'One point each for systolic pressure over 160 mmHg, abnormal kidney function, abnormal liver function, stroke, bleeding history or predisposition, labile INR, age over 65, drugs that promote bleeding, and alcohol excess.',
  source:
    'Pisters R, Lane DA, Nieuwlaat R, et al. A novel user-friendly score (HAS-BLED) to assess 1-year risk of major bleeding in patients with atrial fibrillation. Chest 2010;138:1093-1100.',
  limits: 'For atrial fibrillation; labile INR counts only under a vitamin K antagonist.',
  output: { kind: 'integer', unit: 'points' },
  inputs: {
    age: ADULT_AGE,
    hypertension: flag('Systolic pressure over 160 mmHg'),
    kidney: flag('Dialysis, transplant or creatinine of 200 µmol/L or more'),
    liver: flag('Cirrhosis, or bilirubin over twice together with enzymes over three times the upper limit'),
    stroke: flag('Earlier stroke'),
    bleeding: flag('Earlier major bleeding or predisposition'),
    labileInr: flag('Labile INR'),
    drugs: flag('Antiplatelet or anti-inflammatory drugs'),
    alcohol: flag('Alcohol excess'),
  },
  worked: {
    values: {
      age: 43,
      hypertension: true,
      kidney: false,
      liver: false,
      stroke: false,
      bleeding: false,
      labileInr: false,
      drugs: false,
      alcohol: false,
    },
    result: 1,
    decimals: 0,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 25 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ age, ...criteria }) =>
    points([age > 65, 1], ...Object.values(criteria).map((met) => [met, 1] as const)),
});
