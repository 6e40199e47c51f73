import { useState } from 'react';
import type { PackShape } from '../../../../core/packs/pack-shape.ts';
import type { Catalog, PackEntry } from '../../../../app/services.ts';
import type { StoredRun } from '../../../../storage/contract.ts';
import { Field } from '../../../components/Field.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { LadderTable } from '../ladder/LadderTable.tsx';
import type { LadderLine } from '../ladder/ladder-line.ts';
import css from '../OwnRunForm.module.css';
import { DEMO_MODEL } from '../../../../core/models/demo-models.ts';
import type { Choices } from '../request.ts';
import { TwinPicker } from './TwinPicker.tsx';
import { runOf, twinsOf } from './twin-lines.ts';

interface RobustnessBodyProps {
  readonly choices: Choices;
  readonly catalog: Catalog;
  readonly pack: PackEntry;
  readonly shape: PackShape;
  readonly stored: readonly StoredRun[];
}

const WORDS = {
  title: 'Robustness',
  column: 'Asked with',
  against: 'the pack as it is',
  empty: 'Choose changes above and start them. The pack as it is comes first, then each twin.',
} as const;

export function RobustnessBody({ choices, catalog, pack, shape, stored }: RobustnessBodyProps) {
  const { models } = choices;
  const [modelId, setModelId] = useState((models.find(({ id }) => id === DEMO_MODEL) ?? models[0])?.id ?? '');
  const [limit, setLimit] = useState<number | null>(null);
  const [seed, setSeed] = useState(1);
  const draft = { modelId, limit };
  const twins = twinsOf(pack, catalog.transforms, seed, draft, choices, stored, catalog.solvers);
  const original = runOf(pack, draft, choices, stored, catalog.solvers);
  const lines: readonly LadderLine[] = [
    ...(original === null ? [] : [{ run: original, title: 'The pack as it is', about: null, control: null }]),
    ...twins.flatMap(({ transform, run }) =>
      run === null || original === null ? [] : [{ run, title: transform.title, about: null, control: null }],
    ),
  ];
  return (
    <>
      <Panel title="What is asked">
        <p>
          {pack.header.title}, {shape.samples} samples, asked as the pack says.
        </p>
        <div className={css['grid']}>
          <Field label="Model">
            {({ id }) => (
              <select id={id} value={modelId} onChange={(event) => setModelId(event.target.value)}>
                {models.map((model) => (
                  <option key={model.id} value={model.id}>
                    {model.title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <NumberField
            label="How many samples"
            hint={`Of ${shape.samples}, in the pack’s order. Empty means all.`}
            value={limit}
            least={1}
            onChange={setLimit}
          />
          <NumberField
            label="Seed of the changes"
            hint="The same seed makes the same twins."
            value={seed}
            least={0}
            onChange={(next) => setSeed(next ?? 1)}
          />
        </div>
      </Panel>
      <TwinPicker pack={pack} twins={twins} original={original} draft={draft} seed={seed} choices={choices} />
      <LadderTable lines={lines} words={WORDS} shape={shape} />
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number | null;
  readonly least: number;
  readonly onChange: (value: number | null) => void;
}

function NumberField({ label, hint, value, least, onChange }: NumberFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {({ id, hintId }) => (
        <input
          id={id}
          aria-describedby={hintId}
          type="number"
          inputMode="numeric"
          min={least}
          autoComplete="off"
          value={value ?? ''}
          onChange={(event) => {
            const next = Math.floor(event.target.valueAsNumber);
            onChange(Number.isFinite(next) && next >= least ? next : null);
          }}
        />
      )}
    </Field>
  );
}
