import { Link } from 'wouter';
import type { PackShape } from '../../../../core/packs/pack-shape.ts';
import { callsPerSample, refusalOf, settingProblem } from '../../../../app/run/ways-of-asking.ts';
import type { WayOfAsking } from '../../../../app/services.ts';
import { SOLVER_GROUPS } from '../../../../core/contracts.ts';
import { SettingInputs } from '../../../components/asking/SettingInputs.tsx';
import { GROUP_WORDS, REFUSAL_WORDS } from '../../../components/asking/way-words.ts';
import { Check, Field } from '../../../components/Field.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { plural } from '../../../i18n/format.ts';
import { resultPath } from '../../../routes.ts';
import { EstimateTime } from '../EstimateTime.tsx';
import { StartButton } from '../StartButton.tsx';
import css from './Ladder.module.css';
import type { Rung, Ticked } from './rungs.ts';

interface RungPickerProps {
  readonly ways: readonly WayOfAsking[];
  readonly rungs: readonly Rung[];
  readonly ticked: Ticked;
  readonly shape: PackShape;
  readonly first: string;
  readonly samples: number;
  readonly onTicked: (ticked: Ticked) => void;
  readonly onFirst: (solverId: string) => void;
}

/** The ways to ask, what each costs, and one button for all that were not asked yet. */
export function RungPicker(props: RungPickerProps) {
  const { ways, rungs, ticked, shape, first, samples, onTicked, onFirst } = props;
  const problem = ways
    .flatMap((way) => {
      const settings = ticked[way.id];
      const found = settings === undefined ? null : settingProblem(way, settings);
      return found === null ? [] : `${way.title}: ${found}`;
    })
    .at(0);
  const missing = rungs.filter(({ run }) => run === null);
  const calls = missing.reduce(
    (sum, { way, settings }) =>
      sum + (problem === undefined ? callsPerSample(way, shape, settings) * samples : 0),
    0,
  );
  const requests = missing.map(({ request }) => request);
  return (
    <Panel title="Ways to ask">
      {SOLVER_GROUPS.map((group) => {
        const own = ways.filter((way) => way.group === group);
        return own.length === 0 ? null : (
          <fieldset key={group}>
            <legend>{GROUP_WORDS[group]}</legend>
            <ul className={css['ways']}>
              {own.map((way) => (
                <Way
                  key={way.id}
                  way={way}
                  shape={shape}
                  ticked={ticked}
                  rung={rungs.find((rung) => rung.way.id === way.id)}
                  onTicked={onTicked}
                />
              ))}
            </ul>
          </fieldset>
        );
      })}
      {rungs.length > 1 && (
        <Field label="First rung" hint="Every other way is held against this one.">
          {({ id, hintId }) => (
            <select
              id={id}
              aria-describedby={hintId}
              value={rungs.some(({ way }) => way.id === first) ? first : (rungs[0]?.way.id ?? '')}
              onChange={(event) => onFirst(event.target.value)}
            >
              {rungs.map(({ way }) => (
                <option key={way.id} value={way.id}>
                  {way.title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {problem !== undefined && (
        <Notice tone="warn" live>
          <p>{problem}</p>
        </Notice>
      )}
      {missing.length > 0 ? (
        <>
          <p className="muted small" role="status">
            {plural(missing.length, 'way')} not asked yet: {plural(Math.round(calls), 'call')} to the model
            for {plural(samples, 'sample')} each.
          </p>
          <EstimateTime
            requests={requests}
            disabled={problem !== undefined}
            trailing={
              <StartButton
                requests={requests}
                label={`Ask in ${plural(missing.length, 'way')}`}
                disabled={problem !== undefined}
              />
            }
          />
        </>
      ) : (
        <p className="muted small" role="status">
          {rungs.length === 0 ? 'Choose at least one way to ask.' : 'Every chosen way has been asked.'}
        </p>
      )}
    </Panel>
  );
}

interface WayProps {
  readonly way: WayOfAsking;
  readonly shape: PackShape;
  readonly ticked: Ticked;
  readonly rung: Rung | undefined;
  readonly onTicked: (ticked: Ticked) => void;
}

function Way({ way, shape, ticked, rung, onTicked }: WayProps) {
  const settings = ticked[way.id];
  const refusal = refusalOf(way, shape, settings ?? {}, true);
  // What its own settings can mend must leave them in reach.
  const mendable = refusal === 'few-samples' || refusal === 'no-encoder';
  const barred = mendable && settings !== undefined ? null : refusal;
  const calls = refusal === null && settingProblem(way, settings ?? {}) === null;
  return (
    <li>
      <Check
        label={
          <>
            {way.title}{' '}
            <span className="muted small">
              {refusal !== null && `${REFUSAL_WORDS[refusal]} `}
              {calls && `${callsText(callsPerSample(way, shape, settings ?? {}))} per sample`}
            </span>
          </>
        }
        checked={settings !== undefined && barred === null}
        disabled={barred !== null}
        onChange={(on) => {
          const { [way.id]: _gone, ...others } = ticked;
          onTicked(on ? { ...ticked, [way.id]: {} } : others);
        }}
      />
      {rung?.run !== undefined && rung.run !== null && (
        <Link href={resultPath(rung.run.header.id)} className={`small ${css['results'] ?? ''}`}>
          Results of {way.title}
        </Link>
      )}
      {settings !== undefined && barred === null && way.settings !== undefined && (
        <details>
          <summary>Settings of “{way.title}”</summary>
          <p className="muted small">{way.description}</p>
          <SettingInputs
            fields={way.settings}
            given={settings}
            onChange={(next) => onTicked({ ...ticked, [way.id]: next })}
          />
        </details>
      )}
    </li>
  );
}

function callsText(calls: number): string {
  return Number.isInteger(calls) ? plural(calls, 'call') : `about ${calls.toFixed(1)} calls`;
}
