import type { HubRecord } from '../../../core/models/hub-catalog.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { formatBytes, plural } from '../../i18n/format.ts';
import { useProbe } from '../../queries/fixed.ts';
import { useHubCatalog } from '../../queries/models.ts';
import { useUsage } from '../../queries/stored.ts';
import { FitDetails } from './FitDetails.tsx';
import { fitDevices, fitModelOf, fitsHere, type FitHere } from './fit-device.ts';
import css from './HubList.module.css';
import { parametersWords } from './parameters-words.ts';

interface HubCatalogListProps {
  readonly busy: boolean;
  readonly onAsk: (record: HubRecord) => void;
}

interface Judged {
  readonly record: HubRecord;
  readonly fits: readonly FitHere[];
}

/** Models that clinicians may want to try, those that can run on this device first. */
export function HubCatalogList(props: HubCatalogListProps) {
  const catalog = useHubCatalog();
  const probe = useProbe();
  const usage = useUsage();
  return (
    <QueryView query={catalog} what="the catalogue">
      {(records) => (
        <QueryView query={probe} what="what this device can do">
          {(found) => {
            const devices = fitDevices(found, usage.data);
            const judged = records.map((record) => ({ record, fits: fitsHere(fitModelOf(record), devices) }));
            return <Judgements {...props} judged={judged} />;
          }}
        </QueryView>
      )}
    </QueryView>
  );
}

function Judgements({ judged, ...props }: HubCatalogListProps & { readonly judged: readonly Judged[] }) {
  const will = judged.filter(({ fits }) => fits[0]?.estimate.verdict !== 'will-not');
  const willNot = judged.filter(({ fits }) => fits[0]?.estimate.verdict === 'will-not');
  if (judged.length === 0) return null;
  return (
    <>
      <h3>Models to try</h3>
      <p className="small muted">
        Facts as published by others; what was not established is asked of the hub. Being in this list says
        nothing about being right for patients: that is what a run is for. The estimate is arithmetic, not a
        trial.
      </p>
      <List {...props} judged={will} />
      {willNot.length > 0 && (
        <details>
          <summary>{plural(willNot.length, 'model')} that will not run on this device</summary>
          <List {...props} judged={willNot} />
        </details>
      )}
    </>
  );
}

function List({ judged, busy, onAsk }: HubCatalogListProps & { readonly judged: readonly Judged[] }) {
  return (
    <ul className={css['list']}>
      {judged.map(({ record, fits }) => (
        <li key={record.id} className={css['item']}>
          <div className={css['text']}>
            <strong>
              {record.title} <span className="muted">{record.dtype}</span>
            </strong>
            <span>{record.about}</span>
            <span className="small muted">{factsOf(record)}</span>
            <span className="small muted" translate="no">
              {record.repository}
            </span>
          </div>
          <div className={css['actions']}>
            {record.format === 'mlc' ? null : (
              <button
                type="button"
                disabled={busy}
                aria-label={`Choose ${record.title}, ${record.dtype}`}
                onClick={() => onAsk(record)}
              >
                Choose
              </button>
            )}
          </div>
          {record.format === 'mlc' && (
            <p className={`${css['fit']} small muted`}>
              Compiled for WebLLM: it also needs the library <span translate="no">{record.modelLibrary}</span>
              , so whoever hosts this page puts both beside it (docs/runtimes.md).
            </p>
          )}
          <FitDetails fits={fits} name={`${record.title}, ${record.dtype}`} />
          {record.shapeFrom === 'not-checked' && (
            <p className={`${css['fit']} muted small`}>
              Its layers and heads were not checked against its published configuration: take the verdict as a
              first guess.
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function factsOf(record: HubRecord): string {
  const { maker, parameters, bytes, contextTokens, licence, requiredFeatures, revision } = record;
  return [
    maker,
    parameters === null ? null : `${parametersWords(parameters)} parameters`,
    bytes === null ? 'size not known until asked' : formatBytes(bytes),
    contextTokens === null ? 'context not known' : `context ${contextTokens} tokens`,
    `licence ${licence}`,
    requiredFeatures.length > 0 ? 'on graphics processors with 16-bit arithmetic' : null,
    revision === null ? null : `commit ${revision.slice(0, 8)}`,
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
}
