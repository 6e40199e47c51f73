import { defineCalculator } from './calculator.ts';
import { HEART_RATE, flag } from './inputs.ts';
import { points } from './points.ts';

export const wellsPe = defineCalculator({
  id: 'wells-pe',
  title: 'Wells score for pulmonary embolism',
  category: 'diagnosis',
  formula:
    'Signs of deep vein thrombosis 3; alternative diagnosis less likely than embolism 3; heart rate over 100/min 1.5; immobilisation or surgery in the past four weeks 1.5; earlier thrombosis or embolism 1.5; haemoptysis 1; cancer treated in the past six months or palliative 1.',
  source:
    'Wells PS, Anderson DR, Rodger M, et al. Derivation of a simple clinical model to categorize patients probability of pulmonary embolism. Thromb Haemost 2000;83:416-420.',
  limits: 'One criterion is a judgement; not validated in pregnancy.',
  output: { kind: 'decimal', unit: 'points', digits: 1 },
  inputs: {
    dvtSigns: flag('Signs of deep vein thrombosis'),
    mostLikely: flag('Alternative diagnosis less likely than pulmonary embolism'),
    heartRate: HEART_RATE,
    immobilised: flag('Immobilisation or surgery in the past four weeks'),
    earlier: flag('Earlier deep vein thrombosis or pulmonary embolism'),
    haemoptysis: flag('Haemoptysis'),
    cancer: flag('Active cancer'),
  },
  worked: {
    values: {
      dvtSigns: false,
      mostLikely: false,
      heartRate: 150,
      immobilised: false,
      earlier: false,
      haemoptysis: false,
      cancer: false,
    },
    result: 1.5,
    decimals: 1,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 8 (evaluation/one_shot_finalized_explanation.json)',
  },
  calculate: (it) =>
    points(
      [it.dvtSigns, 3],
      [it.mostLikely, 3],
      [it.heartRate > 100, 1.5],
      [it.immobilised, 1.5],
      [it.earlier, 1.5],
      [it.haemoptysis, 1],
      [it.cancer, 1],
    ),
});
