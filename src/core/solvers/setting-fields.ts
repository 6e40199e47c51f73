/**
 * What a solver can be told, once: the words that a page and a help text show, the range, and the value when nothing is
 * said. The schema that checks a setting is made from the same lines.
 */
import * as v from 'valibot';
import type {
  NumberField,
  ChoiceField,
  SettingField,
  SettingFields,
  SolverSettings,
  TextField,
} from '../contracts.ts';
import { AppError } from '../errors.ts';

type FieldOf<TField extends SettingField> = Omit<TField, 'kind'>;

export const wholeNumber = (field: FieldOf<NumberField>): NumberField => ({ kind: 'whole', ...field });
export const anyNumber = (field: FieldOf<NumberField>): NumberField => ({ kind: 'number', ...field });
export const oneOfThese = <const TId extends string>(field: FieldOf<ChoiceField<TId>>): ChoiceField<TId> => ({
  kind: 'choice',
  ...field,
});
export const words = (field: FieldOf<TextField>): TextField => ({ kind: 'text', ...field });

export type ValuesOf<TFields extends SettingFields> = {
  readonly [K in keyof TFields]: TFields[K] extends ChoiceField<infer TId>
    ? TId
    : TFields[K] extends TextField
      ? string
      : number;
};

function schemaOf(field: SettingField): v.GenericSchema<unknown, string | number> {
  switch (field.kind) {
    case 'choice':
      return v.picklist(
        field.options.map(({ id }) => id),
        `must be one of ${field.options.map(({ id }) => id).join(', ')}`,
      );
    case 'text':
      return v.pipe(v.string(), v.regex(new RegExp(`^(?:${field.pattern})$`, 'u'), field.patternWords));
    case 'number':
      return v.pipe(v.number(), v.minValue(field.least), v.maxValue(field.most));
    case 'whole':
      return v.pipe(
        v.number(),
        v.integer('must be a whole number'),
        v.minValue(field.least),
        v.maxValue(field.most),
      );
  }
}

/** Every setting with a value; one that is not known is refused by its name. */
export function settingsOf<TFields extends SettingFields>(
  fields: TFields,
  given: SolverSettings = {},
): ValuesOf<TFields> {
  const schema = v.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, v.optional(schemaOf(field), field.initial)]),
    ),
  );
  const read = v.safeParse(schema, given);
  // The schema was made from these fields, which the compiler cannot follow.
  if (read.success) return read.output as ValuesOf<TFields>;
  const issue = read.issues[0];
  const setting = v.getDotPath(issue) ?? 'settings';
  const why = setting in fields ? issue.message : 'this way of asking has no such setting';
  throw new AppError('input/option', `${setting}: ${why}`, {
    option: setting,
    known: Object.keys(fields),
  });
}

/** The settings of a solver that others of its settings belong to: what a composed solver hands to its parts. */
export function partOf(fields: SettingFields | undefined, settings: SolverSettings): SolverSettings {
  return Object.fromEntries(
    Object.entries(settings).filter(([key]) => fields !== undefined && key in fields),
  );
}

/**
 * What a run keeps of its settings: every one of them, but for those that came after runs had been stored without
 * them, as long as they have the value those runs had. Null when nothing is to be kept.
 */
export function keptSettings(
  fields: SettingFields | undefined,
  given: SolverSettings,
): SolverSettings | null {
  if (fields === undefined) return null;
  const kept = Object.entries(settingsOf(fields, given)).filter(
    ([key, value]) => fields[key]?.later !== true || value !== fields[key].initial,
  );
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

/** "votes=7" as a setting; a number where the solver wants one. */
export function settingFromText(fields: SettingFields, text: string): readonly [string, string | number] {
  const at = text.indexOf('=');
  const key = at < 0 ? text : text.slice(0, at);
  const field = fields[key];
  if (at < 0 || field === undefined) {
    throw new AppError('input/option', `"${text}" sets nothing: ${describeFields(fields)}`, {
      option: key,
      known: Object.keys(fields),
    });
  }
  const value = text.slice(at + 1);
  const isNumber = field.kind === 'whole' || field.kind === 'number';
  return [key, isNumber && value.trim() !== '' ? Number(value) : value];
}

function describeFields(fields: SettingFields): string {
  const all = Object.entries(fields).map(([key, field]) => {
    if (field.kind === 'choice') return `${key}=${field.options.map(({ id }) => id).join('|')}`;
    return field.kind === 'text' ? `${key}=…` : `${key}=${field.least}…${field.most}`;
  });
  return all.length === 0 ? 'this solver has no settings' : `write ${all.join(', ')}`;
}
