import { defineCalculator } from './calculator.ts';
import { ALBUMIN, quantity } from './inputs.ts';

export const correctedCalcium = defineCalculator({
  id: 'corrected-calcium',
  title: 'Calcium corrected for albumin',
  category: 'lab test',
  formula: 'Total calcium in mg/dL plus 0.8 for every g/dL by which albumin is below 4.0.',
  source:
    'Payne RB, Little AJ, Williams RB, Milner JR. Interpretation of serum calcium in patients with abnormal serum proteins. Br Med J 1973;4:643-646 (in the usual rounded form).',
  limits: 'Unreliable in critical illness, kidney failure and very low albumin: measure ionised calcium.',
  output: { kind: 'decimal', unit: 'mg/dL', digits: 2 },
  inputs: { calcium: quantity('Total calcium', 'mg/dL', 3, 25), albumin: ALBUMIN },
  worked: {
    values: { calcium: 8.4, albumin: 3.3 },
    result: 8.96,
    decimals: 5,
    from: 'row 6 of the one-shot examples of MedCalc-Bench Verified',
  },
  calculate: ({ calcium, albumin }) => calcium + 0.8 * (4 - albumin),
});
