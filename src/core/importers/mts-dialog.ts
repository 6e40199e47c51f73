import type { Importer } from '../contracts.ts';
import type { SampleInput } from '../packs/pack.ts';
import { notNa } from './record-fields.ts';
import { recordSamples } from './record-samples.ts';
import { transcriptInput } from './transcript-turns.ts';

/** Section headers of the set in words (Ben Abacha et al. 2023, table 2). */
const SECTIONS: Readonly<Record<string, string>> = {
  ALLERGY: 'Allergies',
  ASSESSMENT: 'Assessment',
  CC: 'Chief complaint',
  DIAGNOSIS: 'Diagnosis',
  DISPOSITION: 'Disposition',
  EDCOURSE: 'Emergency department course',
  EXAM: 'Physical examination',
  'FAM/SOCHX': 'Family and social history',
  GENHX: 'History of present illness',
  GYNHX: 'Gynecologic history',
  IMAGING: 'Imaging',
  IMMUNIZATIONS: 'Immunizations',
  LABS: 'Laboratory results',
  MEDICATIONS: 'Medications',
  OTHER_HISTORY: 'Other history',
  PASTMEDICALHX: 'Past medical history',
  PASTSURGICAL: 'Past surgical history',
  PLAN: 'Plan',
  PROCEDURES: 'Procedures',
  ROS: 'Review of systems',
};

/** MTS-Dialog: parts of visits with the section that was written of each. A test file without sections has no targets. */
export const mtsDialog: Importer = {
  id: 'mts-dialog',
  title: 'MTS-Dialog',
  description: 'CSV with ID, section_header, section_text and dialogue; one sample per section.',
  extensions: ['csv'],
  recognises: (head) => /section_(?:header|text)/i.test(head) && /dialogue/i.test(head),
  defaults: {
    promptId: 'section-summary',
    solver: 'generate',
    scorers: ['audit', 'rouge'],
    sliceFields: ['section_header'],
    licence: 'CC BY 4.0 (MTS-Dialog; check that this file is that data)',
    citation:
      'Ben Abacha A, Yim W, Fan Y, Lin T. An Empirical Study of Clinical Note Generation from Doctor-Patient Encounters. EACL 2023.',
    language: 'en',
  },
  read: (files) =>
    recordSamples(files, [['ID', 'encounter_id', 'TestID'], ['dialogue']], (fields, { name }) => {
      const header = notNa(fields.text('section_header'))?.trim();
      const target = fields.text('section_text');
      return {
        ...name(fields.needText('ID', 'encounter_id', 'TestID').trim()),
        input: dialogueInput(fields.needText('dialogue')),
        ...(target === undefined ? {} : { target: [target.trim()] }),
        ...(header === undefined
          ? {}
          : { meta: { section_header: header, section: SECTIONS[header.toUpperCase()] ?? header } }),
      };
    }),
};

/** Some turns have no space behind the colon. */
function dialogueInput(dialogue: string): SampleInput {
  return transcriptInput(
    dialogue.replace(/^([^\S\n]*(?:Doctor|Patient|Guest[\w-]*))[^\S\n]*:[^\S\n]*/gim, '$1: '),
  );
}
