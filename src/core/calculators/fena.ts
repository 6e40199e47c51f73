import { defineCalculator } from './calculator.ts';
import { CREATININE, SODIUM, quantity } from './inputs.ts';

export const fena = defineCalculator({
  id: 'fena',
  title: 'Fractional excretion of sodium',
  category: 'lab test',
  formula:
    '100 × (urine sodium × serum creatinine) ÷ (serum sodium × urine creatinine), in per cent; like units cancel.',
  source:
    'Espinel CH. The FENa test. Use in the differential diagnosis of acute renal failure. JAMA 1976;236:579-581.',
  limits: 'For oliguric kidney injury; diuretics and chronic kidney disease raise it.',
  output: { kind: 'decimal', unit: '%', digits: 2 },
  inputs: {
    serumSodium: SODIUM,
    serumCreatinine: CREATININE,
    urineSodium: quantity('Urine sodium', 'mmol/L', 1, 400),
    urineCreatinine: quantity('Urine creatinine', 'mg/dL', 2, 600),
  },
  worked: {
    values: { serumSodium: 197, serumCreatinine: 1.56, urineSodium: 12, urineCreatinine: 128.1 },
    result: 0.07418,
    decimals: 5,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 40 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ serumSodium, serumCreatinine, urineSodium, urineCreatinine }) =>
    (100 * urineSodium * serumCreatinine) / (serumSodium * urineCreatinine),
});
