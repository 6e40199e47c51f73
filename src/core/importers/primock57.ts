import type { ImportRow, Importer, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Turn } from '../packs/pack.ts';
import { FieldProblem } from './field-problem.ts';
import { baseName, fileText } from './file-text.ts';
import type { RecordFields } from './record-fields.ts';
import { type RecordContext, recordSample } from './record-samples.ts';
import { jsonRow } from './records.ts';
import { createSampleNamer } from './sample-ids.ts';
import { textGridUtterances } from './text-grid.ts';

const ROLES = ['doctor', 'patient'] as const;
type Role = (typeof ROLES)[number];

interface Consultation {
  note?: SourceFile;
  readonly transcripts: Map<Role, SourceFile>;
}

/** PriMock57: mock consultations, doctor and patient transcribed apart with times, and the clinician's note. */
export const primock57: Importer = {
  id: 'primock57',
  title: 'PriMock57',
  description:
    'Several files at once: <name>_doctor.TextGrid and <name>_patient.TextGrid, and the note <name>.json where there is one.',
  extensions: ['TextGrid', 'json'],
  recognises: (head) => /^\s*File type\s*=\s*"ooTextFile"/i.test(head),
  defaults: {
    promptId: 'soap-note-detailed',
    solver: 'generate',
    scorers: ['audit', 'rouge'],
    sliceFields: ['day'],
    licence: 'CC BY 4.0 (PriMock57; check that these files are that data)',
    citation:
      'Papadopoulos Korfiatis A, Moramarco F, Sarac R, Savkov A. PriMock57: A Dataset Of Primary Care Mock Consultations. ACL 2022.',
    language: 'en',
  },
  async *read(files) {
    const consultations = groupFiles(files);
    const name = createSampleNamer();
    let number = 0;
    for (const [stem, consultation] of consultations) {
      number += 1;
      yield await consultationRow(stem, consultation, { name, number });
    }
  },
};

function groupFiles(files: readonly SourceFile[]): Map<string, Consultation> {
  const groups = new Map<string, Consultation>();
  const groupOf = (stem: string): Consultation => {
    const found: Consultation = groups.get(stem) ?? { transcripts: new Map() };
    groups.set(stem, found);
    return found;
  };
  for (const file of files) {
    const base = baseName(file.name);
    const spoken = /^(.+)_(doctor|patient)\.TextGrid$/i.exec(base);
    const note = /^(.+)\.json$/i.exec(base);
    if (spoken !== null)
      groupOf(spoken[1] ?? '').transcripts.set(
        (spoken[2] ?? '').toLowerCase() === 'doctor' ? 'doctor' : 'patient',
        file,
      );
    else if (note !== null) groupOf(note[1] ?? '').note = file;
    else {
      const problem = 'is neither <name>_doctor.TextGrid, <name>_patient.TextGrid nor <name>.json';
      throw new AppError('input/schema', `${file.name} ${problem}`, { file: file.name, problems: [problem] });
    }
  }
  return groups;
}

async function consultationRow(
  stem: string,
  { note, transcripts }: Consultation,
  context: Omit<RecordContext, 'file'>,
): Promise<ImportRow> {
  const problem = (field: string, text: string): ImportRow => ({
    kind: 'problem',
    line: 1,
    field,
    problem: `${stem}: ${text}`,
  });
  const spoken: { role: Role; startSeconds: number; text: string }[] = [];
  for (const role of ROLES) {
    const file = transcripts.get(role);
    if (file === undefined) return problem(role, `there is no ${stem}_${role}.TextGrid`);
    const utterances = textGridUtterances(await fileText(file));
    if (utterances === null) return problem(role, `${file.name} is not a TextGrid in Praat's long text form`);
    spoken.push(...utterances.map((utterance) => ({ role, ...utterance })));
  }
  // Sorting is stable: where both begin at once, the doctor stands first.
  spoken.sort((a, b) => a.startSeconds - b.startSeconds);
  const turns = spoken.map(({ role, text }, index): Turn => ({
    line: index + 1,
    speaker: role === 'doctor' ? 'Doctor' : 'Patient',
    text,
  }));
  if (turns.length === 0) return problem('transcript', 'nobody says anything');
  const [file] = [note, ...transcripts.values()].filter((one) => one !== undefined);
  if (file === undefined) return problem('transcript', 'there are no files');
  const row =
    note === undefined ? { kind: 'record' as const, line: 1, values: new Map() } : await noteRow(note);
  const result = recordSample(row, { ...context, file }, (fields) => {
    const text = note === undefined ? undefined : noteText(fields);
    const meta = fields.meta({
      presenting_complaint: ['presenting_complaint'],
      day: ['day'],
      highlights: ['highlights'],
    });
    return {
      ...context.name(stem),
      input: { turns },
      ...(text === undefined ? {} : { target: [text] }),
      ...(Object.keys(meta).length === 0 ? {} : { meta }),
    };
  });
  return result.kind === 'problem' ? { ...result, problem: `${stem}: ${result.problem}` } : result;
}

async function noteRow(file: SourceFile): Promise<ReturnType<typeof jsonRow>> {
  return jsonRow(file, 1, await fileText(file));
}

function noteText(fields: RecordFields): string {
  const note = fields.raw('note');
  if (typeof note !== 'string' || note.trim() === '') throw new FieldProblem('note', 'is empty');
  return note.trim();
}
