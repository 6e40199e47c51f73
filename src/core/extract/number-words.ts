/** Numbers written as words, as people say them in a visit. */
const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

export function numberWord(word: string): number | undefined {
  return own(UNITS, word) ?? own(TENS, word);
}

/** A transcript may well hold the word "constructor". */
function own(numbers: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(numbers, word) ? numbers[word] : undefined;
}

/** "three" -> "3" and "third" -> "3rd", so that both spellings are one word. */
export function spelledWithDigits(word: string): string {
  const number = numberWord(word);
  return number === undefined ? word : String(number);
}

export function ordinalNumber(word: string): number | undefined {
  return own(ORDINALS, word);
}

const ONE = Object.keys(UNITS)
  .filter((word) => (UNITS[word] ?? 0) in { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1 })
  .join('|');
const SMALL = Object.keys(UNITS).join('|');
const TEN = Object.keys(TENS).join('|');
/** Source of a pattern for one spoken number below a million. */
const BELOW_HUNDRED = `(?:(?:${TEN})(?:[ -](?:${ONE}))?|${SMALL})`;
export const NUMBER_WORDS = `(?:(?:${BELOW_HUNDRED}|an?) (?:hundred|thousand)(?:(?: and)? ${BELOW_HUNDRED})?|${BELOW_HUNDRED}|half an?|half)`;

/** The value of text matched by NUMBER_WORDS. "one twenty eight" is not one number here but two. */
export function spokenNumber(text: string): number {
  const words = text.toLowerCase().split(/[ -]+/u);
  if (words[0] === 'half') return 0.5;
  let total = 0;
  let current = 0;
  for (const word of words) {
    if (word === 'hundred') current = Math.max(current, 1) * 100;
    else if (word === 'thousand') {
      total += Math.max(current, 1) * 1000;
      current = 0;
    } else current += numberWord(word) ?? 0;
  }
  return total + current;
}
