import { Link } from 'wouter';
import type { PackShape } from '../../../core/packs/pack-shape.ts';
import { callsPerSample, refusalOf, settingProblem } from '../../../app/run/ways-of-asking.ts';
import type { PackEntry, RunRequest, WayOfAsking } from '../../../app/services.ts';
import type { SolverSettings } from '../../../core/contracts.ts';
import { callsWords } from '../../components/asking/calls-words.ts';
import { SettingInputs } from '../../components/asking/SettingInputs.tsx';
import { REFUSAL_STEPS } from '../../components/asking/way-words.ts';
import { ladderPath } from '../../routes.ts';
import { requestedSamples } from './request.ts';

interface AskingDetailsProps {
  readonly way: WayOfAsking | undefined;
  readonly shape: PackShape | null;
  readonly request: RunRequest;
  readonly packs: readonly PackEntry[];
  readonly onChange: (settings: SolverSettings) => void;
}

/** What the chosen way of asking costs, and what it can be told. */
export function AskingDetails({ way, shape, request, packs, onChange }: AskingDetailsProps) {
  if (way === undefined) return null;
  const settings = request.solverSettings ?? {};
  const fields = way.settings ?? {};
  const some = shape !== null && way.needsChoices === true && shape.withChoices < shape.samples;
  return (
    <div className="stack">
      {Object.keys(fields).length > 0 && (
        <SettingInputs key={way.id} fields={fields} given={settings} onChange={onChange} />
      )}
      {shape !== null && settingProblem(way, settings) === null && (
        <p className="muted small">
          {callsWords(callsPerSample(way, shape, settings), requestedSamples(request, packs))}.{' '}
          {some &&
            shape.withChoices > 0 &&
            `${shape.samples - shape.withChoices} of the samples have no choices and cannot be asked this way. `}
          <Link href={ladderPath(request.packId, request.modelId)}>
            Ask this pack in several ways and compare them
          </Link>
        </p>
      )}
    </div>
  );
}

/** Why it cannot be asked like this, in words; null when it can, or while the pack is being read. */
export function askingProblem(
  request: RunRequest,
  way: WayOfAsking | undefined,
  shape: PackShape | null,
): string | null {
  if (way === undefined) return 'This way of asking is not known here.';
  const settings = request.solverSettings ?? {};
  const problem = settingProblem(way, settings);
  if (problem !== null) return problem;
  // The number format has words of its own in requestProblem.
  const refusal = shape === null ? null : refusalOf(way, shape, settings, true);
  return refusal === null ? null : REFUSAL_STEPS[refusal];
}
