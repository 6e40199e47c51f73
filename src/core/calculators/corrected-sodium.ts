import { defineCalculator } from './calculator.ts';
import { GLUCOSE, SODIUM } from './inputs.ts';

export const correctedSodium = defineCalculator({
  id: 'corrected-sodium',
  title: 'Sodium corrected for glucose (factor 1.6)',
  category: 'lab test',
  formula: 'Sodium in mmol/L plus 1.6 for every 100 mg/dL by which glucose is above 100 mg/dL.',
  source:
    'Katz MA. Hyperglycemia-induced hyponatremia: calculation of expected serum sodium depression. N Engl J Med 1973;289:843-844.',
  limits: 'For raised glucose only; a factor of 2.4 was measured above 400 mg/dL (Hillier et al. 1999).',
  output: { kind: 'decimal', unit: 'mmol/L', digits: 1 },
  inputs: { sodium: SODIUM, glucose: { ...GLUCOSE, low: 100 } },
  worked: {
    values: { sodium: 130, glucose: 600 },
    result: 138,
    decimals: 1,
    from: 'by hand from the published formula: 130 + 1.6 × 5',
  },
  calculate: ({ sodium, glucose }) => sodium + (1.6 * (glucose - 100)) / 100,
});
