import { defineCalculator } from './calculator.ts';
import { ADULT_AGE, CREATININE, SEX } from './inputs.ts';

export const mdrd = defineCalculator({
  id: 'mdrd',
  title: 'eGFR (MDRD, four variables, without race)',
  category: 'lab test',
  formula:
    '175 × creatinine in mg/dL to the power −1.154 × age in years to the power −0.203; times 0.742 in women.',
  source:
    'Levey AS, Coresh J, Greene T, et al. Using standardized serum creatinine values in the Modification of Diet in Renal Disease study equation. Ann Intern Med 2006;145:247-254.',
  limits:
    'Adults with stable creatinine measured by a standardized method; too low above 60. The factor for race is left out.',
  output: { kind: 'decimal', unit: 'mL/min/1.73 m²', digits: 1 },
  inputs: { age: ADULT_AGE, sex: SEX, creatinine: CREATININE },
  worked: {
    values: { age: 60, sex: 'male', creatinine: 1 },
    result: 76.22,
    decimals: 2,
    from: 'by hand from the published formula: 175 × 60^−0.203',
  },
  calculate: ({ age, sex, creatinine }) =>
    175 * creatinine ** -1.154 * age ** -0.203 * (sex === 'female' ? 0.742 : 1),
});
