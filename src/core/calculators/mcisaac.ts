import { defineCalculator } from './calculator.ts';
import { flag, quantity } from './inputs.ts';
import { points } from './points.ts';

export const mcisaac = defineCalculator({
  id: 'mcisaac',
  title: 'Centor score as modified by McIsaac',
  category: 'diagnosis',
  formula:
    'One point each for temperature over 38 °C, no cough, tender anterior cervical nodes, and tonsillar swelling or exudate; one more from 3 to 14 years, one less from 45 years.',
  source:
    'McIsaac WJ, White D, Tannenbaum D, Low DE. A clinical score to reduce unnecessary antibiotic use in patients with sore throat. CMAJ 1998;158:75-83.',
  limits: 'For sore throat of recent onset, from three years of age.',
  output: { kind: 'integer', unit: 'points' },
  inputs: {
    age: quantity('Age', 'years', 3, 120),
    temperature: quantity('Highest temperature', '°C', 30, 44),
    cough: flag('Cough'),
    tenderNodes: flag('Tender anterior cervical nodes'),
    tonsils: flag('Tonsillar swelling or exudate'),
  },
  worked: {
    values: { age: 17, temperature: 40, cough: false, tenderNodes: false, tonsils: false },
    result: 2,
    decimals: 0,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 20 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ age, temperature, cough, tenderNodes, tonsils }) =>
    points(
      [temperature > 38, 1],
      [!cough, 1],
      [tenderNodes, 1],
      [tonsils, 1],
      [age < 15, 1],
      [age >= 45, -1],
    ),
});
