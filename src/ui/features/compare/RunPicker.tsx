import { useState } from 'react';
import { Link } from 'wouter';
import type { StoredRun } from '../../../storage/contract.ts';
import { Check } from '../../components/Field.tsx';
import { Panel } from '../../components/Panel.tsx';
import { deviceWords } from '../../i18n/device-words.ts';
import { formatDateTime, plural } from '../../i18n/format.ts';
import { comparePath } from '../../routes.ts';
import { comparablePairs } from '../../components/comparable-runs.ts';
import css from './Compare.module.css';

interface RunPickerProps {
  readonly stored: readonly StoredRun[];
  /** Runs that the address names already. */
  readonly ticked: readonly StoredRun[];
}

/** Runs by pack: only those of one pack can be ticked together. The first ticked is the baseline. */
export function RunPicker({ stored, ticked }: RunPickerProps) {
  const [chosen, setChosen] = useState<readonly string[]>(() => {
    const first = ticked[0]?.header.pack.sha256;
    return ticked.filter(({ header }) => header.pack.sha256 === first).map(({ header }) => header.id);
  });
  const usable = stored.filter(({ done }) => done > 0);
  const pack = usable.find(({ header }) => chosen.includes(header.id))?.header.pack.sha256 ?? null;
  const packs = [...new Map(usable.map(({ header }) => [header.pack.sha256, header.pack])).values()];
  const [pair] = comparablePairs(usable);
  const toggle = (id: string, on: boolean) =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Panel title="Which runs">
      <p>
        Tick two or more runs of the same pack. The first one ticked is the baseline that the others are held
        against. Only samples that both runs answered are compared, each with itself.
      </p>
      {pair !== undefined && chosen.length === 0 && (
        <p>
          For example:{' '}
          <Link href={comparePath(pair.map(({ header }) => header.id))}>
            {pair.map(({ header }) => header.model.title).join(' against ')}
          </Link>
          , on {pair[0].header.pack.title}.
        </p>
      )}
      {packs.map((one) => {
        const group = usable.filter(({ header }) => header.pack.sha256 === one.sha256);
        return (
          <fieldset key={one.sha256} className={css['packRuns']}>
            <legend>
              {one.title} <span className="muted small">{one.version}</span>
            </legend>
            {group.length === 1 && chosen.length === 0 && (
              <p className="muted small">
                Only one run of this pack: there is nothing yet to compare it with.
              </p>
            )}
            {group.map((run) => {
              const { id } = run.header;
              const place = chosen.indexOf(id);
              return (
                <Check
                  key={id}
                  checked={place >= 0}
                  disabled={pack !== null && pack !== one.sha256}
                  onChange={(on) => toggle(id, on)}
                  label={
                    <>
                      {run.header.model.title} ({run.header.model.dtype}){' '}
                      <span className="muted small">
                        {run.done} of {run.total} samples, {deviceWords(run.header)},{' '}
                        {formatDateTime(run.header.createdAt)}
                        {run.recorded === true && ', recorded'}
                      </span>{' '}
                      {place === 0 && <strong className="small">baseline</strong>}
                    </>
                  }
                />
              );
            })}
          </fieldset>
        );
      })}
      {pack !== null && packs.length > 1 && (
        <p className="muted small">Runs of other packs have no samples in common with the ticked ones.</p>
      )}
      <div className="row">
        {chosen.length >= 2 ? (
          <Link href={comparePath(chosen)} className="button primary">
            Compare {plural(chosen.length, 'run')}
          </Link>
        ) : (
          <button type="button" className="primary" disabled>
            Compare
          </button>
        )}
        <span className="muted small" role="status">
          {chosen.length === 0 && 'Nothing ticked yet.'}
          {chosen.length === 1 && 'One run ticked: tick one more of the same pack.'}
        </span>
      </div>
    </Panel>
  );
}
