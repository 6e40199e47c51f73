import { defineCalculator } from './calculator.ts';
import { dayNumber } from './day-number.ts';
import { calendarDay } from './inputs.ts';

export const dueDate = defineCalculator({
  id: 'due-date',
  title: 'Due date from the last menstrual period (280 days)',
  category: 'date',
  formula: '280 days after the first day of the last menstrual period.',
  source:
    'Methods for estimating the due date. ACOG Committee Opinion 700. Obstet Gynecol 2017;129:e150-e154 (280 days; the rule of Naegele).',
  limits: 'Assumes a regular cycle of 28 days; an early ultrasound may correct it.',
  output: { kind: 'date' },
  inputs: { lastPeriod: calendarDay('First day of the last menstrual period') },
  worked: {
    values: { lastPeriod: '2000-02-24' },
    result: 11291,
    decimals: 0,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 13 (evaluation/one_shot_finalized_explanation.json) before it adds two days for a cycle of 30: 11/30/2000',
  },
  calculate: ({ lastPeriod }) => (dayNumber(lastPeriod) ?? NaN) + 280,
});
