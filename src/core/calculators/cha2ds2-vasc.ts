import { defineCalculator } from './calculator.ts';
import { ADULT_AGE, SEX, flag } from './inputs.ts';
import { points } from './points.ts';

export const cha2ds2Vasc = defineCalculator({
  id: 'cha2ds2-vasc',
  title: 'CHA2DS2-VASc score',
  category: 'risk',
  formula:
    'One point each for heart failure, hypertension, diabetes, vascular disease, age 65 to 74 and female sex; two each for age 75 or over and for an earlier stroke, transient ischaemic attack or thromboembolism.',
  source:
    'Lip GY, Nieuwlaat R, Pisters R, et al. Refining clinical risk stratification for predicting stroke and thromboembolism in atrial fibrillation using a novel risk factor-based approach. Chest 2010;137:263-272.',
  limits: 'For non-valvular atrial fibrillation.',
  output: { kind: 'integer', unit: 'points' },
  inputs: {
    age: ADULT_AGE,
    sex: SEX,
    heartFailure: flag('Heart failure'),
    hypertension: flag('Hypertension'),
    diabetes: flag('Diabetes'),
    stroke: flag('Earlier stroke, transient ischaemic attack or thromboembolism'),
    vascularDisease: flag('Myocardial infarction, peripheral artery disease or aortic plaque'),
  },
  worked: {
    values: {
      age: 62,
      sex: 'male',
      heartFailure: false,
      hypertension: false,
      diabetes: false,
      stroke: true,
      vascularDisease: false,
    },
    result: 2,
    decimals: 0,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 4 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: (it) =>
    points(
      [it.heartFailure, 1],
      [it.hypertension, 1],
      [it.diabetes, 1],
      [it.vascularDisease, 1],
      [it.stroke, 2],
      [it.sex === 'female', 1],
      [it.age >= 65 && it.age < 75, 1],
      [it.age >= 75, 2],
    ),
});
