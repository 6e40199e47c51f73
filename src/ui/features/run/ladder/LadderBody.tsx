import { useState } from 'react';
import type { PackShape } from '../../../../app/run/ways-of-asking.ts';
import type { Catalog, ModelEntry, PackEntry } from '../../../../app/services.ts';
import type { StoredRun } from '../../../../storage/contract.ts';
import { Field } from '../../../components/Field.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { formatBytes } from '../../../i18n/format.ts';
import css from '../OwnRunForm.module.css';
import type { Choices } from '../request.ts';
import { LadderTable } from './LadderTable.tsx';
import { RungPicker } from './RungPicker.tsx';
import { firstTicked, rungsOf, type Ticked } from './rungs.ts';

interface LadderBodyProps {
  readonly choices: Choices;
  readonly catalog: Catalog;
  readonly pack: PackEntry;
  readonly model: ModelEntry;
  readonly shape: PackShape;
  readonly stored: readonly StoredRun[];
  readonly onPack: (packId: string) => void;
  readonly onModel: (modelId: string) => void;
}

export function LadderBody(props: LadderBodyProps) {
  const { choices, catalog, pack, model, shape, stored } = props;
  // One number format for all rungs: the one that can rank choices, or differences would be the format's as well.
  const [dtype, setDtype] = useState(model.defaults.logprobs ?? model.defaults.generate);
  const [limit, setLimit] = useState<number | null>(null);
  const [ticked, setTicked] = useState<Ticked>(() => firstTicked(pack, shape));
  const [first, setFirst] = useState(pack.header.solver);
  const logprobs = model.variants.find((variant) => variant.dtype === dtype)?.logprobs ?? false;
  const ways = catalog.solvers.filter(({ needs }) => logprobs || needs !== 'logprobs');
  const draft = { packId: pack.header.id, modelId: model.id, dtype, limit };
  const rungs = rungsOf(ways, ticked, first, draft, choices, shape, stored);
  return (
    <>
      <Panel title="What is asked">
        <div className={css['grid']}>
          <Field label="Pack">
            {({ id }) => (
              <select id={id} value={pack.header.id} onChange={(event) => props.onPack(event.target.value)}>
                {choices.packs.map(({ header }) => (
                  <option key={header.id} value={header.id}>
                    {header.title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="Model" hint={model.notice}>
            {({ id, hintId }) => (
              <select
                id={id}
                aria-describedby={hintId}
                value={model.id}
                onChange={(event) => props.onModel(event.target.value)}
              >
                {choices.models.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            label="Number format"
            hint="The same for every rung, so that a difference is not the format’s."
          >
            {({ id, hintId }) => (
              <select
                id={id}
                aria-describedby={hintId}
                value={dtype}
                onChange={(event) => setDtype(event.target.value)}
              >
                {model.variants.map((variant) => (
                  <option key={variant.dtype} value={variant.dtype}>
                    {variant.dtype}, {formatBytes(variant.bytes)}
                    {variant.logprobs ? '' : ' (cannot rank choices)'}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="How many samples" hint={`Of ${shape.samples}, in the pack’s order. Empty means all.`}>
            {({ id, hintId }) => (
              <input
                id={id}
                aria-describedby={hintId}
                type="number"
                inputMode="numeric"
                min={1}
                max={shape.samples}
                autoComplete="off"
                value={limit ?? ''}
                onChange={(event) => {
                  const next = Math.floor(event.target.valueAsNumber);
                  setLimit(Number.isFinite(next) && next >= 1 ? next : null);
                }}
              />
            )}
          </Field>
        </div>
      </Panel>
      <RungPicker
        ways={ways}
        rungs={rungs}
        ticked={ticked}
        shape={shape}
        first={first}
        samples={Math.min(limit ?? shape.samples, shape.samples)}
        onTicked={setTicked}
        onFirst={setFirst}
      />
      <LadderTable rungs={rungs} shape={shape} />
    </>
  );
}
