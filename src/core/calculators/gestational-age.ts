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
    values: { lastPeriod: '2024-01-01', visit: '2024-03-11' },
    result: 70,
    decimals: 0,
    from: 'by hand from the calendar: 30 days of January, 29 of February, 11 of March',
  },
  calculate: ({ lastPeriod, visit }) => {
    const days = (dayNumber(visit) ?? NaN) - (dayNumber(lastPeriod) ?? NaN);
    if (days < 0 || days > MAX_DAYS)
      throw outOfRange('gestational-age', 'the visit must lie within 45 weeks after the last period');
    return days;
  },
});
