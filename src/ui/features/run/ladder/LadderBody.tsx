import type { PackShape } from '../../../../core/packs/pack-shape.ts';
import type { Catalog, ModelEntry, PackEntry } from '../../../../app/services.ts';
import { encoderWords, settingsWords } from '../../../../core/compare/settings-differences.ts';
import type { StoredRun } from '../../../../storage/contract.ts';
import { Field } from '../../../components/Field.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { formatBytes, shortHash } from '../../../i18n/format.ts';
import { useLadderStore, type LadderChoice } from '../../../state/ladder-store.ts';
import css from '../OwnRunForm.module.css';
import type { Choices } from '../request.ts';
import { LadderTable } from './LadderTable.tsx';
import { RungPicker } from './RungPicker.tsx';
import type { LadderLine } from './ladder-line.ts';
import { firstTicked, rungsOf, type Rung } from './rungs.ts';

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
  const key = `${pack.header.id} ${model.id}`;
  const choice = useLadderStore(({ choices: kept }) => kept[key]) ?? {
    // One number format for all rungs: the one that can rank choices, or differences would be the format's as well.
    dtype: model.defaults.logprobs ?? model.defaults.generate,
    limit: null,
    ticked: firstTicked(pack, shape),
    first: pack.header.solver,
  };
  const { dtype, limit, ticked, first } = choice;
  const change = (part: Partial<LadderChoice>) =>
    useLadderStore.getState().choose(key, { ...choice, ...part });
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
                onChange={(event) => change({ dtype: event.target.value })}
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
                  change({ limit: Number.isFinite(next) && next >= 1 ? next : null });
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
        onTicked={(next) => change({ ticked: next })}
        onFirst={(next) => change({ first: next })}
      />
      <LadderTable lines={rungs.flatMap(lineOf)} words={WORDS} shape={shape} />
    </>
  );
}

const WORDS = {
  title: 'Ladder of ways of asking',
  column: 'Way of asking',
  against: 'the first rung',
  empty: 'Choose the ways above and start them. Each one that ends stands here as a rung.',
} as const;

function lineOf({ way, run, otherEncoders }: Rung): readonly LadderLine[] {
  const control = way.id.startsWith('options-only') ? 'Control: what the choices alone give away' : null;
  return [run ?? [], otherEncoders].flat().map((each) => ({
    run: each,
    title: way.title,
    about: aboutOf(each),
    control,
  }));
}

/** Two encoders may have one name, so a rung names the files of the one that chose its examples. */
function aboutOf({ header: { solver } }: StoredRun): string | null {
  const words = [
    ...(solver.settings === undefined ? [] : [settingsWords(solver.settings)]),
    ...(solver.encoder === undefined
      ? []
      : [
          `examples chosen by ${encoderWords({ ...solver.encoder, sha256: shortHash(solver.encoder.sha256) })}`,
        ]),
  ];
  return words.length === 0 ? null : words.join('; ');
}
