import { useSyncExternalStore } from 'react';
import { Panel } from '../../components/Panel.tsx';
import { useServices } from '../../services-context.ts';

/** How far a run is may be seen; what it writes may not. */
export function RunGoingOn() {
  const { vault, queue } = useServices();
  const progress = useSyncExternalStore(
    (listener) => queue.subscribe(listener),
    () => vault.progress(),
  );
  if (progress === null) return null;
  return (
    <Panel title="A run goes on">
      <p>{progress} samples are done and stored encrypted. The key is forgotten when the run ends.</p>
      <div>
        <button
          type="button"
          onClick={() => {
            queue.cancel().catch(() => undefined);
          }}
        >
          Stop the run
        </button>
      </div>
    </Panel>
  );
}
