import { useState, type Dispatch, type SetStateAction } from 'react';
import type { Catalog, RunRequest } from '../../../app/services.ts';
import { sentTo } from '../../../app/run/send-agreement.ts';
import { WayOfAskingField } from '../../components/asking/WayOfAskingField.tsx';
import { Field } from '../../components/Field.tsx';
import { Notice } from '../../components/Notice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useCatalog } from '../../queries/fixed.ts';
import { usePackShape } from '../../queries/stored.ts';
import { formatBytes, plural } from '../../i18n/format.ts';
import { GENERATED_NOTICE, PROVENANCE_WORDS } from '../../i18n/words.ts';
import { AskingDetails, askingProblem } from './AskingDetails.tsx';
import { DocumentFields } from './DocumentFields.tsx';
import { DeviceFields } from './DeviceFields.tsx';
import { EstimateTime } from './EstimateTime.tsx';
import { GenerationFields } from './GenerationFields.tsx';
import { ServerFields } from './ServerFields.tsx';
import { ScorerFields } from './ScorerFields.tsx';
import { SpeedFields } from './SpeedFields.tsx';
import { StartButton } from './StartButton.tsx';
import {
  requestedSamples,
  requestProblem,
  resolveRequest,
  solverNeeds,
  type Choices,
  type Draft,
} from './request.ts';
import css from './OwnRunForm.module.css';

/** Model, pack and settings of the person's own run. What is not touched follows the pack. */
export function OwnRunForm({ choices }: { readonly choices: Choices }) {
  const catalog = useCatalog();
  return (
    <QueryView query={catalog} what="solvers, prompts and scorers">
      {(data) => <Form choices={choices} catalog={data} />}
    </QueryView>
  );
}

function Form({ choices, catalog }: { readonly choices: Choices; readonly catalog: Catalog }) {
  const [draft, setDraft] = useState<Draft>({});
  const request = resolveRequest(draft, choices);
  return request === null ? null : (
    <Fields choices={choices} catalog={catalog} request={request} draft={draft} setDraft={setDraft} />
  );
}

interface FieldsProps {
  readonly choices: Choices;
  readonly catalog: Catalog;
  readonly request: RunRequest;
  readonly draft: Draft;
  readonly setDraft: Dispatch<SetStateAction<Draft>>;
}

function Fields({ choices, catalog, request, draft, setDraft }: FieldsProps) {
  const change = (part: Draft) => setDraft((before) => ({ ...before, ...part }));
  const { packs, models } = choices;
  const model = models.find((item) => item.id === request.modelId);
  const pack = packs.find((item) => item.header.id === request.packId);
  const server = model === undefined ? null : sentTo(model);
  const way = catalog.solvers.find(({ id }) => id === request.solverId);
  const shape = usePackShape(pack).data ?? null;
  const problem = askingProblem(request, way, shape) ?? requestProblem(request, choices);
  const needs = solverNeeds(request.solverId, choices);
  return (
    <div className="stack">
      <div className={css['grid']}>
        <Field
          label="Pack"
          hint={
            pack === undefined
              ? undefined
              : `${plural(pack.samples, 'sample')}, ${PROVENANCE_WORDS[pack.header.provenance.kind].toLowerCase()}.${
                  pack.header.provenance.kind === 'generated' ? ` ${GENERATED_NOTICE}` : ''
                }`
          }
        >
          {({ id, hintId }) => (
            // Another pack brings its own way to prompt, solve and score.
            <select
              id={id}
              aria-describedby={hintId}
              value={request.packId}
              onChange={(event) =>
                setDraft(({ modelId, device, threads }) => ({
                  packId: event.target.value,
                  ...(modelId === undefined ? {} : { modelId }),
                  ...(device === undefined ? {} : { device }),
                  ...(threads === undefined ? {} : { threads }),
                }))
              }
            >
              {packs.map((item) => (
                <option key={item.header.id} value={item.header.id}>
                  {item.header.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Model" hint={model?.notice}>
          {({ id, hintId }) => (
            <select
              id={id}
              aria-describedby={hintId}
              value={request.modelId}
              onChange={(event) =>
                setDraft(({ dtype: _follows, ...before }) => ({ ...before, modelId: event.target.value }))
              }
            >
              {models.map((item) => (
                <option key={item.id} value={item.id}>
                  {item.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <WayOfAskingField
          ways={catalog.solvers}
          chosen={request.solverId}
          shape={shape}
          onChange={(solverId) =>
            setDraft(({ dtype: _follows, solverSettings: _others, scorers: _own, ...before }) => ({
              ...before,
              solverId,
            }))
          }
        />
        <Field
          label="Number format"
          hint={server === null ? formatHint(draft, needs) : 'The server decides.'}
        >
          {({ id, hintId }) => (
            <select
              id={id}
              aria-describedby={hintId}
              value={request.dtype}
              onChange={(event) => change({ dtype: event.target.value })}
            >
              {model?.variants.map((item) => (
                <option key={item.dtype} value={item.dtype} disabled={needs === 'logprobs' && !item.logprobs}>
                  {item.dtype}
                  {item.bytes > 0 && `, ${formatBytes(item.bytes)}`}
                  {needs === 'logprobs' && !item.logprobs ? ' (cannot rank choices)' : ''}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Prompt">
          {({ id }) => (
            <select
              id={id}
              value={request.promptId}
              onChange={(event) => change({ promptId: event.target.value })}
            >
              {catalog.prompts.map((item) => (
                <option key={item.id} value={item.id}>
                  {item.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="How many samples"
          hint={`Of ${pack?.samples ?? 0}, in the pack’s order. Empty means all.`}
        >
          {({ id, hintId }) => (
            <input
              id={id}
              aria-describedby={hintId}
              type="number"
              inputMode="numeric"
              min={1}
              max={pack?.samples}
              autoComplete="off"
              value={request.limit ?? ''}
              onChange={(event) => {
                const limit = Math.floor(event.target.valueAsNumber);
                change({ limit: Number.isFinite(limit) && limit >= 1 ? limit : null });
              }}
            />
          )}
        </Field>
      </div>
      <AskingDetails
        way={way}
        shape={shape}
        request={request}
        packs={packs}
        onChange={(solverSettings) => change({ solverSettings })}
      />
      {pack !== undefined && shape !== null && (
        <DocumentFields
          pack={pack.header}
          shape={shape}
          chosen={request.documents}
          onChange={(documents) => change({ documents })}
        />
      )}
      {server === null ? (
        <DeviceFields choices={choices} request={request} onChange={change} />
      ) : (
        <ServerFields server={server} pack={pack} packs={packs} request={request} onChange={change} />
      )}
      <details>
        <summary>Advanced: prompt text, scorers, generation and speed</summary>
        <div className={css['more']}>
          <div>
            <h3>Prompt text</h3>
            <pre className={css['prompt']} translate="no">
              {catalog.prompts.find((item) => item.id === request.promptId)?.template}
            </pre>
          </div>
          <ScorerFields
            catalog={catalog}
            chosen={request.scorers}
            onChange={(scorers) => change({ scorers })}
          />
          <GenerationFields
            generation={request.generation}
            repeats={request.repeats}
            onGeneration={(part) => change({ generation: { ...draft.generation, ...part } })}
            onRepeats={(repeats) => change({ repeats })}
          />
          <SpeedFields request={request} onChange={(speed) => change({ speed })} />
        </div>
      </details>
      {problem !== null && (
        <Notice tone="warn" live>
          <p>{problem}</p>
        </Notice>
      )}
      <EstimateTime
        requests={[request]}
        disabled={problem !== null}
        trailing={
          <StartButton
            requests={[request]}
            label={`Start (${plural(requestedSamples(request, packs), 'sample')})`}
            disabled={problem !== null}
          />
        }
      />
    </div>
  );
}

/** A model that comes in several formats gets the one that is best for the job, until the person chooses. */
function formatHint({ dtype }: Draft, needs: ReturnType<typeof solverNeeds>): string {
  const sizes = 'Smaller formats run faster and may write worse.';
  if (dtype !== undefined) return sizes;
  return needs === 'logprobs'
    ? `Chosen for ranking choices, where long prompts are read. ${sizes}`
    : `Chosen for writing, where word follows word. ${sizes}`;
}
