import type { RunRequest } from '../../../app/services.ts';
import { DEFAULT_SPEED } from '../../../core/device-use.ts';
import { Check } from '../../components/Field.tsx';

interface SpeedFieldsProps {
  readonly request: RunRequest;
  readonly onChange: (speed: NonNullable<RunRequest['speed']>) => void;
}

/** What makes a run faster and changes no result; each can be turned off, to see that it is so. */
export function SpeedFields({ request, onChange }: SpeedFieldsProps) {
  const speed = request.speed ?? DEFAULT_SPEED;
  const server = request.device === 'server';
  return (
    <fieldset>
      <legend>Speed</legend>
      <p className="muted small">
        {server
          ? 'A server decides for itself what its prompts share.'
          : 'Both are exact, stand in the run’s settings, and are worth turning off only to see that they change nothing.'}
      </p>
      <Check
        label="Keep what prompts have in common (a header, a system prompt, earlier turns); never with int8, where it would not be exact"
        checked={!server && speed.prefixReuse}
        disabled={server}
        onChange={(prefixReuse) => onChange({ ...speed, prefixReuse })}
      />
      <Check
        label="Tokenise the next sample and score the last one while the model is busy"
        checked={!server && speed.prepareNext}
        disabled={server}
        onChange={(prepareNext) => onChange({ ...speed, prepareNext })}
      />
    </fieldset>
  );
}
