import { defineCalculator } from './calculator.ts';
import { oneOf, quantity } from './inputs.ts';

/** Doses in mg of equal anti-inflammatory effect. */
const EQUAL_DOSES = {
  hydrocortisone: 20,
  prednisone: 5,
  prednisolone: 5,
  methylprednisolone: 4,
  triamcinolone: 4,
  dexamethasone: 0.75,
} as const;
const DRUGS = [
  'hydrocortisone',
  'prednisone',
  'prednisolone',
  'methylprednisolone',
  'triamcinolone',
  'dexamethasone',
] as const;

export const steroidConversion = defineCalculator({
  id: 'steroid-conversion',
  title: 'Equivalent dose of a glucocorticoid',
  category: 'dosage',
  formula:
    'Dose × equivalent dose of the new drug ÷ equivalent dose of the old one; equivalent are hydrocortisone 20, prednisone 5, prednisolone 5, methylprednisolone 4, triamcinolone 4 and dexamethasone 0.75 mg.',
  source:
    'Liu D, Ahmet A, Ward L, et al. A practical guide to the monitoring and management of the complications of systemic corticosteroid therapy. Allergy Asthma Clin Immunol 2013;9:30 (table of relative potencies).',
  limits: 'Anti-inflammatory effect of oral and intravenous doses only; not the mineralocorticoid effect.',
  output: { kind: 'decimal', unit: 'mg', digits: 2 },
  inputs: {
    from: oneOf('Drug', DRUGS),
    dose: quantity('Dose', 'mg', 0.05, 5000),
    to: oneOf('New drug', DRUGS),
  },
  worked: {
    values: { from: 'hydrocortisone', dose: 65.867, to: 'dexamethasone' },
    result: 2.47001,
    decimals: 5,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 24 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ from, dose, to }) => (dose * EQUAL_DOSES[to]) / EQUAL_DOSES[from],
});
