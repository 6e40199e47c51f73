import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { RunResults } from '../../../app/services.ts';
import { samplePath } from '../../routes.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { FindSample } from './FindSample.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { focusFlag, focusSentences, useSampleKeys } from './sample-keys.ts';

interface SampleNavProps {
  readonly results: RunResults;
  readonly current: string;
}

/** Previous and next in the order of the list the person came from, finding another, and the keys for it. */
export function SampleNav({ results, current }: SampleNavProps) {
  const runId = results.run.header.id;
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<'find' | 'keys' | null>(null);
  const order = useUiStore((state) => state.order);
  const letterKeys = useUiStore((state) => state.letterKeys);
  const keys = useMemo(() => {
    const listed = order?.runId === runId ? order.keys : [];
    return listed.includes(current) ? listed : results.samples.map((row) => row.key);
  }, [order, runId, current, results]);
  const at = keys.indexOf(current);
  const previous = keys[at - 1];
  const next = at === -1 ? undefined : keys[at + 1];
  const actions = useMemo(() => {
    const go = (key: string | undefined) => () => {
      if (key !== undefined) navigate(samplePath(runId, key));
    };
    return {
      j: go(next),
      k: go(previous),
      '/': () => setOpen('find'),
      '?': () => setOpen('keys'),
      n: () => focusFlag(1),
      p: () => focusFlag(-1),
      s: focusSentences,
    };
  }, [next, previous, navigate, runId]);
  useSampleKeys(letterKeys, actions);

  return (
    <nav className="row no-print" aria-label="Samples">
      <button type="button" disabled={previous === undefined} onClick={actions.k}>
        Previous
      </button>
      <span className="muted">{at === -1 ? '' : `${at + 1} of ${keys.length}`}</span>
      <button type="button" disabled={next === undefined} onClick={actions.j}>
        Next
      </button>
      <button type="button" onClick={() => setOpen('find')}>
        Find …
      </button>
      <button type="button" onClick={() => setOpen('keys')}>
        Keys
      </button>
      <FindSample results={results} open={open === 'find'} onClose={() => setOpen(null)} />
      <KeyHelp open={open === 'keys'} onClose={() => setOpen(null)} />
    </nav>
  );
}
