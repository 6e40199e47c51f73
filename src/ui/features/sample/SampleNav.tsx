import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { SampleRow } from '../../../app/services.ts';
import { Check } from '../../components/Field.tsx';
import { samplePath } from '../../routes.ts';
import { useUiStore } from '../../state/ui-store.ts';

interface SampleNavProps {
  readonly runId: string;
  readonly current: string;
  readonly samples: readonly SampleRow[];
}

/** Previous and next in the order of the list the person came from, by button or by j and k. */
export function SampleNav({ runId, current, samples }: SampleNavProps) {
  const [, navigate] = useLocation();
  const order = useUiStore((state) => state.order);
  const letterKeys = useUiStore((state) => state.letterKeys);
  const setLetterKeys = useUiStore((state) => state.setLetterKeys);
  const keys = useMemo(() => {
    const listed = order?.runId === runId ? order.keys : [];
    return listed.includes(current) ? listed : samples.map((row) => row.key);
  }, [order, runId, current, samples]);
  const at = keys.indexOf(current);
  const previous = keys[at - 1];
  const next = at === -1 ? undefined : keys[at + 1];

  useEffect(() => {
    if (!letterKeys) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const target = event.key === 'j' ? next : event.key === 'k' ? previous : undefined;
      if (target !== undefined) navigate(samplePath(runId, target));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [letterKeys, next, previous, navigate, runId]);

  return (
    <nav className="row no-print" aria-label="Samples">
      <Check label="Keys k and j" checked={letterKeys} onChange={setLetterKeys} />
      <button
        type="button"
        disabled={previous === undefined}
        onClick={() => previous !== undefined && navigate(samplePath(runId, previous))}
      >
        Previous
      </button>
      <span className="muted">{at === -1 ? '' : `${at + 1} of ${keys.length}`}</span>
      <button
        type="button"
        disabled={next === undefined}
        onClick={() => next !== undefined && navigate(samplePath(runId, next))}
      >
        Next
      </button>
    </nav>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type="checkbox"]), textarea, select, dialog') !== null)
  );
}
