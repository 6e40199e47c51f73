import { useMutation } from '@tanstack/react-query';
import type { LiveState } from '../../../app/services.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { plural } from '../../i18n/format.ts';
import { useServices } from '../../services-context.ts';

/** Stopping loses at most the sample in flight, and the button says so before it is pressed. */
export function StopButton({ live }: { readonly live: LiveState }) {
  const { queue } = useServices();
  const stop = useMutation({ mutationFn: () => queue.cancel() });
  const stopping = live.phase === 'cancelling' || stop.isPending;
  return (
    <div className="row">
      <span className="muted small">
        {live.done === 0 ? 'Nothing is stored yet.' : `${plural(live.done, 'sample')} stored and kept.`}
      </span>
      <button type="button" disabled={stopping} onClick={() => stop.mutate()}>
        {stopping ? 'Stopping …' : 'Stop'}
      </button>
      {stop.isError && <ErrorNotice error={stop.error} />}
    </div>
  );
}
