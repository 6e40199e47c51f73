/** Digits of any script as 0–9: "٢٤٫٥", "๒๔" and "２４" are numbers too. */

/** First digits of the decimal blocks seen in medical text: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

export function withPlainDigits(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => {
      const point = digit.codePointAt(0) ?? 0;
      const zero = ZEROS.find((first) => point >= first && point < first + 10);
      return zero === undefined ? digit : String(point - zero);
    })
    .replace(/(?<=\d)٫(?=\d)/gu, '.')
    .replace(/(?<=\d)٬(?=\d)/gu, ',');
}

/** "24,2" as most of Europe and South America writes it; "1,234" stays a thousand, "1,4,5" a list. */
export function withDecimalPoint(text: string): string {
  return text.replace(/(?<![\d.,])(\d+),(\d{1,2})(?![\d]|[.,]\d)/gu, '$1.$2');
}
