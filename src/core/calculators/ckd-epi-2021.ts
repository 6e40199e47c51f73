import { defineCalculator } from './calculator.ts';
import { ADULT_AGE, CREATININE, SEX } from './inputs.ts';

export const ckdEpi2021 = defineCalculator({
  id: 'ckd-epi-2021',
  title: 'eGFR (CKD-EPI creatinine 2021)',
  category: 'lab test',
  formula:
    '142 × min(creatinine/κ, 1)^α × max(creatinine/κ, 1)^−1.200 × 0.9938^age, times 1.012 in women; creatinine in mg/dL; κ is 0.7 and α −0.241 in women, κ 0.9 and α −0.302 in men.',
  source:
    'Inker LA, Eneanya ND, Coresh J, et al. New creatinine- and cystatin C-based equations to estimate GFR without race. N Engl J Med 2021;385:1737-1749.',
  limits: 'Adults with stable creatinine; not in pregnancy, after amputation or with unusual muscle mass.',
  output: { kind: 'decimal', unit: 'mL/min/1.73 m²', digits: 1 },
  inputs: { age: ADULT_AGE, sex: SEX, creatinine: CREATININE },
  worked: {
    values: { age: 55, sex: 'male', creatinine: 1.09 },
    result: 80,
    decimals: 0,
    from: 'tests of the R package admiral (compute_egfr), which give the National Kidney Foundation calculator as their source',
  },
  calculate: ({ age, sex, creatinine }) => {
    const [kappa, alpha, factor] = sex === 'female' ? [0.7, -0.241, 1.012] : [0.9, -0.302, 1];
    const ratio = creatinine / kappa;
    return 142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age * factor;
  },
});
