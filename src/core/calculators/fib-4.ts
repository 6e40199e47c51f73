import { defineCalculator } from './calculator.ts';
import { ADULT_AGE, quantity } from './inputs.ts';

export const fib4 = defineCalculator({
  id: 'fib-4',
  title: 'Liver fibrosis index (FIB-4)',
  category: 'lab test',
  formula: 'Age in years × AST in U/L ÷ (platelets in 10⁹/L × square root of ALT in U/L).',
  source:
    'Sterling RK, Lissen E, Clumeck N, et al. Development of a simple noninvasive index to predict significant fibrosis in patients with HIV/HCV coinfection. Hepatology 2006;43:1317-1325.',
  limits: 'Weak under 35 and over 65 years, and in acute hepatitis.',
  output: { kind: 'decimal', unit: '', digits: 2 },
  inputs: {
    age: ADULT_AGE,
    ast: quantity('AST', 'U/L', 3, 10000),
    alt: quantity('ALT', 'U/L', 3, 10000),
    platelets: quantity('Platelets', '10⁹/L', 5, 1500),
  },
  worked: {
    values: { age: 35, ast: 107, alt: 104, platelets: 181 },
    result: 2.02888,
    decimals: 5,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 19 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ age, ast, alt, platelets }) => (age * ast) / (platelets * Math.sqrt(alt)),
});
