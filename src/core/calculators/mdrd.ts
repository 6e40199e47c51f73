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
    values: { age: 85, sex: 'female', creatinine: 1.36 },
    result: 36.95439,
    decimals: 5,
    from: 'row 8 of the one-shot examples of MedCalc-Bench Verified',
  },
  calculate: ({ age, sex, creatinine }) =>
    175 * creatinine ** -1.154 * age ** -0.203 * (sex === 'female' ? 0.742 : 1),
});
