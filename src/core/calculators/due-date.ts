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
    values: { lastPeriod: '2017-01-01' },
    result: 17447,
    decimals: 0,
    from: 'by hand from the calendar: 10/08/2017',
  },
  calculate: ({ lastPeriod }) => (dayNumber(lastPeriod) ?? NaN) + 280,
});
