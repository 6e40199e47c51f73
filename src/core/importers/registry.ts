import type { Importer } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { aciBench } from './aci-bench.ts';
import { csv } from './csv.ts';
import { jsonl } from './jsonl.ts';

/** Adding an importer is one file, one line here and its golden cases (<id>.golden.json). */
export const IMPORTERS: readonly Importer[] = [aciBench, csv, jsonl];

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
