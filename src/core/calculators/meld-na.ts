import { defineCalculator } from './calculator.ts';
import { BILIRUBIN, CREATININE, INR, SODIUM, flag } from './inputs.ts';

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export const meldNa = defineCalculator({
  id: 'meld-na',
  title: 'MELD-Na (OPTN 2016)',
  category: 'severity',
  formula:
    'MELD(i) = 0.957 × ln creatinine + 0.378 × ln bilirubin + 1.120 × ln INR + 0.643, rounded to one decimal, times 10; above 11 add 1.32 × (137 − sodium) − 0.033 × MELD(i) × (137 − sodium). Creatinine, bilirubin and INR are at least 1, creatinine at most 4 (and 4 on dialysis), sodium between 125 and 137; the score lies between 6 and 40.',
  source:
    'Kim WR, Biggins SW, Kremers WK, et al. Hyponatremia and mortality among patients on the liver-transplant waiting list. N Engl J Med 2008;359:1018-1026; as in OPTN policy 9.1 of 2016.',
  limits: 'From 12 years of age. Allocation in the United States has used MELD 3.0 since 2023.',
  output: { kind: 'integer', unit: 'points' },
  inputs: {
    creatinine: CREATININE,
    bilirubin: BILIRUBIN,
    inr: INR,
    sodium: SODIUM,
    dialysis: flag('Dialysis twice or more in the past week'),
  },
  worked: {
    values: { creatinine: 7.78, bilirubin: 36.1, inr: 2.2, sodium: 133, dialysis: false },
    result: 40,
    decimals: 0,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 23 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ creatinine, bilirubin, inr, sodium, dialysis }) => {
    const raw =
      0.957 * Math.log(dialysis ? 4 : within(creatinine, 1, 4)) +
      0.378 * Math.log(Math.max(1, bilirubin)) +
      1.12 * Math.log(Math.max(1, inr)) +
      0.643;
    const initial = Math.round(raw * 10);
    const deficit = 137 - within(sodium, 125, 137);
    const score = initial > 11 ? initial + 1.32 * deficit - 0.033 * initial * deficit : initial;
    return within(Math.round(score), 6, 40);
  },
});
