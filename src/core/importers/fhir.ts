import * as v from 'valibot';
import type { ImportRow, Importer, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { describeIssues } from '../packs/describe-issues.ts';
import { parseStrictJson } from '../packs/strict-json.ts';
import { checkedSample } from './checked-sample.ts';
import { PatientSchema, RESOURCES, patientText } from './fhir-text.ts';
import { fileText } from './file-text.ts';
import { jsonRow } from './records.ts';
import { createSampleNamer } from './sample-ids.ts';

const QUESTION = 'Summarise this patient’s record for a colleague who sees the patient for the first time.';

/** A patient with decades of laboratory values has tens of megabytes. */
const MAX_BYTES = 128 * 1024 * 1024;

const Reference = v.optional(v.looseObject({ reference: v.optional(v.string()) }));
const AboutSchema = v.looseObject({ subject: Reference, patient: Reference });
const ResourceSchema = v.looseObject({ resourceType: v.string() });
const BundleSchema = v.looseObject({
  resourceType: v.literal('Bundle'),
  entry: v.optional(
    v.array(v.looseObject({ fullUrl: v.optional(v.string()), resource: v.optional(v.unknown()) })),
  ),
});

interface Placed {
  readonly resource: v.InferOutput<typeof ResourceSchema>;
  readonly fullUrl: string | undefined;
  readonly line: number;
}

interface Chart {
  readonly patient: v.InferOutput<typeof PatientSchema>;
  readonly line: number;
  /** Resource type -> its lines. */
  readonly lines: Map<string, { date: string; line: string }[]>;
  /** Resource types that are no documents, counted. */
  readonly others: Map<string, number>;
}

/** FHIR R4: what a record says of each patient as documents, by kind and date. Names, addresses and numbers are left out. */
export const fhir: Importer = {
  id: 'fhir',
  title: 'FHIR R4 patient records',
  description:
    'Bundles or lines of resources: Patient, Condition, AllergyIntolerance, MedicationRequest, MedicationStatement, Procedure, Immunization, DiagnosticReport and Observation become documents, one sample for each patient; other kinds are counted beside it. A question of your own is given as the mapping of "question".',
  extensions: ['json', 'ndjson', 'jsonl'],
  recognises: (head) => /"resourceType"\s*:\s*"/.test(head),
  defaults: {
    promptId: 'plain',
    solver: 'generate',
    scorers: ['rouge'],
    sliceFields: ['sex'],
    licence: 'Not stated: supplied by whoever imported it',
    citation: '',
    language: 'en',
  },
  async *read(files, options) {
    const name = createSampleNamer();
    for (const file of files) {
      const charts = new Map<string, Chart>();
      const { placed, problems } = await resourcesOf(file);
      yield* problems;
      const patients = placed.filter(({ resource }) => resource.resourceType === 'Patient');
      for (const one of patients) {
        const parsed = v.safeParse(PatientSchema, one.resource);
        if (!parsed.success) yield problemOf(one, parsed.issues);
        else if (parsed.output.id === undefined && one.fullUrl === undefined)
          yield { kind: 'problem', line: one.line, field: 'Patient.id', problem: 'is missing' };
        else {
          const chart: Chart = {
            patient: parsed.output,
            line: one.line,
            lines: new Map(),
            others: new Map(),
          };
          if (parsed.output.id !== undefined) charts.set(`Patient/${parsed.output.id}`, chart);
          if (one.fullUrl !== undefined) charts.set(one.fullUrl, chart);
        }
      }
      const distinct = [...new Set(charts.values())];
      const only = distinct.length === 1 ? distinct[0] : undefined;
      for (const one of placed) yield* addLine(one, charts, only);
      for (const [key, chart] of charts) {
        // A patient stands under its id and its address.
        if (charts.get(`Patient/${chart.patient.id ?? ''}`) === chart && !key.startsWith('Patient/'))
          continue;
        yield checkedSample(sampleOf(key, chart, name, options.map['question'] ?? QUESTION), chart.line);
      }
      if (patients.length === 0)
        yield { kind: 'problem', line: 1, field: null, problem: `${file.name} has no Patient` };
    }
  },
};

/** One bundle, or a line for each bundle or resource. */
async function resourcesOf(file: SourceFile): Promise<{ placed: Placed[]; problems: ImportRow[] }> {
  const text = await fileText(file, MAX_BYTES);
  if (text.trim() === '') throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
  const placed: Placed[] = [];
  const problems: ImportRow[] = [];
  const lines = [...text.split('\n').entries()].filter(([, line]) => line.trim() !== '');
  const isLines = lines.length > 1 && lines.every(([, line]) => /^\s*\{.*\}\s*$/.test(line));
  if (!isLines) placed.push(...unfolded(parseStrictJson(text, { file: file.name }), 1, file));
  else
    for (const [at, line] of lines) {
      const row = jsonRow(file, at + 1, line);
      if (row.kind === 'problem') problems.push(row);
      else placed.push(...unfolded(Object.fromEntries(row.values), at + 1, file));
    }
  return { placed, problems };
}

function unfolded(value: unknown, line: number, file: SourceFile): Placed[] {
  const bundle = v.safeParse(BundleSchema, value);
  const entries = bundle.success ? (bundle.output.entry ?? []) : [{ resource: value, fullUrl: undefined }];
  return entries.flatMap(({ resource, fullUrl }): Placed[] => {
    const parsed = v.safeParse(ResourceSchema, resource);
    if (parsed.success) return [{ resource: parsed.output, fullUrl, line }];
    if (bundle.success) return [];
    throw new AppError('input/schema', `${file.name}: line ${line} is no FHIR resource`, {
      file: file.name,
      problems: [`line ${line}: there is no resourceType`],
    });
  });
}

/** `only`: the one patient of a file is meant where a resource names nobody. */
function* addLine(
  one: Placed,
  charts: ReadonlyMap<string, Chart>,
  only: Chart | undefined,
): Iterable<ImportRow> {
  const type = one.resource.resourceType;
  const kind = Object.hasOwn(RESOURCES, type) ? RESOURCES[type] : undefined;
  if (kind === undefined) {
    if (type !== 'Patient') countOther(one, charts, only);
    return;
  }
  try {
    const { date, line, patient } = kind.read(one.resource);
    const chart = patient === undefined ? only : chartOf(patient, charts);
    if (chart === undefined) {
      const whom = patient === undefined ? 'names no patient' : `is about ${patient}, who is not in the file`;
      yield { kind: 'problem', line: one.line, field: labelOf(one), problem: whom };
    } else if (line !== null) {
      const list = chart.lines.get(type) ?? [];
      list.push({ date, line });
      chart.lines.set(type, list);
    }
  } catch (thrown) {
    if (!(thrown instanceof v.ValiError)) throw thrown;
    yield problemOf(one, thrown.issues as [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]);
  }
}

/** What is not read is told with the patient, so that nobody takes the documents for the whole record. */
function countOther({ resource }: Placed, charts: ReadonlyMap<string, Chart>, only: Chart | undefined): void {
  const about = v.safeParse(AboutSchema, resource);
  const whom = about.success ? (about.output.subject ?? about.output.patient)?.reference : undefined;
  const chart = whom === undefined ? only : chartOf(whom, charts);
  chart?.others.set(resource.resourceType, (chart.others.get(resource.resourceType) ?? 0) + 1);
}

/** "https://server/fhir/Patient/7" is "Patient/7". */
function chartOf(reference: string, charts: ReadonlyMap<string, Chart>): Chart | undefined {
  return charts.get(reference) ?? charts.get(/Patient\/[^/]+$/.exec(reference)?.[0] ?? '');
}

function labelOf({ resource }: Placed): string {
  return typeof resource['id'] === 'string'
    ? `${resource.resourceType}/${resource['id']}`
    : resource.resourceType;
}

function problemOf(one: Placed, issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): ImportRow {
  const [first] = describeIssues(issues);
  return { kind: 'problem', line: one.line, field: labelOf(one), problem: first ?? 'has the wrong form' };
}

function sampleOf(
  key: string,
  { patient, lines, others }: Chart,
  name: ReturnType<typeof createSampleNamer>,
  question: string,
): unknown {
  const documents = Object.entries(RESOURCES).flatMap(([type, { title }]) => {
    const found = lines.get(type) ?? [];
    if (found.length === 0) return [];
    const ordered = found.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    return [{ id: type, title, text: ordered.map(({ line }) => `- ${line}`).join('\n') }];
  });
  const notRead = [...others].map(([type, count]) => `${type} ${count}`).join(', ');
  const meta = {
    ...(patient.gender === undefined ? {} : { sex: patient.gender }),
    ...(notRead === '' ? {} : { notRead: notRead.slice(0, 500) }),
  };
  return {
    ...name(patient.id ?? key),
    input: { messages: [{ role: 'user', content: question }] },
    documents: [{ id: 'Patient', title: 'Patient', text: patientText(patient) }, ...documents],
    ...(Object.keys(meta).length === 0 ? {} : { meta }),
  };
}
