import { useMemo, useState } from 'react';
import type { Network } from '../../../app/network/network.ts';
import { csvText } from '../../../core/exports/csv-cells.ts';
import type { NetworkEvent, Outcome } from '../../../core/network/network-event.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Check } from '../../components/Field.tsx';
import { Panel } from '../../components/Panel.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { formatBytes, plural } from '../../i18n/format.ts';
import { useLedger } from '../../queries/network.ts';
import css from './RequestTable.module.css';

const FIRST = 50;

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  network: 'sent',
  copy: 'from the offline copy',
  failed: 'no answer',
  refused: 'refused by the browser’s security policy',
  blocked: 'refused by the service worker',
};

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

export function RequestTable({ network }: { readonly network: Network }) {
  const { rows: told, dropped } = useLedger(network);
  // They are told by several threads, not quite in the order in which they happened.
  const rows = useMemo(() => [...told].sort((a, b) => b.at - a.at), [told]);
  const [odd, setOdd] = useState(false);
  const [all, setAll] = useState(false);
  const wanted = odd ? rows.filter((row) => !row.own || !['network', 'copy'].includes(row.outcome)) : rows;
  const shown = all ? wanted : wanted.slice(0, FIRST);
  return (
    <Panel
      title="Requests, newest first"
      aside={
        <button type="button" disabled={rows.length === 0} onClick={() => save(rows)}>
          Save as CSV
        </button>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title="Nothing yet">
          <p>Every request of this page is listed here as it happens.</p>
        </EmptyState>
      ) : (
        <>
          <Check
            label="Only what was refused, unanswered, or went to another address"
            checked={odd}
            onChange={setOdd}
          />
          {shown.length === 0 ? (
            <p>None of the {plural(rows.length, 'request')} listed here.</p>
          ) : (
            <Rows shown={shown} of={wanted.length} />
          )}
          {shown.length < wanted.length && (
            <div>
              <button type="button" onClick={() => setAll(true)}>
                Show all {wanted.length}
              </button>
            </div>
          )}
          {dropped > 0 && (
            <p className="muted">
              {plural(dropped, 'older request')} are in the totals above but no longer listed.
            </p>
          )}
        </>
      )}
    </Panel>
  );
}

function Rows({ shown, of }: { readonly shown: readonly NetworkEvent[]; readonly of: number }) {
  return (
    <ScrollRegion label="Requests" className={css['scroll']}>
      <table>
        <caption>
          {shown.length === of ? plural(of, 'request') : `The newest ${shown.length} of ${of}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Address</th>
            <th scope="col">Asked by</th>
            <th scope="col">What</th>
            <th scope="col">Outcome</th>
            <th scope="col" className="num">
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id} className={isRefused(row) ? css['refused'] : undefined}>
              <td className={css['time']}>{TIME.format(row.at)}</td>
              <td className={css['address']} translate="no">
                <VisibleText text={row.url} />
              </td>
              <td>{row.from}</td>
              <td translate="no">{row.kind}</td>
              <td>{OUTCOME_WORDS[row.outcome]}</td>
              <td className="num">{row.bytes === null ? '–' : formatBytes(row.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const isRefused = ({ outcome }: NetworkEvent) => outcome === 'refused' || outcome === 'blocked';

function save(rows: readonly NetworkEvent[]): void {
  const cells = rows.map(({ at, url, from, kind, outcome, bytes }) => [
    new Date(at).toISOString(),
    url,
    from,
    kind,
    OUTCOME_WORDS[outcome],
    bytes,
  ]);
  const text = csvText([['time', 'address', 'asked by', 'what', 'outcome', 'bytes'], ...cells]);
  saveBlob(new Blob([text], { type: 'text/csv' }), 'bedside-network.csv');
}
