import { defineCalculator } from './calculator.ts';
import { oneOf, quantity } from './inputs.ts';

const FACTORS = {
  codeine: 0.15,
  hydrocodone: 1,
  hydromorphone: 5,
  methadone: 4.7,
  morphine: 1,
  oxycodone: 1.5,
  oxymorphone: 3,
  tapentadol: 0.4,
  tramadol: 0.2,
} as const;

export const morphineEquivalents = defineCalculator({
  id: 'morphine-equivalents',
  title: 'Morphine milligram equivalents per day (CDC 2022)',
  category: 'dosage',
  formula:
    'Milligrams of the oral opioid in a day × its factor: codeine 0.15, hydrocodone 1, hydromorphone 5, methadone 4.7, morphine 1, oxycodone 1.5, oxymorphone 3, tapentadol 0.4, tramadol 0.2.',
  source:
    'Dowell D, Ragan KR, Jones CM, et al. CDC clinical practice guideline for prescribing opioids for pain, United States, 2022. MMWR Recomm Rep 2022;71(RR-3):1-95 (table of conversion factors).',
  limits: 'Measures exposure. Not for changing a patient from one opioid to another.',
  output: { kind: 'decimal', unit: 'MME/day', digits: 1 },
  inputs: {
    opioid: oneOf('Opioid', [
      'codeine',
      'hydrocodone',
      'hydromorphone',
      'methadone',
      'morphine',
      'oxycodone',
      'oxymorphone',
      'tapentadol',
      'tramadol',
    ]),
    dose: quantity('Dose', 'mg', 0.5, 1000),
    dosesPerDay: quantity('Doses per day', '', 0.5, 24),
  },
  worked: {
    values: { opioid: 'oxycodone', dose: 10, dosesPerDay: 2 },
    result: 30,
    decimals: 1,
    from: 'the example of the cited guideline: oxycodone 10 mg twice a day is 30 MME',
  },
  calculate: ({ opioid, dose, dosesPerDay }) => dose * dosesPerDay * FACTORS[opioid],
});
