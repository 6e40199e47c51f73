/** What solvers can be told, and the words it is offered with. */

/** Plain values, checked by the solver's fields. */
export type SolverSettings = Readonly<Record<string, string | number | boolean>>;

interface FieldWords {
  readonly label: string;
  /** One sentence. */
  readonly hint: string;
  /** Came after runs had been stored without it: a run keeps it only where it differs from their value. */
  readonly later?: true;
}

export interface NumberField extends FieldWords {
  readonly kind: 'whole' | 'number';
  readonly unit?: string;
  readonly least: number;
  readonly most: number;
  readonly initial: number;
}

export interface ChoiceField<TId extends string = string> extends FieldWords {
  readonly kind: 'choice';
  readonly options: readonly { readonly id: TId; readonly title: string }[];
  readonly initial: TId;
}

export interface TextField extends FieldWords {
  readonly kind: 'text';
  /** Of the whole text. */
  readonly pattern: string;
  readonly patternWords: string;
  readonly initial: string;
  /** Where a page offers what may stand here: the text encoders that are kept on this device. */
  readonly from?: 'encoders';
}

/** One setting of a solver: what it may be and the words it is offered with. */
export type SettingField = NumberField | ChoiceField | TextField;
export type SettingFields = Readonly<Record<string, SettingField>>;

/** Ways to divide the log-likelihood of a choice before choices are ranked. */
export const NORMALISATIONS = ['sum', 'per-char', 'per-byte', 'per-token', 'unconditional'] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/** Under which heading a way of asking is offered. */
export const SOLVER_GROUPS = ['plain', 'reasoning', 'examples', 'order', 'control'] as const;
export type SolverGroup = (typeof SOLVER_GROUPS)[number];
