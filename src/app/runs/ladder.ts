/** One pack and one model asked in several ways: which stored runs are rungs of it. Pure. */
import { canonicalJson } from '../../core/canonical-json.ts';
import type { ModelEntry } from '../models/model-entry.ts';
import type { SolverSettings } from '../../core/contracts.ts';
import { readEncoderKey } from '../../core/models/encoder-key.ts';
import { encoderSha256 } from '../../core/models/encoder-sha256.ts';
import type { StoredRun } from '../../storage/contract.ts';
import type { RunRequest } from '../services.ts';

/** What has to be equal for a difference to be the way of asking alone. */
export type LadderKey = Pick<RunRequest, 'modelId' | 'dtype' | 'promptId' | 'generation' | 'limit'> & {
  readonly packSha256: string;
};

/** Names a rung: the solver and the settings that a run keeps of it, and the files of the encoder that chose its examples. */
export function rungId(
  solverId: string,
  kept: SolverSettings | null | undefined,
  encoderSha256?: string,
): string {
  const asked = `${solverId} ${canonicalJson(kept ?? {})}`;
  return encoderSha256 === undefined ? asked : `${asked} ${encoderSha256}`;
}

export interface RungRuns {
  /** Asked as the settings say; null when it was not asked yet. */
  readonly run: StoredRun | null;
  /** Asked with the same settings, with other files under the same encoder's name. */
  readonly otherEncoders: readonly StoredRun[];
}

/**
 * The runs of one way of asking. `encoder` is what the settings name, as `<model>@<dtype>`: its files as they are here now
 * say which run is meant; where it is no longer here, the newest run does.
 */
export function rungRuns(
  rungs: ReadonlyMap<string, StoredRun>,
  solverId: string,
  kept: SolverSettings | null | undefined,
  encoder: string | null,
  models: readonly ModelEntry[],
): RungRuns {
  const asked = rungId(solverId, kept);
  if (encoder === null) return { run: rungs.get(asked) ?? null, otherEncoders: [] };
  const byEncoder = [...rungs].filter(([id]) => id === asked || id.startsWith(`${asked} `));
  const now = filesNow(encoder, models);
  const [newest] = byEncoder;
  const meant = now === null ? newest?.[0] : rungId(solverId, kept, now);
  return {
    run: rungs.get(meant ?? '') ?? null,
    otherEncoders: byEncoder.flatMap(([id, run]) => (id === meant ? [] : [run])),
  };
}

function filesNow(encoder: string, models: readonly ModelEntry[]): string | null {
  const name = readEncoderKey(encoder);
  if (name === null) return null;
  const variant = models
    .find(({ id }) => id === name.modelId)
    ?.variants.find(({ dtype }) => dtype === name.dtype);
  return variant === undefined ? null : encoderSha256(variant.files, name.dtype);
}

/**
 * The newest run of each rung, by rungId, newest first. Runs that still go on are left out, and so are runs of other weights under the
 * same name: the newest run says which weights are meant.
 */
export function ladderRuns(runs: readonly StoredRun[], key: LadderKey): ReadonlyMap<string, StoredRun> {
  const generation = canonicalJson(key.generation);
  const matching = runs
    .filter(
      ({ header, status, done }) =>
        status !== 'running' &&
        done > 0 &&
        header.imported === undefined &&
        header.pack.sha256 === key.packSha256 &&
        header.model.id === key.modelId &&
        header.model.dtype === key.dtype &&
        header.prompt.id === key.promptId &&
        header.selection.limit === key.limit &&
        header.selection.shard === null &&
        header.selection.repeats === 1 &&
        canonicalJson(header.generation) === generation,
    )
    .sort((a, b) => b.header.createdAt.localeCompare(a.header.createdAt));
  const weights = matching[0]?.header.model.sha256;
  const rungs = new Map<string, StoredRun>();
  for (const run of matching) {
    const { solver, model } = run.header;
    const id = rungId(solver.id, solver.settings, solver.encoder?.sha256);
    const before = rungs.get(id);
    if (model.sha256 !== weights) continue;
    // A run that was stopped counts only where there is no finished one.
    if (before === undefined || (before.status !== 'finished' && run.status === 'finished'))
      rungs.set(id, run);
  }
  return rungs;
}
