import { defineCalculator } from './calculator.ts';
import { quantity } from './inputs.ts';

export const maintenanceFluids = defineCalculator({
  id: 'maintenance-fluids',
  title: 'Maintenance fluids by body weight (Holliday-Segar)',
  category: 'dosage',
  formula:
    'Per day: 100 mL/kg for the first 10 kg, 50 mL/kg for the next 10 kg, 20 mL/kg for every kg above 20.',
  source:
    'Holliday MA, Segar WE. The maintenance need for water in parenteral fluid therapy. Pediatrics 1957;19:823-832.',
  limits: 'Children beyond the newborn period without dehydration, kidney or heart failure.',
  output: { kind: 'decimal', unit: 'mL/day', digits: 0 },
  inputs: { weight: quantity('Body weight', 'kg', 3, 80) },
  worked: {
    values: { weight: 25 },
    result: 1600,
    decimals: 0,
    from: 'the table of weights of freesmartcalculator.com on this rule; by hand 1000 + 500 + 100',
  },
  calculate: ({ weight }) =>
    100 * Math.min(weight, 10) + 50 * Math.min(Math.max(weight - 10, 0), 10) + 20 * Math.max(weight - 20, 0),
});
