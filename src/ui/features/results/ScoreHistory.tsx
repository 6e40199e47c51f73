import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunResults } from '../../../app/services.ts';
import type { RunOverrides, ScoreVersion } from '../../../app/transfer/score-changes-port.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { formatDateTime } from '../../i18n/format.ts';
import { STORED } from '../../queries/stored.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';
import { ChangeScoreDialog } from './ChangeScoreDialog.tsx';

/** Scores that people changed, and the versions of scores kept beside the shown ones. The shown means stay computed. */
export function ScoreHistory({ results }: { readonly results: RunResults }) {
  const services = useServices();
  const runId = results.run.header.id;
  const [changing, setChanging] = useState(false);
  const versions = useQuery({
    queryKey: [STORED, 'score-versions', runId],
    queryFn: async () => (await services.transfer()).scoreVersions(runId),
  });
  const changes = useQuery({
    queryKey: [STORED, 'score-overrides', runId],
    queryFn: async () => (await services.transfer()).overrides(runId),
  });
  const older = versions.data?.filter(({ shown }) => !shown) ?? [];
  if (results.metrics.length === 0) return null;
  return (
    <Panel
      title="Changed and earlier scores"
      aside={
        results.run.recorded !== true && (
          <button type="button" className="no-print" onClick={() => setChanging(true)}>
            Change a score
          </button>
        )
      }
    >
      {changes.isError && <ErrorNotice error={changes.error} />}
      {changes.data !== undefined && <Changes runId={runId} changes={changes.data} results={results} />}
      {older.length > 0 && <Earlier versions={older} all={versions.data ?? []} />}
      {older.length === 0 && changes.data?.overrides.length === 0 && (
        <p className="muted">
          Nobody has changed a score of this run, and each scorer scored it in one version only. A changed
          score stands beside the computed one, with who changed it and why.
        </p>
      )}
      <ChangeScoreDialog results={results} open={changing} onClose={() => setChanging(false)} />
    </Panel>
  );
}

interface ChangesProps {
  readonly runId: string;
  readonly changes: RunOverrides;
  readonly results: RunResults;
}

function Changes({ runId, changes, results }: ChangesProps) {
  const services = useServices();
  const remove = useMutation({
    mutationFn: async ({ key, id }: { readonly key: string; readonly id: string }) => {
      const removal = await (await services.transfer()).removeOverride(runId, key, id);
      useToasts.getState().show({
        text: 'The change was removed.',
        action: { label: 'Undo', run: () => removal.undo() },
      });
    },
  });
  const ids = new Map(results.samples.map((row) => [row.key, row.sampleId]));
  const { overrides, estimates, unreadable } = changes;
  if (overrides.length === 0 && unreadable === 0) return null;
  return (
    <>
      <ScrollRegion label="Means with and without changed scores">
        <table>
          <caption>Means with and without the scores that people changed</caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Computed</th>
              <th scope="col">With the changes</th>
              <th scope="col">Changed</th>
            </tr>
          </thead>
          <tbody>
            {results.metrics.flatMap(({ key, measure, estimate }) => {
              const found = estimates[key];
              if (found === undefined) return [];
              return [
                <tr key={key}>
                  <th scope="row">{measure.title}</th>
                  <td>
                    <EstimateCell estimate={estimate} kind={measure.kind} />
                  </td>
                  <td>
                    <EstimateCell estimate={found.estimate} kind={measure.kind} />
                  </td>
                  <td>{found.changed}</td>
                </tr>,
              ];
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <ul>
        {overrides.map(({ id, recordKey, createdAt, override }) => (
          <li key={id}>
            <span translate="no">{ids.get(recordKey) ?? recordKey}</span>, <code>{override.metric}</code>:{' '}
            {String(override.was)} → <strong>{override.value}</strong>, by{' '}
            <span translate="no">{override.who}</span>, {formatDateTime(createdAt)}: {override.why}{' '}
            <button
              type="button"
              className="no-print"
              disabled={remove.isPending}
              onClick={() => remove.mutate({ key: recordKey, id })}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      {unreadable > 0 && <p>{unreadable} stored changes cannot be read and take no part.</p>}
      {remove.isError && <ErrorNotice error={remove.error} />}
    </>
  );
}

interface EarlierProps {
  readonly versions: readonly ScoreVersion[];
  readonly all: readonly ScoreVersion[];
}

function Earlier({ versions, all }: EarlierProps) {
  return (
    <>
      {versions.map((version) => {
        const shown = all.find((one) => one.scorerId === version.scorerId && one.shown);
        return (
          <details key={`${version.scorerId} ${version.version}`}>
            <summary>
              {version.title}, version {version.version}, scored {formatDateTime(version.createdAt)} (shown
              above: version {shown?.version})
            </summary>
            <ScrollRegion label={`${version.title} ${version.version}`}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Measure</th>
                    <th scope="col">Version {version.version}</th>
                    <th scope="col">Version {shown?.version}</th>
                  </tr>
                </thead>
                <tbody>
                  {version.estimates.map(({ key, measure, estimate }) => {
                    const now = shown?.estimates.find((one) => one.key === key);
                    return (
                      <tr key={key}>
                        <th scope="row">{measure.title}</th>
                        <td>
                          <EstimateCell estimate={estimate} kind={measure.kind} />
                        </td>
                        <td>
                          {now === undefined ? (
                            'no longer measured'
                          ) : (
                            <EstimateCell estimate={now.estimate} kind={measure.kind} />
                          )}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </ScrollRegion>
          </details>
        );
      })}
    </>
  );
}
