import { defineCalculator } from './calculator.ts';
import { oneOf } from './inputs.ts';

/** Best response last, so that a place in the list is one less than its points. */
const EYES = ['none', 'to pain', 'to speech', 'spontaneous'] as const;
const VERBAL = ['none', 'sounds', 'words', 'confused', 'oriented'] as const;
const MOTOR = ['none', 'extension', 'abnormal flexion', 'withdraws', 'localises', 'obeys'] as const;

export const glasgowComa = defineCalculator({
  id: 'glasgow-coma',
  title: 'Glasgow coma scale',
  category: 'severity',
  formula:
    'Sum of the best eye response (none 1, to pain 2, to speech 3, spontaneous 4), verbal response (none 1, sounds 2, words 3, confused 4, oriented 5) and motor response (none 1, extension 2, abnormal flexion 3, withdraws 4, localises 5, obeys 6).',
  source:
    'Teasdale G, Jennett B. Assessment of coma and impaired consciousness. Lancet 1974;2:81-84 (with abnormal flexion told apart from withdrawal, as since 1976).',
  limits: 'A sum hides its parts; not where a response cannot be tested (tube, swelling, sedation).',
  output: { kind: 'integer', unit: 'points' },
  inputs: {
    eyes: oneOf('Best eye response', EYES),
    verbal: oneOf('Best verbal response', VERBAL),
    motor: oneOf('Best motor response', MOTOR),
  },
  worked: {
    values: { eyes: 'spontaneous', verbal: 'none', motor: 'abnormal flexion' },
    result: 8,
    decimals: 0,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 21 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: ({ eyes, verbal, motor }) =>
    EYES.indexOf(eyes) + VERBAL.indexOf(verbal) + MOTOR.indexOf(motor) + 3,
});
