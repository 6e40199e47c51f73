import { defineCalculator } from './calculator.ts';
import { SEX, quantity } from './inputs.ts';

const CM_PER_INCH = 2.54;

/** Devine 1974, in kg; `height` in cm. */
export function devineWeight(sex: 'female' | 'male', height: number): number {
  return (sex === 'female' ? 45.5 : 50) + 2.3 * (height / CM_PER_INCH - 60);
}

export const ADULT_HEIGHT = quantity('Height', 'cm', 120, 250);

export const idealBodyWeight = defineCalculator({
  id: 'ideal-body-weight',
  title: 'Ideal body weight (Devine)',
  category: 'physical',
  formula: '50 kg in men or 45.5 kg in women, plus 2.3 kg for every inch of height above 60 inches.',
  source: 'Devine BJ. Gentamicin therapy. Drug Intell Clin Pharm 1974;8:650-655.',
  limits: 'Adults; made for dosing. Under 60 inches it is an extrapolation.',
  output: { kind: 'decimal', unit: 'kg', digits: 1 },
  inputs: { sex: SEX, height: ADULT_HEIGHT },
  worked: {
    values: { sex: 'male', height: 173 },
    result: 68.654,
    decimals: 3,
    from: 'row 9 of the one-shot examples of MedCalc-Bench Verified, which rounds on the way',
  },
  calculate: ({ sex, height }) => devineWeight(sex, height),
});
