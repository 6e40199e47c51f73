import { defineCalculator, outOfRange } from './calculator.ts';
import { quantity } from './inputs.ts';

export const friedewaldLdl = defineCalculator({
  id: 'friedewald-ldl',
  title: 'LDL cholesterol (Friedewald)',
  category: 'lab test',
  formula: 'Total cholesterol minus HDL cholesterol minus one fifth of the triglycerides, all in mg/dL.',
  source:
    'Friedewald WT, Levy RI, Fredrickson DS. Estimation of the concentration of low-density lipoprotein cholesterol in plasma, without use of the preparative ultracentrifuge. Clin Chem 1972;18:499-502.',
  limits: 'Not with triglycerides above 400 mg/dL or in type III hyperlipoproteinaemia; too low at low LDL.',
  output: { kind: 'decimal', unit: 'mg/dL', digits: 1 },
  inputs: {
    totalCholesterol: quantity('Total cholesterol', 'mg/dL', 50, 1000),
    hdl: quantity('HDL cholesterol', 'mg/dL', 5, 150),
    triglycerides: quantity('Triglycerides', 'mg/dL', 20, 400),
  },
  worked: {
    values: { totalCholesterol: 161, hdl: 39, triglycerides: 95 },
    result: 103,
    decimals: 5,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 44 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ totalCholesterol, hdl, triglycerides }) => {
    const ldl = totalCholesterol - hdl - triglycerides / 5;
    if (ldl <= 0) throw outOfRange('friedewald-ldl', 'these values leave no LDL cholesterol');
    return ldl;
  },
});
