import type { PromptTemplate } from '../contracts.ts';
import { transcriptText } from './transcript.ts';

const INSTRUCTION = 'Below is a part of a visit. Write the section of the clinical note that it belongs to:';
const RULES = 'Write the text of the section only, without a heading, and only what was said.';

/** For parts of visits whose section is known (sample.meta.section). */
export const sectionSummary: PromptTemplate = {
  id: 'section-summary',
  version: '1',
  title: 'One section of a note',
  template: `${INSTRUCTION} {section}.\n${RULES}\n\n{transcript}`,
  render: (sample) => {
    const section = sample.meta?.['section'];
    const named = typeof section === 'string' ? section : 'the one that fits';
    return [
      { role: 'user', content: `${INSTRUCTION} ${named}.\n${RULES}\n\n${transcriptText(sample.input)}` },
    ];
  },
};
