/** Figures that tests take on the way: printed, and collected by `npm run test:long` into docs/measurements.md. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export const MEASUREMENTS_FILE = 'test-results/measurements.jsonl';

export interface Measurement {
  /** Groups rows under one heading, e.g. "Cancellation". */
  readonly topic: string;
  readonly what: string;
  readonly value: number | string;
  readonly unit: string;
  readonly n?: number;
  readonly note?: string;
}

export function recordMeasurement(measurement: Measurement): void {
  const { topic, what, value, unit, n, note } = measurement;
  console.log(
    `measured | ${topic} | ${what}: ${value} ${unit}${n === undefined ? '' : ` (n = ${n})`}${note === undefined ? '' : ` – ${note}`}`,
  );
  mkdirSync(dirname(MEASUREMENTS_FILE), { recursive: true });
  appendFileSync(MEASUREMENTS_FILE, `${JSON.stringify(measurement)}\n`);
}
