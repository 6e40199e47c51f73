import type { Estimate } from '../../../../core/contracts.ts';

/** Divergences span many powers of ten: two digits, and what is nothing but rounding is said to be so. */
export function nats(value: number | null): string {
  if (value === null) return 'none';
  if (value < 1e-9) return 'below 0.000000001';
  return value < 1e-3
    ? value
        .toExponential(1)
        .replace('e-', ' × 10⁻')
        .replace(/⁻(\d+)$/u, (_, power: string) => `⁻${superscript(power)}`)
    : value.toPrecision(2);
}

export function natsInterval({ value, low, high }: Estimate): string {
  return low === null || high === null ? nats(value) : `${nats(value)} (${nats(low)} to ${nats(high)})`;
}

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = (digits: string): string =>
  [...digits].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
