import { defineCalculator } from './calculator.ts';
import { quantity } from './inputs.ts';

export const winters = defineCalculator({
  id: 'winters',
  title: 'Expected carbon dioxide pressure in metabolic acidosis (Winters)',
  category: 'lab test',
  formula: '1.5 × bicarbonate in mmol/L, plus 8; the observed pressure may differ by 2 mmHg.',
  source:
    'Albert MS, Dell RB, Winters RW. Quantitative displacement of acid-base equilibrium in metabolic acidosis. Ann Intern Med 1967;66:312-322 (in the usual rounded form).',
  limits: 'For simple metabolic acidosis after respiration has settled.',
  output: { kind: 'decimal', unit: 'mmHg', digits: 1 },
  inputs: { bicarbonate: quantity('Serum bicarbonate', 'mmol/L', 1, 24) },
  worked: {
    values: { bicarbonate: 12 },
    result: 26,
    decimals: 1,
    from: 'the example of askvity.info and of tools.gera.services on this formula: 24 to 28 mmHg',
  },
  calculate: ({ bicarbonate }) => 1.5 * bicarbonate + 8,
});
