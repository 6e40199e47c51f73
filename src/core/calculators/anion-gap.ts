import { defineCalculator } from './calculator.ts';
import { BICARBONATE, CHLORIDE, SODIUM } from './inputs.ts';

export const anionGap = defineCalculator({
  id: 'anion-gap',
  title: 'Anion gap',
  category: 'lab test',
  formula: 'Sodium minus chloride minus bicarbonate, all in mmol/L; potassium is left out.',
  source: 'Emmett M, Narins RG. Clinical use of the anion gap. Medicine (Baltimore) 1977;56:38-54.',
  limits: 'The normal range is that of the laboratory; a low albumin hides a raised gap.',
  output: { kind: 'decimal', unit: 'mmol/L', digits: 1 },
  inputs: { sodium: SODIUM, chloride: CHLORIDE, bicarbonate: BICARBONATE },
  worked: {
    values: { sodium: 140, chloride: 110, bicarbonate: 9.4 },
    result: 20.6,
    decimals: 5,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 39 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ sodium, chloride, bicarbonate }) => sodium - chloride - bicarbonate,
});
