/** Exports, imports and changed scores as pages meet them in tests: a private pack, with two possible names in it. */
import { rankingReport } from '../../core/stats/ranking/ranking-report.ts';
import type { Consent } from '../../core/exports/full-text-gate.ts';
import type { Privacy } from '../../core/exports/privacy.ts';
import type { ExportOutcome, Transfer } from '../../app/transfer/transfer-port.ts';

export const fakeTransfer: Transfer = {
  formats: () =>
    Promise.resolve([
      { id: 'csv', title: 'CSV', description: 'one row per answer', beside: ['metrics.csv'] },
      { id: 'html', title: 'HTML report', description: 'a self-contained report', beside: [] },
    ]),
  preview: () =>
    Promise.resolve({
      format: { id: 'inspect', title: 'Inspect log' },
      runs: [],
      problems: [],
      totalProblems: 0,
    }),
  table: () =>
    Promise.resolve({
      kind: 'matrix',
      kindReason: 'the first column is named "model"',
      report: rankingReport(
        {
          models: ['a', 'b'],
          benchmarks: [{ id: 'qa', better: 'higher' }],
          cells: [[0.5], [0.25]],
        },
        { level: 0.95, seed: 1 },
      ),
    }),
  add: () => Promise.resolve([]),
  comparisonFormats: () =>
    Promise.resolve([
      { id: 'html', title: 'HTML report', description: 'a self-contained report', beside: [] },
    ]),
  writeComparison: ({ privacy, consent }) => outcomeOf(privacy, consent, 'comparison.html'),
  write: ({ privacy, consent }) => outcomeOf(privacy, consent, 'run.html'),
  scoreVersions: () => Promise.resolve([]),
  overrides: () => Promise.resolve({ overrides: [], unreadable: 0, estimates: {} }),
  override: () => Promise.resolve(),
  removeOverride: () => Promise.resolve({ undo: () => Promise.resolve() }),
};

function outcomeOf(privacy: Privacy, consent: Consent, name: string): Promise<ExportOutcome> {
  if (privacy === 'full' && !consent.permission) return Promise.resolve({ kind: 'needs-permission' });
  const report = {
    total: 2,
    kinds: [{ kind: 'name' as const, found: 2, samples: ['visit 3', 'visit 9'] }],
  };
  if (privacy === 'full' && !consent.identifiers)
    return Promise.resolve({ kind: 'needs-acceptance', report });
  return Promise.resolve({
    kind: 'file',
    blob: new Blob(['x']),
    name,
    found: { total: 0, kinds: [] },
  });
}
