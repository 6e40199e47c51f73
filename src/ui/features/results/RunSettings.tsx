import { Link } from 'wouter';
import type { StoredRun } from '../../../storage/contract.ts';
import { ServerNotice } from '../../components/ServerNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PairList } from '../../components/PairList.tsx';
import { deviceWords, runtimeWords } from '../../i18n/device-words.ts';
import { documentsWords, encoderWords, settingsWords } from '../../../core/compare/settings-differences.ts';
import { fidelityWords } from '../../../core/fidelity/override.ts';
import { networkWords } from '../../../core/network/network-use.ts';
import { formatDateTime, plural, shortHash } from '../../i18n/format.ts';
import { ladderPath } from '../../routes.ts';

/** What the numbers depend on: the readable part in the open, the rest behind a disclosure. */
export function RunSettings({ run }: { readonly run: StoredRun }) {
  const { header } = run;
  const { generation, selection } = header;
  const part = selection.shard === null ? '' : `, shard ${selection.shard.index} of ${selection.shard.count}`;
  return (
    <>
      {run.recorded === true && (
        <Notice>
          <p>
            <strong>A recording.</strong> This run was made on {deviceWords(header)}, not on this device. Your
            device may be slower or faster; greedy answers may differ slightly.
          </p>
        </Notice>
      )}
      <ServerNotice header={header} />
      {header.imported !== undefined && (
        <Notice>
          <p>
            {header.model.source === 'imported' ? (
              <>
                <strong>Not run here.</strong> The answers were made by {header.imported.tool} and read from{' '}
                <span translate="no">{header.imported.files.map(({ name }) => name).join(', ')}</span>: model,
                device and settings are only what the file says.
              </>
            ) : (
              <>
                <strong>Read back</strong> from{' '}
                <span translate="no">{header.imported.files.map(({ name }) => name).join(', ')}</span>.
              </>
            )}
            {header.imported.problems > 0 &&
              ` ${plural(header.imported.problems, 'row')} could not be read and will take no part.`}
          </p>
        </Notice>
      )}
      {header.runtime.fallback !== undefined && (
        <Notice tone="warn">
          <p>
            Asked for {header.runtime.fallback.from}, ran on {runtimeWords(header)}:{' '}
            {header.runtime.fallback.reason}
          </p>
        </Notice>
      )}
      <PairList
        pairs={[
          { label: 'Model', value: `${header.model.title}, ${header.model.dtype}` },
          {
            label: 'Way of asking',
            value: (
              <span translate="no">
                {header.solver.id}
                {header.solver.settings !== undefined && `: ${settingsWords(header.solver.settings)}`}
              </span>
            ),
          },
          {
            label: 'Asked in other ways',
            value:
              header.runtime.server !== undefined ? (
                'not here: the model is on a server'
              ) : header.imported === undefined ? (
                <Link href={ladderPath(header.pack.id, header.model.id)}>Ladder of ways of asking</Link>
              ) : (
                'not here: the model was run by another tool'
              ),
          },
          { label: 'Ran on', value: `${runtimeWords(header)}; ${deviceWords(header)}` },
          {
            label: 'Samples',
            value: `${run.done} of ${run.total}${part}${selection.limit === null ? '' : `; first ${selection.limit} of ${header.pack.samples} in the pack`}`,
          },
          { label: 'Network during the run', value: duringRun(run) },
        ]}
      />
      <details>
        <summary>Everything these numbers depend on</summary>
        <PairList
          pairs={[
            { label: 'Run', value: <code>{header.id}</code> },
            { label: 'Begun', value: formatDateTime(header.createdAt) },
            {
              label: 'Pack',
              value: <Hashed text={`${header.pack.id} ${header.pack.version}`} hash={header.pack.sha256} />,
            },
            {
              label: 'Model weights and tokenizer',
              value:
                header.runtime.server === undefined ? (
                  <Hashed text={header.model.id} hash={header.model.sha256} />
                ) : (
                  'not known: a server’s model is a name'
                ),
            },
            {
              label: 'Prompt',
              value: (
                <Hashed text={`${header.prompt.id} ${header.prompt.version}`} hash={header.prompt.sha256} />
              ),
            },
            {
              label: 'Chat template',
              value:
                header.runtime.chatTemplateSha256 === null ? (
                  'none'
                ) : (
                  <Hashed text="" hash={header.runtime.chatTemplateSha256} />
                ),
            },
            {
              label: 'Solver',
              value: `${header.solver.id} ${header.solver.version}, ${settingsWords(header.solver.settings)}`,
            },
            ...(header.solver.encoder === undefined
              ? []
              : [{ label: 'Encoder of the examples', value: encoderWords(header.solver.encoder) }]),
            ...(header.documents === undefined
              ? []
              : [
                  {
                    label: 'Documents',
                    value: `${documentsWords(header.documents)} (${header.documentsFrom === 'run' ? 'chosen for this run' : 'as the pack says'})`,
                  },
                ]),
            {
              label: 'Generation',
              value: `at most ${generation.maxTokens} tokens, temperature ${generation.temperature}, top-k ${generation.topK}, seed ${generation.seed}${generation.stop.length > 0 ? `, ${generation.stop.length} stop strings` : ''}`,
            },
            { label: 'Repeats', value: selection.repeats },
            { label: 'Runtime', value: `${header.runtime.id} ${header.runtime.version}` },
            {
              label: 'Isolated page',
              value: header.runtime.crossOriginIsolated ? 'yes' : 'no, one thread only',
            },
            {
              label: 'Context',
              value:
                header.runtime.contextTokens === null ? 'unknown' : `${header.runtime.contextTokens} tokens`,
            },
            { label: 'Device check', value: fidelityWords(header.fidelity, null) },
            {
              label: 'Shared beginnings of prompts',
              value:
                header.speed === undefined
                  ? 'not recorded'
                  : header.speed.prefixReuse
                    ? 'kept where that is exact'
                    : 'off',
            },
            { label: 'Network policy', value: run.network?.policy ?? 'not recorded' },
            { label: 'Browser', value: header.device.userAgent },
            {
              label: 'Memory',
              value:
                header.device.memoryGiB === null
                  ? 'not told by the browser'
                  : `${header.device.memoryGiB} GiB or more`,
            },
            { label: 'Bedside', value: `${header.app.version} (${header.app.build})` },
            { label: 'All settings', value: <Hashed text="" hash={header.settingsSha256} /> },
          ]}
        />
      </details>
    </>
  );
}

function duringRun({ network }: StoredRun): string {
  if (network === undefined) return 'not recorded';
  const watch = network.watched === 'page' ? ', seen from the page only (no service worker)' : '';
  return `${networkWords(network)}${watch}`;
}

function Hashed({ text, hash }: { readonly text: string; readonly hash: string }) {
  return (
    <>
      {text !== '' && <span translate="no">{text} </span>}
      <code title={hash} translate="no">
        SHA-256 {shortHash(hash)}
      </code>
    </>
  );
}
