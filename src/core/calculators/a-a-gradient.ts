import { defineCalculator } from './calculator.ts';
import { quantity } from './inputs.ts';

const WATER_VAPOUR_MMHG = 47;
const RESPIRATORY_QUOTIENT = 0.8;

export const aAGradient = defineCalculator({
  id: 'a-a-gradient',
  title: 'Alveolar-arterial oxygen gradient',
  category: 'lab test',
  formula:
    'Inspired oxygen fraction × (atmospheric pressure − 47) − arterial CO2 pressure ÷ 0.8 − arterial O2 pressure, pressures in mmHg.',
  source:
    'Helmholz HF Jr. The abbreviated alveolar air equation. Chest 1979;75:748 (after Fenn, Rahn and Otis, Am J Physiol 1946;146:637-653).',
  limits: 'Needs the true inspired fraction; the respiratory quotient is taken as 0.8, the body as 37 °C.',
  output: { kind: 'decimal', unit: 'mmHg', digits: 1 },
  inputs: {
    fio2: quantity('Inspired oxygen fraction', '', 0.2, 1),
    atmosphericPressure: quantity('Atmospheric pressure', 'mmHg', 400, 800),
    paco2: quantity('Arterial carbon dioxide pressure', 'mmHg', 5, 150),
    pao2: quantity('Arterial oxygen pressure', 'mmHg', 20, 650),
  },
  worked: {
    values: { fio2: 0.21, atmosphericPressure: 760, paco2: 40, pao2: 90 },
    result: 9.73,
    decimals: 2,
    from: 'by hand from the published formula: 149.73 − 50 − 90',
  },
  calculate: ({ fio2, atmosphericPressure, paco2, pao2 }) =>
    fio2 * (atmosphericPressure - WATER_VAPOUR_MMHG) - paco2 / RESPIRATORY_QUOTIENT - pao2,
});
