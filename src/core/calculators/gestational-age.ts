import { defineCalculator, outOfRange } from './calculator.ts';
import { dayNumber } from './day-number.ts';
import { calendarDay } from './inputs.ts';

/** Nobody is pregnant for longer than 45 weeks: a date is wrong. */
const MAX_DAYS = 45 * 7;

export const gestationalAge = defineCalculator({
  id: 'gestational-age',
  title: 'Gestational age from the last menstrual period',
  category: 'date',
  formula: 'Days from the first day of the last menstrual period to the day of the visit, as weeks and days.',
  source:
    'Methods for estimating the due date. ACOG Committee Opinion 700. Obstet Gynecol 2017;129:e150-e154.',
  limits: 'Assumes a regular cycle of 28 days; an early ultrasound may correct it.',
  output: { kind: 'weeks-days' },
  inputs: {
    lastPeriod: calendarDay('First day of the last menstrual period'),
    visit: calendarDay('Day of the visit'),
  },
  worked: {
    values: { lastPeriod: '2020-12-23', visit: '2021-08-21' },
    result: 241,
    decimals: 0,
    from: 'the worked answer of MedCalc-Bench Verified for its calculator 69 (evaluation/one_shot_finalized_explanation.json): 34 weeks and 3 days',
  },
  calculate: ({ lastPeriod, visit }) => {
    const days = (dayNumber(visit) ?? NaN) - (dayNumber(lastPeriod) ?? NaN);
    if (days < 0 || days > MAX_DAYS)
      throw outOfRange('gestational-age', 'the visit must lie within 45 weeks after the last period');
    return days;
  },
});
