import type { RunRequest } from '../../../app/services.ts';
import { Check, Field } from '../../components/Field.tsx';
import type { Choices, Draft } from './request.ts';
import css from './DeviceFields.module.css';

interface DeviceFieldsProps {
  readonly choices: Choices;
  readonly request: RunRequest;
  readonly onChange: (part: Draft) => void;
}

/** Where it is computed; a device that cannot be used stays listed with the reason. */
export function DeviceFields({ choices, request, onChange }: DeviceFieldsProps) {
  const { webgpu, wasm } = choices.probe;
  const threads = Array.from({ length: wasm.threads }, (_, at) => at + 1);
  return (
    <fieldset className={css['device']}>
      <legend>Device</legend>
      <Check
        type="radio"
        name="device"
        label={<>Processor (WASM)</>}
        checked={request.device === 'wasm'}
        onChange={() => onChange({ device: 'wasm' })}
      />
      <Check
        type="radio"
        name="device"
        disabled={!webgpu.available}
        label={
          webgpu.available ? (
            <>
              Graphics processor (WebGPU): {[webgpu.vendor, webgpu.architecture].filter(Boolean).join(' ')}
              {webgpu.isFallbackAdapter && ', emulated in software and slow'}
            </>
          ) : (
            <>
              Graphics processor (WebGPU) <span className="muted">not available: {webgpu.reason}</span>
            </>
          )
        }
        checked={request.device === 'webgpu'}
        onChange={() => onChange({ device: 'webgpu' })}
      />
      {request.device === 'wasm' && (
        <Field
          label="Threads"
          hint={
            wasm.crossOriginIsolated
              ? 'More is not always faster: for very small models one thread writes fastest.'
              : 'One thread only, because this page is not cross-origin isolated.'
          }
        >
          {({ id, hintId }) => (
            <select
              id={id}
              aria-describedby={hintId}
              value={request.threads}
              onChange={(event) => onChange({ threads: Number(event.target.value) })}
            >
              {threads.map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </fieldset>
  );
}
