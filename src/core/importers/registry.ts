import type { Importer } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { aciBench } from './aci-bench.ts';
import { bioasq } from './bioasq.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { fhir } from './fhir.ts';
import { healthbench } from './healthbench.ts';
import { jsonl } from './jsonl.ts';
import { judgebench } from './judgebench.ts';
import { longhealth } from './longhealth.ts';
import { medagentsbench } from './medagentsbench.ts';
import { medcalc } from './medcalc.ts';
import { medec } from './medec.ts';
import { medmcqa } from './medmcqa.ts';
import { medqa } from './medqa.ts';
import { medxpertqa } from './medxpertqa.ts';
import { mmlu } from './mmlu.ts';
import { mtsDialog } from './mts-dialog.ts';
import { parquet } from './parquet.ts';
import { primock57 } from './primock57.ts';
import { pubmedqa } from './pubmedqa.ts';
import { textPairs } from './text-pairs.ts';

/** Adding an importer is one file, one line here and its golden cases (<id>.golden.json). */
export const IMPORTERS: readonly Importer[] = [
  aciBench,
  mtsDialog,
  medec,
  primock57,
  pubmedqa,
  bioasq,
  longhealth,
  medagentsbench,
  medqa,
  medmcqa,
  mmlu,
  medxpertqa,
  medcalc,
  healthbench,
  judgebench,
  fhir,
  csv,
  jsonl,
  textPairs,
  docx,
  parquet,
];

export function importerById(id: string): Importer {
  const found = IMPORTERS.find((importer) => importer.id === id);
  if (found === undefined) {
    throw new AppError('input/unknown-format', `no importer is called "${id}"`, {
      id,
      known: IMPORTERS.map((importer) => importer.id),
    });
  }
  return found;
}
