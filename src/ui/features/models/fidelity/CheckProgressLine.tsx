import type { CheckProgress } from '../../../../app/fidelity/fidelity-port.ts';
import { deviceName } from './device-name.ts';
import type { CheckState } from './use-fidelity-check.ts';

const STAGES: Readonly<Record<CheckProgress['stage'], string>> = {
  loading: 'Loading the model',
  reference: 'Making the reference',
  checking: 'Checking',
  comparing: 'Comparing',
};

interface CheckProgressLineProps {
  readonly state: Extract<CheckState, { kind: 'running' }>;
  readonly onCancel: () => void;
}

export function CheckProgressLine({ state, onCancel }: CheckProgressLineProps) {
  const { request, progress } = state;
  const stage = progress === null ? 'Starting' : STAGES[progress.stage];
  const counted = progress !== null && progress.total > 0;
  return (
    <div className="row">
      <p role="status">
        {request.dtype} on {deviceName(request.device)}: {stage}
        {counted && `, ${progress.done} of ${progress.total}`} …
      </p>
      {counted && <progress aria-label="Progress of the check" max={progress.total} value={progress.done} />}
      <button type="button" onClick={onCancel}>
        Stop the check
      </button>
    </div>
  );
}
