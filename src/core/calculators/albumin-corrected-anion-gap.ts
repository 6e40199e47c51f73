import { defineCalculator } from './calculator.ts';
import { ALBUMIN, BICARBONATE, CHLORIDE, SODIUM } from './inputs.ts';

export const albuminCorrectedAnionGap = defineCalculator({
  id: 'albumin-corrected-anion-gap',
  title: 'Anion gap corrected for albumin',
  category: 'lab test',
  formula:
    'Sodium minus chloride minus bicarbonate in mmol/L, plus 2.5 for every g/dL by which albumin is below 4.0.',
  source:
    'Figge J, Jabor A, Kazda A, Fencl V. Anion gap and hypoalbuminemia. Crit Care Med 1998;26:1807-1810 (0.25 for every g/L; reference albumin here 4.0 g/dL).',
  limits: 'The reference albumin differs between laboratories (4.0 to 4.4 g/dL).',
  output: { kind: 'decimal', unit: 'mmol/L', digits: 1 },
  inputs: { sodium: SODIUM, chloride: CHLORIDE, bicarbonate: BICARBONATE, albumin: ALBUMIN },
  worked: {
    values: { sodium: 127, chloride: 101, bicarbonate: 9, albumin: 1.8 },
    result: 22.5,
    decimals: 5,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 65 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ sodium, chloride, bicarbonate, albumin }) =>
    sodium - chloride - bicarbonate + 2.5 * (4 - albumin),
});
