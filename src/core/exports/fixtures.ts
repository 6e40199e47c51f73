/** For tests: a run of a pack as an export sees it. */
import type { RunHeader, RunRecord, Scorer } from '../contracts.ts';
import { outputsOfRecords } from '../run/read-outputs.ts';
import { testHeader } from '../run/fixtures.ts';
import { scoreRun } from '../run/score-run.ts';
import type { SealedPack } from '../packs/read-pack.ts';
import { type ExportView, exportView } from './export-view.ts';
import type { Privacy } from './privacy.ts';

export function testView(
  pack: SealedPack,
  records: readonly RunRecord[],
  scorers: readonly Scorer[],
  privacy: Privacy,
  more: Partial<RunHeader> = {},
): ExportView {
  const header = { ...testHeader(pack), ...more };
  const { outputs } = outputsOfRecords(pack, header, records, 'run.jsonl');
  const scored = scoreRun(pack, outputs, { scorers, selection: header.selection });
  return exportView({ header, records, scored, pack, privacy });
}
