import type { PromptTemplate } from '../contracts.ts';
import { documentsText } from './documents.ts';
import { transcriptText } from './transcript.ts';

const INSTRUCTION = `Write the clinical note for the visit below.
Use exactly four headings, each at the start of a line: "Subjective:", "Objective:", "Assessment:", "Plan:".
Under Subjective include symptoms present and denied, history, medications with dose, route and frequency, and allergies.
Under Objective include vital signs, examination and results.
Write only what the transcript says. Do not add anything that was not said. If something was not discussed, leave it out.`;

/** For general-purpose instruction models, which need the form spelled out. */
export const soapNoteDetailed: PromptTemplate = {
  id: 'soap-note-detailed',
  version: '1',
  title: 'SOAP note, detailed instruction',
  template: `${INSTRUCTION}\n\n{documents}Transcript:\n{transcript}`,
  render: (sample) => [
    {
      role: 'user',
      content: `${INSTRUCTION}\n\n${documentsText(sample)}Transcript:\n${transcriptText(sample.input)}`,
    },
  ],
};
