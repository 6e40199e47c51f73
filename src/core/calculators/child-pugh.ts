import { defineCalculator } from './calculator.ts';
import { ALBUMIN, BILIRUBIN, INR, oneOf } from './inputs.ts';

const grade = (second: boolean, third: boolean): number => (third ? 3 : second ? 2 : 1);

export const childPugh = defineCalculator({
  id: 'child-pugh',
  title: 'Child-Pugh score',
  category: 'severity',
  formula:
    'One to three points each: bilirubin under 2, 2 to 3, over 3 mg/dL; albumin over 3.5, 2.8 to 3.5, under 2.8 g/dL; INR under 1.7, 1.7 to 2.3, over 2.3; ascites none, slight, moderate; encephalopathy none, grade 1 to 2, grade 3 to 4.',
  source:
    'Pugh RN, Murray-Lyon IM, Dawson JL, et al. Transection of the oesophagus for bleeding oesophageal varices. Br J Surg 1973;60:646-649 (with the INR in place of the prothrombin time).',
  limits: 'For cirrhosis; other bilirubin limits apply in cholestatic disease; ascites is judged by eye.',
  output: { kind: 'integer', unit: 'points' },
  inputs: {
    bilirubin: BILIRUBIN,
    albumin: ALBUMIN,
    inr: INR,
    ascites: oneOf('Ascites', ['none', 'slight', 'moderate']),
    encephalopathy: oneOf('Encephalopathy', ['none', 'grade 1-2', 'grade 3-4']),
  },
  worked: {
    values: { bilirubin: 0.143, albumin: 3.7, inr: 2, ascites: 'none', encephalopathy: 'none' },
    result: 6,
    decimals: 0,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 15 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ bilirubin, albumin, inr, ascites, encephalopathy }) =>
    grade(bilirubin >= 2, bilirubin > 3) +
    grade(albumin <= 3.5, albumin < 2.8) +
    grade(inr >= 1.7, inr > 2.3) +
    grade(ascites === 'slight', ascites === 'moderate') +
    grade(encephalopathy === 'grade 1-2', encephalopathy === 'grade 3-4'),
});
