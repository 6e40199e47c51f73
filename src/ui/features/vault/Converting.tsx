import type { VaultView } from '../../../app/vault/vault-view.ts';
import { useServices } from '../../services-context.ts';

interface ConvertingProps {
  readonly view: Extract<VaultView, { kind: 'converting' }>;
}

export function Converting({ view }: ConvertingProps) {
  const { vault } = useServices();
  const { done, total, to } = view;
  const stop = async () => (await vault.actions()).cancel();
  return (
    <div className="stack">
      <p>
        Keep this tab open. If it closes, nothing is lost: the next visit goes on from here, or takes it back.
      </p>
      <label className="stack">
        <span role="status">
          {total === 0 ? 'Preparing …' : `${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows`}
        </span>
        <progress max={Math.max(total, 1)} value={done} />
      </label>
      <div>
        <button
          type="button"
          onClick={() => {
            stop().catch(() => undefined);
          }}
        >
          {to === 'sealed' ? 'Stop, and stay without a passphrase' : 'Stop, and keep the passphrase'}
        </button>
      </div>
    </div>
  );
}
