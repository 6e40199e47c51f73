import type { GenerationSettings } from '../../../core/contracts.ts';
import { Field } from '../../components/Field.tsx';
import css from './OwnRunForm.module.css';

interface GenerationFieldsProps {
  readonly generation: GenerationSettings;
  readonly repeats: number;
  readonly onGeneration: (part: Partial<GenerationSettings>) => void;
  readonly onRepeats: (repeats: number) => void;
}

const NUMBERS: readonly {
  readonly key: 'maxTokens' | 'temperature' | 'topK' | 'seed';
  readonly label: string;
  readonly hint: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}[] = [
  {
    key: 'maxTokens',
    label: 'Most tokens per answer',
    hint: 'A longer answer is cut and marked as cut.',
    min: 1,
    max: 32_768,
    step: 1,
  },
  {
    key: 'temperature',
    label: 'Temperature',
    hint: '0 always takes the likeliest word, so a run can be repeated.',
    min: 0,
    max: 2,
    step: 0.1,
  },
  {
    key: 'topK',
    label: 'Top-k',
    hint: '0 means no limit. Used only above temperature 0.',
    min: 0,
    max: 1000,
    step: 1,
  },
  { key: 'seed', label: 'Seed', hint: 'Written into the run.', min: 0, max: 4_294_967_295, step: 1 },
];

export function GenerationFields({ generation, repeats, onGeneration, onRepeats }: GenerationFieldsProps) {
  return (
    <fieldset>
      <legend>Generation</legend>
      <div className={css['grid']}>
        {NUMBERS.map(({ key, label, hint, ...range }) => (
          <Field key={key} label={label} hint={hint}>
            {({ id, hintId }) => (
              <input
                id={id}
                aria-describedby={hintId}
                type="number"
                autoComplete="off"
                {...range}
                value={generation[key]}
                onChange={(event) => {
                  const value = event.target.valueAsNumber;
                  if (Number.isFinite(value))
                    onGeneration({ [key]: Math.min(Math.max(value, range.min), range.max) });
                }}
              />
            )}
          </Field>
        ))}
        <Field label="Stop strings" hint="One per line. The answer ends before the first that appears.">
          {({ id, hintId }) => (
            <textarea
              id={id}
              aria-describedby={hintId}
              rows={2}
              spellCheck={false}
              translate="no"
              autoComplete="off"
              value={generation.stop.join('\n')}
              onChange={(event) =>
                onGeneration({ stop: event.target.value.split('\n').filter((line) => line !== '') })
              }
            />
          )}
        </Field>
        <Field label="Repeats" hint="How often each sample is answered.">
          {({ id, hintId }) => (
            <input
              id={id}
              aria-describedby={hintId}
              type="number"
              autoComplete="off"
              min={1}
              max={100}
              value={repeats}
              onChange={(event) => {
                const value = Math.floor(event.target.valueAsNumber);
                if (Number.isFinite(value)) onRepeats(Math.min(Math.max(value, 1), 100));
              }}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
