import type { FitModel } from '../../../core/models/fit-contracts.ts';
import { useProbe } from '../../queries/fixed.ts';
import { useUsage } from '../../queries/stored.ts';
import { FitDetails } from './FitDetails.tsx';
import { fitDevices, fitsHere } from './fit-device.ts';

/** The verdict for one number format on this device; nothing until it is known what the device can do. */
export function FitHereDetails({ model, name }: { readonly model: FitModel; readonly name: string }) {
  const probe = useProbe();
  const usage = useUsage();
  if (probe.data === undefined) return null;
  return (
    <>
      <FitDetails fits={fitsHere(model, fitDevices(probe.data, usage.data))} name={name} />
      {model.shape === null && (
        <p className="muted small">
          Weights only: its own description does not tell the size of its layers, so keys, values and one pass
          are not reckoned.
        </p>
      )}
    </>
  );
}
