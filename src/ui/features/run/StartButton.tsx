import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { RunRequest } from '../../../app/services.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useAskToKeep } from '../../components/use-ask-to-keep.ts';
import { isActive, useQueue } from '../../queries/live.ts';
import { ROUTES } from '../../routes.ts';
import { useServices } from '../../services-context.ts';

interface StartButtonProps {
  readonly requests: readonly RunRequest[];
  readonly label: string;
  readonly disabled?: boolean;
}

/** Starts, or queues behind the run that is going on, and goes to Live. */
export function StartButton({ requests, label, disabled = false }: StartButtonProps) {
  const { queue } = useServices();
  const { live } = useQueue();
  const keep = useAskToKeep();
  const [, navigate] = useLocation();
  const start = useMutation({
    mutationFn: () => queue.start(requests),
    onSuccess: () => navigate(ROUTES.live),
  });
  const busy = isActive(live?.phase);
  return (
    <>
      <button
        type="button"
        className="primary"
        disabled={disabled || start.isPending}
        onClick={() => {
          keep(false);
          start.mutate();
        }}
      >
        {busy ? `${label} after the current run` : label}
      </button>
      {start.isError && <ErrorNotice error={start.error} />}
    </>
  );
}
