import type { ExportOverride } from './export-overrides.ts';

export const OVERRIDE_HEADER = ['sample', 'metric', 'computed', 'changed to', 'when', 'who', 'why'] as const;

export function overrideRows(overrides: readonly ExportOverride[]): readonly (readonly string[])[] {
  return overrides.map(({ id, metric, was, value, at, who, why }) => [
    id,
    metric,
    String(was),
    String(value),
    at,
    who ?? 'withheld',
    why ?? 'withheld',
  ]);
}
