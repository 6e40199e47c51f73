/** FHIR R4 resources as lines of plain text. Only what a clinician would read in a summary; no names, addresses or numbers. */
import * as v from 'valibot';

const text = v.optional(v.string());
const Coding = v.looseObject({ display: text, code: text });
const Concept = v.looseObject({ text, coding: v.optional(v.array(Coding)) });
const Quantity = v.looseObject({ value: v.optional(v.number()), unit: text, code: text, comparator: text });
const Reference = v.looseObject({ reference: text, display: text });

const about = { id: text, subject: v.optional(Reference), patient: v.optional(Reference) };

const Value = {
  valueQuantity: v.optional(Quantity),
  valueCodeableConcept: v.optional(Concept),
  valueString: text,
  valueBoolean: v.optional(v.boolean()),
  valueInteger: v.optional(v.number()),
};

export const PatientSchema = v.looseObject({
  id: text,
  gender: text,
  birthDate: text,
  deceasedBoolean: v.optional(v.boolean()),
  deceasedDateTime: text,
});
const ConditionSchema = v.looseObject({
  ...about,
  code: v.optional(Concept),
  clinicalStatus: v.optional(Concept),
  verificationStatus: v.optional(Concept),
  onsetDateTime: text,
  abatementDateTime: text,
  recordedDate: text,
});
const MedicationRequestSchema = v.looseObject({
  ...about,
  status: text,
  authoredOn: text,
  medicationCodeableConcept: v.optional(Concept),
  medicationReference: v.optional(Reference),
  dosageInstruction: v.optional(v.array(v.looseObject({ text }))),
});
const ObservationSchema = v.looseObject({
  ...about,
  status: text,
  code: Concept,
  effectiveDateTime: text,
  ...Value,
  component: v.optional(v.array(v.looseObject({ code: Concept, ...Value }))),
});
const AllergySchema = v.looseObject({
  ...about,
  code: v.optional(Concept),
  clinicalStatus: v.optional(Concept),
  verificationStatus: v.optional(Concept),
  criticality: text,
  reaction: v.optional(v.array(v.looseObject({ manifestation: v.array(Concept) }))),
});

const MedicationStatementSchema = v.looseObject({
  ...about,
  status: text,
  medicationCodeableConcept: v.optional(Concept),
  medicationReference: v.optional(Reference),
  dosage: v.optional(v.array(v.looseObject({ text }))),
  effectiveDateTime: text,
  effectivePeriod: v.optional(v.looseObject({ start: text, end: text })),
});
const ProcedureSchema = v.looseObject({
  ...about,
  status: text,
  code: v.optional(Concept),
  performedDateTime: text,
  performedPeriod: v.optional(v.looseObject({ start: text })),
});
const ImmunizationSchema = v.looseObject({
  ...about,
  status: text,
  vaccineCode: v.optional(Concept),
  occurrenceDateTime: text,
  occurrenceString: text,
});
const ReportSchema = v.looseObject({
  ...about,
  status: text,
  code: v.optional(Concept),
  effectiveDateTime: text,
  issued: text,
  conclusion: text,
});

interface ResourceLine {
  readonly date: string;
  /** Null: entered in error, which is the record's own word for "do not read". */
  readonly line: string | null;
  readonly patient: string | undefined;
}

type CodeableConcept = v.InferOutput<typeof Concept>;
type Whom = v.InferOutput<typeof Reference> | undefined;

function words(concept: CodeableConcept | undefined): string | undefined {
  const [coding] = concept?.coding ?? [];
  return concept?.text ?? coding?.display ?? coding?.code;
}

const day = (date: string | undefined): string | undefined => date?.slice(0, 10);

/** "name (a; b)" without what is not there. */
function withDetails(name: string, details: readonly (string | undefined)[]): string {
  const there = details.filter((one) => one !== undefined && one !== '');
  return there.length === 0 ? name : `${name} (${there.join('; ')})`;
}

const dated = (word: string, date: string | undefined): string | undefined =>
  date === undefined ? undefined : `${word} ${day(date)}`;

interface Values {
  readonly valueQuantity?: v.InferOutput<typeof Quantity> | undefined;
  readonly valueCodeableConcept?: CodeableConcept | undefined;
  readonly valueString?: string | undefined;
  readonly valueBoolean?: boolean | undefined;
  readonly valueInteger?: number | undefined;
}

function valueOf(one: Values): string | undefined {
  const { valueQuantity: quantity } = one;
  if (quantity?.value !== undefined)
    return `${quantity.comparator ?? ''}${quantity.value} ${quantity.unit ?? quantity.code ?? ''}`.trim();
  const plain = one.valueInteger ?? one.valueBoolean;
  return (
    words(one.valueCodeableConcept) ?? one.valueString ?? (plain === undefined ? undefined : String(plain))
  );
}

const isError = (status: string | undefined): boolean => status === 'entered-in-error';
const aboutWhom = (one: { subject?: Whom; patient?: Whom }): string | undefined =>
  one.subject?.reference ?? one.patient?.reference;

/** How each kind of resource is read, in the order of the documents. */
export const RESOURCES: Readonly<
  Record<string, { readonly title: string; readonly read: (resource: unknown) => ResourceLine }>
> = {
  Condition: {
    title: 'Conditions',
    read: (resource) => {
      const one = v.parse(ConditionSchema, resource);
      const verified = words(one.verificationStatus);
      const name = withDetails(words(one.code) ?? 'condition without a name', [
        words(one.clinicalStatus),
        verified === 'confirmed' ? undefined : verified,
        dated('since', one.onsetDateTime),
        dated('until', one.abatementDateTime),
      ]);
      return {
        date: one.onsetDateTime ?? one.recordedDate ?? '',
        line: isError(verified) ? null : name,
        patient: aboutWhom(one),
      };
    },
  },
  AllergyIntolerance: {
    title: 'Allergies and intolerances',
    read: (resource) => {
      const one = v.parse(AllergySchema, resource);
      const reactions = (one.reaction ?? []).flatMap(({ manifestation }) => manifestation.map(words));
      const name = withDetails(words(one.code) ?? 'allergy without a name', [
        words(one.clinicalStatus),
        reactions.length === 0 ? undefined : reactions.join(', '),
        one.criticality === undefined ? undefined : `criticality ${one.criticality}`,
      ]);
      return {
        date: '',
        line: isError(words(one.verificationStatus)) ? null : name,
        patient: aboutWhom(one),
      };
    },
  },
  MedicationRequest: {
    title: 'Medicines',
    read: (resource) => {
      const one = v.parse(MedicationRequestSchema, resource);
      const drug = words(one.medicationCodeableConcept) ?? one.medicationReference?.display;
      const name = withDetails(drug ?? 'medicine without a name', [
        one.dosageInstruction?.[0]?.text,
        one.status,
        dated('ordered', one.authoredOn),
      ]);
      return { date: one.authoredOn ?? '', line: isError(one.status) ? null : name, patient: aboutWhom(one) };
    },
  },
  MedicationStatement: {
    title: 'Medicines as stated',
    read: (resource) => {
      const one = v.parse(MedicationStatementSchema, resource);
      const drug = words(one.medicationCodeableConcept) ?? one.medicationReference?.display;
      const since = one.effectivePeriod?.start ?? one.effectiveDateTime;
      const name = withDetails(drug ?? 'medicine without a name', [
        one.dosage?.[0]?.text,
        one.status,
        dated('since', since),
        dated('until', one.effectivePeriod?.end),
      ]);
      return { date: since ?? '', line: isError(one.status) ? null : name, patient: aboutWhom(one) };
    },
  },
  Procedure: {
    title: 'Procedures',
    read: (resource) => {
      const one = v.parse(ProcedureSchema, resource);
      const date = one.performedDateTime ?? one.performedPeriod?.start;
      const name = withDetails(words(one.code) ?? 'procedure without a name', [
        one.status === 'completed' ? undefined : one.status,
        day(date),
      ]);
      return { date: date ?? '', line: isError(one.status) ? null : name, patient: aboutWhom(one) };
    },
  },
  Immunization: {
    title: 'Immunisations',
    read: (resource) => {
      const one = v.parse(ImmunizationSchema, resource);
      const name = withDetails(words(one.vaccineCode) ?? 'vaccine without a name', [
        one.status === 'completed' ? undefined : one.status,
        day(one.occurrenceDateTime) ?? one.occurrenceString,
      ]);
      return {
        date: one.occurrenceDateTime ?? '',
        line: isError(one.status) ? null : name,
        patient: aboutWhom(one),
      };
    },
  },
  DiagnosticReport: {
    title: 'Reports',
    read: (resource) => {
      const one = v.parse(ReportSchema, resource);
      const date = one.effectiveDateTime ?? one.issued;
      const name = `${words(one.code) ?? 'report'}: ${one.conclusion ?? 'no conclusion'}`;
      return {
        date: date ?? '',
        line: isError(one.status) ? null : withDetails(name, [day(date)]),
        patient: aboutWhom(one),
      };
    },
  },
  Observation: {
    title: 'Observations',
    read: (resource) => {
      const one = v.parse(ObservationSchema, resource);
      const parts = (one.component ?? []).map(
        (part) => `${words(part.code) ?? 'part'} ${valueOf(part) ?? 'without a value'}`,
      );
      const value = [...[valueOf(one)].filter((found) => found !== undefined), ...parts].join(', ');
      const name = `${words(one.code) ?? 'observation'}: ${value === '' ? 'no value' : value}`;
      return {
        date: one.effectiveDateTime ?? '',
        line: isError(one.status) ? null : withDetails(name, [day(one.effectiveDateTime)]),
        patient: aboutWhom(one),
      };
    },
  },
};

export function patientText(patient: v.InferOutput<typeof PatientSchema>): string {
  const death = patient.deceasedDateTime ?? (patient.deceasedBoolean === true ? 'yes' : undefined);
  return [
    `Sex: ${patient.gender ?? 'not stated'}`,
    `Born: ${patient.birthDate ?? 'not stated'}`,
    ...(death === undefined ? [] : [`Died: ${death}`]),
  ].join('\n');
}
