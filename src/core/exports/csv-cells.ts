/**
 * CSV that a spreadsheet may open: RFC 4180 quoting, and no cell that it would take for a formula (OWASP, "CSV
 * Injection"): what starts with = + - @, a tab or a line end gets a leading apostrophe, unless it is a plain number.
 */
const STARTS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i;

export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const plain = String(value);
  const safe = STARTS_FORMULA.test(plain) && !PLAIN_NUMBER.test(plain) ? `'${plain}` : plain;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
