import { encoderKey } from '../../../core/models/encoder-key.ts';
import type { SettingField, SettingFields, SolverSettings } from '../../../core/contracts.ts';
import { useModels } from '../../queries/fixed.ts';
import { Field } from '../Field.tsx';
import { keptEncoders } from './kept-encoders.ts';
import css from './SettingInputs.module.css';

interface SettingInputsProps {
  readonly fields: SettingFields;
  readonly given: SolverSettings;
  readonly onChange: (settings: SolverSettings) => void;
}

/** Whatever a way of asking can be told, drawn from what its registry entry says. */
export function SettingInputs({ fields, given, onChange }: SettingInputsProps) {
  return (
    <fieldset>
      <legend>Settings of this way of asking</legend>
      <div className={css['grid']}>
        {Object.entries(fields).map(([key, field]) => (
          <Setting
            key={key}
            field={field}
            value={given[key] ?? field.initial}
            onChange={(value) => onChange({ ...given, [key]: value })}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface SettingProps {
  readonly field: SettingField;
  readonly value: string | number | boolean;
  readonly onChange: (value: string | number) => void;
}

function Setting({ field, value, onChange }: SettingProps) {
  const unit = 'unit' in field && field.unit !== undefined ? `, in ${field.unit}` : '';
  return (
    <Field label={`${field.label}${unit}`} hint={`${field.hint} ${rangeWords(field)}`.trim()}>
      {({ id, hintId }) => {
        if (field.kind === 'choice') {
          return (
            <select
              id={id}
              aria-describedby={hintId}
              value={String(value)}
              onChange={(event) => onChange(event.target.value)}
            >
              {field.options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.title}
                </option>
              ))}
            </select>
          );
        }
        if (field.kind === 'text' && field.from === 'encoders')
          return <EncoderSelect id={id} hintId={hintId} value={String(value)} onChange={onChange} />;
        if (field.kind === 'text') {
          return (
            <input
              id={id}
              aria-describedby={hintId}
              type="text"
              autoComplete="off"
              spellCheck={false}
              translate="no"
              value={String(value)}
              onChange={(event) => onChange(event.target.value.trim())}
            />
          );
        }
        return (
          <input
            id={id}
            aria-describedby={hintId}
            type="number"
            autoComplete="off"
            min={field.least}
            max={field.most}
            step={field.kind === 'whole' ? 1 : 'any'}
            value={Number(value)}
            onChange={(event) => {
              // Out of range is said below the form, not corrected under the person's hands.
              if (Number.isFinite(event.target.valueAsNumber)) onChange(event.target.valueAsNumber);
            }}
          />
        );
      }}
    </Field>
  );
}

interface EncoderSelectProps {
  readonly id: string;
  readonly hintId: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function EncoderSelect({ id, hintId, value, onChange }: EncoderSelectProps) {
  const kept = keptEncoders(useModels().data ?? []).map(({ source, title }) => ({
    title,
    key: encoderKey(source),
  }));
  // One that was chosen in an earlier visit and is no longer here stays visible, so that its absence can be seen.
  const gone = value !== '' && !kept.some(({ key }) => key === value);
  return (
    <select
      id={id}
      aria-describedby={hintId}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{kept.length === 0 ? 'None is on the Models page' : 'None chosen'}</option>
      {kept.map(({ key, title }) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
      {gone && <option value={value}>{value} (not here)</option>}
    </select>
  );
}

function rangeWords(field: SettingField): string {
  return field.kind === 'whole' || field.kind === 'number' ? `From ${field.least} to ${field.most}.` : '';
}
