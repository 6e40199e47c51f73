/** How much of real errors the transcript audit points at, in words: what stands beside every clean result. */
import { MEASURED_ON, MEASURED_RECALL, type MeasuredRecall } from './measured-recall.ts';

export function recallOf(category: MeasuredRecall['category']): MeasuredRecall | undefined {
  return MEASURED_RECALL.find((one) => one.category === category);
}

/** "54 % (47 to 61, n 212)" */
export function reachWords(measured: MeasuredRecall | undefined): string {
  if (measured === undefined || measured.value === null) return 'not measured (n 0)';
  const { value, low, high, n } = measured;
  const interval = low === null || high === null ? '' : `${percent(low)} to ${percent(high)}, `;
  return `${percent(value)} % (${interval}n ${n})`;
}

function percent(value: number): string {
  return String(Math.round(value * 100));
}

/** "12 visits, 502 sentences (…), labelled by …" */
export const measuredOnWords = `${MEASURED_ON.encounters} visits, ${MEASURED_ON.sentences} sentences (${MEASURED_ON.source}), labelled by ${MEASURED_ON.labels}; ${Math.round(MEASURED_ON.level * 100)} % intervals by visit`;
