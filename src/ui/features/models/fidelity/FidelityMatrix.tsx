import type { ModelEntry } from '../../../../app/services.ts';
import type { FidelityCheck } from '../../../../core/fidelity/stored-check.ts';
import { ScrollRegion } from '../../../components/ScrollRegion.tsx';
import { formatDateTime } from '../../../i18n/format.ts';
import { deviceName } from './device-name.ts';
import { natsInterval } from './nats.ts';

type Device = 'wasm' | 'webgpu';

interface FidelityMatrixProps {
  readonly model: ModelEntry;
  readonly devices: readonly Device[];
  readonly checks: readonly FidelityCheck[];
  /** "shipped", or number format and device. */
  readonly against: string;
  readonly busy: boolean;
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
  readonly onCheck: (dtype: string, device: Device, quick: boolean) => void;
}

/** Number formats by device; each cell holds the newest check against the chosen reference. */
export function FidelityMatrix(props: FidelityMatrixProps) {
  const { model, devices, checks, against } = props;
  const newest = (dtype: string, device: Device) =>
    checks.find(
      (check) => check.dtype === dtype && check.runtime.device === device && referenceOf(check) === against,
    );
  return (
    <ScrollRegion label="Fidelity by number format and device">
      <table>
        <caption>
          Divergence of each token’s probabilities from the reference (KL, in nats) and share of tokens with
          the same first choice, with 95 % intervals
        </caption>
        <thead>
          <tr>
            <th scope="col">Format</th>
            {devices.map((device) => (
              <th key={device} scope="col">
                {deviceName(device)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.variants.map(({ dtype }) => (
            <tr key={dtype}>
              <th scope="row" translate="no">
                {dtype}
              </th>
              {devices.map((device) => (
                <td key={device}>
                  <Cell {...props} dtype={dtype} device={device} check={newest(dtype, device)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function referenceOf({ reference }: FidelityCheck): string {
  return reference.kind === 'shipped' ? 'shipped' : `${reference.dtype}/${reference.device}`;
}

interface CellProps extends FidelityMatrixProps {
  readonly dtype: string;
  readonly device: Device;
  readonly check: FidelityCheck | undefined;
}

function Cell({ dtype, device, check, busy, shown, onShow, onCheck, against }: CellProps) {
  const what = `${dtype} on ${deviceName(device)}`;
  if (against === `${dtype}/${device}`) return <span className="muted">the reference</span>;
  return (
    <div className="stack">
      {check === undefined ? (
        <span className="muted">not checked</span>
      ) : (
        <span>
          <strong>{check.failures.length === 0 ? 'Agrees' : 'Differs'}</strong>
          <br />
          KL {natsInterval(check.report.kl)}
          <br />
          same first choice {percentInterval(check)}
          <br />
          <span className="muted small">
            n = {check.report.kl.n} tokens, {formatDateTime(check.createdAt)}
          </span>
        </span>
      )}
      <span className="row">
        <button type="button" disabled={busy} onClick={() => onCheck(dtype, device, false)}>
          {check === undefined ? 'Check' : 'Check again'}
          <span className="visually-hidden"> {what}</span>
        </button>
        <button type="button" className="quiet" disabled={busy} onClick={() => onCheck(dtype, device, true)}>
          Quick
          <span className="visually-hidden"> check of {what}</span>
        </button>
        {check !== undefined && (
          <button
            type="button"
            className="quiet"
            aria-expanded={shown === check.id}
            onClick={() => onShow(shown === check.id ? null : check.id)}
          >
            Figures<span className="visually-hidden"> of {what}</span>
          </button>
        )}
      </span>
    </div>
  );
}

function percentInterval({ report: { topOne } }: FidelityCheck): string {
  const percent = (value: number | null) => (value === null ? '–' : (value * 100).toFixed(1));
  return `${percent(topOne.value)} % (${percent(topOne.low)}–${percent(topOne.high)})`;
}
