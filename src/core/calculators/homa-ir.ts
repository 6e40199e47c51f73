import { defineCalculator } from './calculator.ts';
import { quantity } from './inputs.ts';

export const homaIr = defineCalculator({
  id: 'homa-ir',
  title: 'Insulin resistance (HOMA-IR)',
  category: 'lab test',
  formula: 'Fasting insulin in µU/mL × fasting glucose in mmol/L ÷ 22.5.',
  source:
    'Matthews DR, Hosker JP, Rudenski AS, et al. Homeostasis model assessment: insulin resistance and beta-cell function from fasting plasma glucose and insulin concentrations in man. Diabetologia 1985;28:412-419.',
  limits: 'Fasting values without insulin treatment; cut-offs depend on the assay and the population.',
  output: { kind: 'decimal', unit: '', digits: 2 },
  inputs: {
    insulin: quantity('Fasting insulin', 'µU/mL', 0.2, 300),
    glucose: quantity('Fasting glucose', 'mmol/L', 2, 30),
  },
  worked: {
    values: { insulin: 5, glucose: 4.5 },
    result: 1,
    decimals: 2,
    from: 'the reference point of the cited paper, whose index is 1',
  },
  calculate: ({ insulin, glucose }) => (insulin * glucose) / 22.5,
});
