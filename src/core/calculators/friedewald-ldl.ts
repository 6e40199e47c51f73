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
    values: { totalCholesterol: 200, hdl: 50, triglycerides: 150 },
    result: 120,
    decimals: 1,
    from: 'by hand from the published formula',
  },
  calculate: ({ totalCholesterol, hdl, triglycerides }) => {
    const ldl = totalCholesterol - hdl - triglycerides / 5;
    if (ldl <= 0) throw outOfRange('friedewald-ldl', 'these values leave no LDL cholesterol');
    return ldl;
  },
});
