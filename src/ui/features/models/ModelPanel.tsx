import type { ModelEntry } from '../../../app/services.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { Notice } from '../../components/Notice.tsx';
import css from './ModelPanel.module.css';
import { Panel } from '../../components/Panel.tsx';
import { Abilities } from './Abilities.tsx';
import { FitHereDetails } from './FitHereDetails.tsx';
import { fitModelHere } from './fit-device.ts';
import { ForgetButton } from './ForgetButton.tsx';
import { formatBytes, formatDateTime, shortHash } from '../../i18n/format.ts';
import { useModelShape } from '../../queries/models.ts';
import { parametersWords } from './parameters-words.ts';
import { RememberedNotes } from './RememberedNotes.tsx';

const SOURCES: Readonly<Record<ModelEntry['source'], string>> = {
  bundled: 'Comes with this page.',
  folder: 'Read from this device where it lies; not copied.',
  hub: 'Downloaded from a model hub and kept in this browser.',
  scripted: 'Scripted answers for testing; not a model.',
  server: 'Runs on a server, not on this device: prompts are sent there.',
  imported: 'Ran in another tool; its weights are not here.',
};

export function ModelPanel({ model }: { readonly model: ModelEntry }) {
  return (
    <Panel
      title={model.title}
      aside={['folder', 'hub', 'server'].includes(model.source) && <ForgetButton model={model} />}
    >
      <Notice tone="warn">
        <p>
          <strong>{model.notice}</strong>
        </p>
      </Notice>
      <p>{model.description}</p>
      <p className="muted small">
        {model.parameters !== null && `${parametersWords(model.parameters)} parameters. `}
        {model.contextTokens !== null && `Reads and writes at most ${model.contextTokens} tokens at once. `}
        Licence {model.licence}. {SOURCES[model.source]} {keptWords(model)}
        {model.cardUrl !== null && (
          <>
            {' '}
            {model.source === 'hub' ? (
              <>
                Its card: <span translate="no">{model.cardUrl}</span>
              </>
            ) : (
              <a href={model.cardUrl} rel="noreferrer">
                Model card
              </a>
            )}
          </>
        )}
      </p>
      {model.source === 'folder' && <RememberedNotes model={model} />}
      {model.source !== 'server' && <Formats model={model} />}
      <Abilities model={model} />
    </Panel>
  );
}

function Formats({ model }: { readonly model: ModelEntry }) {
  const shape = useModelShape(model);
  return (
    <>
      <ScrollRegion label="Table">
        <table>
          <caption>Number formats</caption>
          <thead>
            <tr>
              <th scope="col">Format</th>
              <th scope="col" className="num">
                Size
              </th>
              <th scope="col">Writes text</th>
              <th scope="col">Ranks choices</th>
              <th scope="col">On this device</th>
            </tr>
          </thead>
          <tbody>
            {model.variants.map((variant) => (
              <tr key={variant.dtype}>
                <th scope="row" translate="no">
                  {variant.dtype}
                </th>
                <td className="num">{formatBytes(variant.bytes)}</td>
                <td>{model.defaults.generate === variant.dtype ? 'yes, by default' : 'yes'}</td>
                <td>
                  {!variant.logprobs
                    ? 'no'
                    : model.defaults.logprobs === variant.dtype
                      ? 'yes, by default'
                      : 'yes'}
                </td>
                <td className={css['fit']}>
                  {shape.data !== undefined && (
                    <FitHereDetails
                      model={fitModelHere(model, variant, shape.data)}
                      name={`${model.title}, ${variant.dtype}`}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <details>
        <summary>Files and their fingerprints</summary>
        <FileTable model={model} />
      </details>
    </>
  );
}

function keptWords({ kept, origin }: ModelEntry): string {
  const at = origin?.kind === 'hub' ? `Commit ${origin.revision.slice(0, 12)}. ` : '';
  if (kept === undefined) return at;
  const used = kept.lastUsedAt === null ? 'not used yet' : `last used ${formatDateTime(kept.lastUsedAt)}`;
  return `${at}Takes ${formatBytes(kept.bytes)} here, ${used}.`;
}

function FileTable({ model }: { readonly model: ModelEntry }) {
  const files = [
    ...new Map(model.variants.flatMap((variant) => variant.files).map((file) => [file.path, file])).values(),
  ];
  return (
    <ScrollRegion label="Table">
      <table>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" className="num">
              Size
            </th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.path}>
              <th scope="row" translate="no">
                {file.path}
              </th>
              <td className="num">{formatBytes(file.bytes)}</td>
              <td>
                <code title={file.sha256} translate="no">
                  {file.sha256 === '' ? 'computed when it is loaded' : shortHash(file.sha256)}
                </code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
