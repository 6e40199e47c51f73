import { defineCalculator } from './calculator.ts';
import { HEIGHT, WEIGHT } from './inputs.ts';

export const bsaMosteller = defineCalculator({
  id: 'bsa-mosteller',
  title: 'Body surface area (Mosteller)',
  category: 'physical',
  formula: 'Square root of (height in centimetres × body weight in kilograms ÷ 3600).',
  source: 'Mosteller RD. Simplified calculation of body-surface area. N Engl J Med 1987;317:1098.',
  limits: 'An estimate; other formulas differ by several per cent in infants and in obesity.',
  output: { kind: 'decimal', unit: 'm²', digits: 2 },
  inputs: { weight: WEIGHT, height: HEIGHT },
  worked: {
    values: { weight: 75, height: 170 },
    result: 1.882,
    decimals: 3,
    from: 'tests of the R package admiral (compute_bsa)',
  },
  calculate: ({ weight, height }) => Math.sqrt((height * weight) / 3600),
});
