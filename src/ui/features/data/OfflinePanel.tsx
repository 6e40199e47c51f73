import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { copyFiles } from '../../../app/network/background-copy.ts';
import type { OfflineCopy } from '../../../app/network/offline-copy.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { formatBytes } from '../../i18n/format.ts';

const KEY = ['offline-copy'];

/** What works with the server gone, and the button that makes it so at once. */
export function OfflinePanel() {
  const client = useQueryClient();
  const state = useQuery({ queryKey: KEY, queryFn: () => copyFiles().state(), staleTime: 0 });
  const [progress, setProgress] = useState<OfflineCopy | null>(null);
  const complete = useMutation({
    mutationFn: () => copyFiles().complete(async () => true, setProgress),
    onSettled: () => {
      setProgress(null);
      return client.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <Panel title="Without a connection">
      <QueryView query={state} what="the offline copy">
        {(read) => {
          const copy = progress ?? read;
          if (copy === null)
            return (
              <p className="muted">
                No offline copy can be kept or examined in this window: the page needs its server.
              </p>
            );
          const left = copy.files - copy.kept;
          if (left === 0)
            return (
              <p>
                All {copy.files} files of the page and its demo are kept. Everything but new downloads works
                without a connection.
              </p>
            );
          return (
            <>
              <p role="status">
                {copy.kept} of {copy.files} files are kept; {formatBytes(copy.missingBytes)} are missing. They
                are fetched while the page is idle.
              </p>
              <div>
                <button type="button" disabled={complete.isPending} onClick={() => complete.mutate()}>
                  {complete.isPending ? 'Fetching …' : 'Fetch them now'}
                </button>
              </div>
              {complete.isError && <ErrorNotice error={complete.error} />}
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
