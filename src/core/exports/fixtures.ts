/** For tests: a run of a pack as an export sees it. */
import type { RunHeader, RunRecord, Scorer } from '../contracts.ts';
import { outputsOfRecords } from '../run/read-outputs.ts';
import { testHeader } from '../run/fixtures.ts';
import { scoreRun } from '../run/score-run.ts';
import type { SealedPack } from '../packs/read-pack.ts';
import { type ExportView, exportView } from './export-view.ts';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { ExportFile } from './export-contract.ts';
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

/** Everything that a reader of the file can see, as text: what is packed in a binary format is unpacked. */
export async function readable({ text, bytes }: ExportFile): Promise<string> {
  if (bytes === undefined) return text;
  const { rows, metadata } = await readParquet(bytes);
  const plain = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return JSON.stringify([rows, metadata]) + plain;
}

export async function readParquet(bytes: Uint8Array): Promise<{
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly metadata: readonly { readonly key: string; readonly value?: string | undefined }[];
}> {
  const file = bytes.slice().buffer;
  return {
    rows: await parquetReadObjects({ file }),
    metadata: parquetMetadata(file).key_value_metadata ?? [],
  };
}
