/** Which ways of asking a ladder offers, and which it begins with. */
import type { PackShape } from '../../../../core/packs/pack-shape.ts';
import { refusalOf } from '../../../../app/run/ways-of-asking.ts';
import { ladderRuns, rungRuns } from '../../../../app/runs/ladder.ts';
import type { PackEntry, RunRequest, WayOfAsking } from '../../../../app/services.ts';
import type { SolverSettings } from '../../../../core/contracts.ts';
import { keptSettings } from '../../../../core/solvers/setting-fields.ts';
import type { StoredRun } from '../../../../storage/contract.ts';
import { resolveRequest, type Choices, type Draft } from '../request.ts';

export interface Rung {
  readonly way: WayOfAsking;
  readonly settings: SolverSettings;
  readonly request: RunRequest;
  /** The newest run of it; null when it was not asked yet. */
  readonly run: StoredRun | null;
  /** Examples were chosen by other files under the same encoder's name. */
  readonly otherEncoders: readonly StoredRun[];
}

/** Ticked ways with the settings they are asked with. */
export type Ticked = Readonly<Record<string, SolverSettings>>;

/** For questions with choices the control beside the real score; for texts the ways that write. */
const WITH_CHOICES = ['rank-choices', 'generate', 'few-shot-rank-choices', 'chain-of-thought'];
const WITHOUT_CHOICES = ['generate', 'few-shot-generate', 'chain-of-thought', 'self-refine'];

export function firstTicked(pack: PackEntry, shape: PackShape): Ticked {
  const own = pack.header.solver;
  const ids =
    shape.withChoices > 0
      ? [...WITH_CHOICES, own.startsWith('generate') ? 'options-only-generate' : 'options-only-rank-choices']
      : WITHOUT_CHOICES;
  return Object.fromEntries([own, ...ids].map((id) => [id, {}] as const));
}

/** The chosen ways in the registry's order, the first rung before all others; those that are refused are left out. */
export function rungsOf(
  ways: readonly WayOfAsking[],
  ticked: Ticked,
  first: string,
  draft: Draft,
  choices: Choices,
  shape: PackShape,
  runs: readonly StoredRun[],
): readonly Rung[] {
  const pack = choices.packs.find(({ header }) => header.id === draft.packId);
  if (pack === undefined) return [];
  const rungs = ways.flatMap((way): Rung[] => {
    const settings = ticked[way.id];
    if (settings === undefined || refusalOf(way, shape, settings, true) !== null) return [];
    const request = resolveRequest(
      {
        ...draft,
        solverId: way.id,
        ...(Object.keys(settings).length === 0 ? {} : { solverSettings: settings }),
      },
      choices,
    );
    if (request === null) return [];
    const found = ladderRuns(runs, { ...request, packSha256: pack.sha256 });
    const encoder = way.encoder?.(settings) ?? null;
    return [
      {
        way,
        settings,
        request,
        ...rungRuns(found, way.id, kept(way, settings), encoder, choices.models),
      },
    ];
  });
  return [...rungs].sort((a, b) => Number(b.way.id === first) - Number(a.way.id === first));
}

function kept(way: WayOfAsking, settings: SolverSettings): SolverSettings | null {
  try {
    return keptSettings(way.settings, settings);
  } catch {
    // A setting out of range is said where it is typed; such a rung has no run.
    return { invalid: true };
  }
}
