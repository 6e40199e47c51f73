import { canonicalJson } from '../canonical-json.ts';
import type { ImportedFrom, RunHeader } from '../contracts.ts';
import { sha256Hex } from '../digest.ts';
import type { PlacedItem } from './placed-item.ts';
import type { ForeignRun } from './results-importer.ts';

interface HeaderRequest {
  readonly run: ForeignRun;
  readonly from: ImportedFrom;
  readonly placed: readonly PlacedItem[];
  readonly now: string;
  readonly pack: RunHeader['pack'];
  readonly scorers: readonly string[];
}

/** What the file says, and nothing else: a setting that it does not tell stands as "not stated" or zero. */
export function importedHeader({ run, from, placed, now, pack, scorers }: HeaderRequest): RunHeader {
  if (run.header !== null) return { ...run.header, pack, imported: from };
  const [tool = 'not-stated', ...version] = run.tool.split(' ');
  const generation = { maxTokens: 0, temperature: 0, topK: 0, seed: 0, stop: [], ...run.generation };
  const told = {
    format: from.format,
    model: run.model,
    pack: pack.sha256,
    tool: run.tool,
    generation: run.generation,
  };
  return {
    kind: 'run',
    schemaVersion: 1,
    id: `imported-${sha256Hex(canonicalJson({ files: from.files.map(({ sha256 }) => sha256), key: run.key, pack: pack.sha256 })).slice(0, 24)}`,
    createdAt: run.createdAt ?? now,
    app: { name: 'bedside', version: '', build: '' },
    pack,
    model: {
      id: run.model,
      title: run.model,
      dtype: 'not stated',
      source: 'imported',
      sha256: '',
      files: [],
    },
    runtime: {
      id: tool,
      version: version.join(' '),
      device: 'elsewhere',
      threads: 0,
      crossOriginIsolated: false,
      chatTemplateSha256: null,
      contextTokens: null,
    },
    device: { userAgent: '', cores: null, memoryGiB: null, platform: 'not stated' },
    prompt: { id: 'not-stated', version: '', sha256: '' },
    solver: { id: 'not-stated', version: '' },
    generation,
    selection: { limit: null, shard: null, repeats: Math.max(...placed.map(({ item }) => item.repeat)) + 1 },
    scorers,
    settingsSha256: sha256Hex(canonicalJson(told)),
    imported: from,
  };
}
