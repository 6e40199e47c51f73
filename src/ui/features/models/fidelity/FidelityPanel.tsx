import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ModelEntry } from '../../../../app/services.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { QueryView } from '../../../components/QueryView.tsx';
import { saveBlob } from '../../../components/save-blob.ts';
import { useProbe } from '../../../queries/fixed.ts';
import { useFidelityChecks, useHasShipped } from '../../../queries/fidelity.ts';
import { useServices } from '../../../services-context.ts';
import { CheckDetails } from './CheckDetails.tsx';
import { CheckProgressLine } from './CheckProgressLine.tsx';
import { FidelityMatrix } from './FidelityMatrix.tsx';
import { useFidelityCheck } from './use-fidelity-check.ts';

/** Whether this device computes a model as its reference does, by number format and device. */
export function FidelityPanel({ models }: { readonly models: readonly ModelEntry[] }) {
  const services = useServices();
  const able = models.filter(({ runtimeId }) => runtimeId === 'transformers-js');
  const [chosen, setChosen] = useState(able[0]?.id ?? '');
  const model = able.find(({ id }) => id === chosen) ?? able[0];
  const checks = useFidelityChecks();
  const running = useFidelityCheck();
  const [shown, setShown] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: async () => (await services.fidelity()).exportAll(),
    onSuccess: (blob) => saveBlob(blob, 'bedside-fidelity.json'),
  });
  if (model === undefined) return null;
  return (
    <Panel
      title="Does this device compute faithfully?"
      aside={
        (checks.data?.length ?? 0) > 0 && (
          <button type="button" onClick={() => save.mutate()}>
            Save all checks (JSON)
          </button>
        )
      }
    >
      <p>
        Graphics processors and browsers have been seen to compute quantised models wrongly without an error.
        A check holds what this device computes against a reference of the same weights. It says nothing about
        whether the model is good.
      </p>
      <Field label="Model to check">
        {({ id }) => (
          <select
            id={id}
            value={model.id}
            disabled={running.state.kind === 'running'}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {able.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <QueryView query={checks} what="the checks of this device">
        {(all) => (
          <>
            <ModelMatrix key={model.id} model={model} running={running} onShow={setShown} shown={shown} />
            {running.state.kind === 'running' && (
              <CheckProgressLine state={running.state} onCancel={running.cancel} />
            )}
            {running.state.kind === 'failed' && <ErrorNotice error={running.state.error} />}
            {all
              .filter(({ id }) => id === shown)
              .map((check) => (
                <CheckDetails key={check.id} check={check} onGone={() => setShown(null)} />
              ))}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

interface ModelMatrixProps {
  readonly model: ModelEntry;
  readonly running: ReturnType<typeof useFidelityCheck>;
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
}

function ModelMatrix({ model, running, shown, onShow }: ModelMatrixProps) {
  const shipped = useHasShipped(model.id);
  const probe = useProbe();
  const checks = useFidelityChecks();
  const [reference, setReference] = useState('');
  const webgpu = probe.data?.webgpu.available === true;
  const devices = webgpu ? (['wasm', 'webgpu'] as const) : (['wasm'] as const);
  const references = [
    ...(shipped.data === true ? [SHIPPED] : []),
    ...devices.flatMap((device) => model.variants.map(({ dtype }) => `${dtype}/${device}`)),
  ];
  if (!shipped.isSuccess) return shipped.isError ? <ErrorNotice error={shipped.error} /> : null;
  const against = references.includes(reference) ? reference : (references[0] ?? '');
  return (
    <>
      <Field
        label="Reference"
        hint="What the others are held against. Vectors that came with a model were computed elsewhere, by another program, so they can also show that this whole device is off."
      >
        {({ id, hintId }) => (
          <select
            id={id}
            aria-describedby={hintId}
            value={against}
            onChange={(event) => setReference(event.currentTarget.value)}
          >
            {references.map((each) => (
              <option key={each} value={each}>
                {referenceWords(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {!webgpu && probe.data?.webgpu.available === false && (
        <p className="muted small">WebGPU cannot be checked here: {probe.data.webgpu.reason}</p>
      )}
      <FidelityMatrix
        model={model}
        devices={devices}
        checks={(checks.data ?? []).filter((check) => check.model.id === model.id)}
        against={against}
        busy={running.state.kind === 'running'}
        shown={shown}
        onShow={onShow}
        onCheck={(dtype, device, quick) => {
          onShow(null);
          running.start(
            { modelId: model.id, dtype, device, threads: 1, against: readReference(against), quick },
            onShow,
          );
        }}
      />
    </>
  );
}

const SHIPPED = 'shipped';

function readReference(value: string): 'shipped' | { dtype: string; device: 'wasm' | 'webgpu' } {
  if (value === SHIPPED) return SHIPPED;
  const [dtype = '', device] = value.split('/');
  return { dtype, device: device === 'webgpu' ? 'webgpu' : 'wasm' };
}

function referenceWords(value: string): string {
  if (value === SHIPPED) return 'Vectors that came with the model';
  const [dtype = '', device = ''] = value.split('/');
  return `${dtype} on ${device === 'webgpu' ? 'WebGPU' : 'WebAssembly'}, on this machine`;
}
