/**
 * How an author says where a calculator's input stands in a note: by the exact words, from which the number is read.
 * So the truth is computed from the note itself and no number is written twice.
 */
export interface Stated {
  /** Exact words of the note. */
  readonly quote: string;
  readonly value: number | string | boolean;
  /** Set when the note's unit is not the calculator's. */
  readonly converted?: true;
  /** Set when the value is said in words. */
  readonly inWords?: true;
}

export interface CalculationNote {
  readonly text: string;
  readonly inputs: Readonly<Record<string, Stated>>;
}

export interface Calculation {
  /** Id of a calculator. */
  readonly calculator: string;
  readonly question: string;
  readonly notes: readonly [CalculationNote, CalculationNote, CalculationNote];
}

function numberAt(quote: string, place: number): number {
  const found = quote.replace(/(?<=\d),(?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g)?.[place - 1];
  if (found === undefined) throw new Error(`"${quote}" holds no number ${place}`);
  return Number(found);
}

/** The number in these words, in the calculator's own unit; `place` 2 is the second one. */
export function num(quote: string, place = 1): Stated {
  return { quote, value: numberAt(quote, place) };
}

/** The number in these words, in another unit. */
export function inUnit(quote: string, convert: (value: number) => number, place = 1): Stated {
  return { quote, value: convert(numberAt(quote, place)), converted: true };
}

/** Words that stand for a value: a finding that is there or denied, a sex, a number written out. */
export function means(quote: string, value: number | string | boolean): Stated {
  return { quote, value, inWords: true };
}

/** A date as the note writes it; `iso` is the same day. */
export function dated(quote: string, iso: string): Stated {
  return { quote, value: iso };
}

const times =
  (factor: number) =>
  (value: number): number =>
    value * factor;

export const FROM = {
  pounds: times(0.45359237),
  inches: times(2.54),
  percent: times(0.01),
  seconds: times(1000),
  kilopascals: times(7.50062),
  albuminGramsPerLitre: times(0.1),
  bilirubinMicromoles: times(1 / 17.1),
  calciumMillimoles: times(4.008),
  cholesterolMillimoles: times(38.67),
  creatinineMicromoles: times(1 / 88.4),
  creatinineMillimoles: times(11.312),
  glucoseMillimoles: times(18.016),
  triglyceridesMillimoles: times(88.57),
  /** Urea in mmol/L to urea nitrogen in mg/dL. */
  ureaMillimoles: times(2.8),
  /** Urea nitrogen in mg/dL to urea in mmol/L. */
  ureaNitrogen: times(1 / 2.8),
  perMicrolitre: times(0.001),
  grams: times(1000),
  /** An RR interval in ms to a rate per minute. */
  rrMilliseconds: (value: number): number => 60_000 / value,
} as const;
