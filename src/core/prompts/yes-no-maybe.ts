import type { PromptTemplate } from '../contracts.ts';
import { documentsText } from './documents.ts';
import { transcriptText } from './transcript.ts';

const INSTRUCTION = 'Answer with one word: yes, no or maybe.';

/** A question about the documents before it, answered with one word. */
export const yesNoMaybe: PromptTemplate = {
  id: 'yes-no-maybe',
  version: '1',
  title: 'Yes, no or maybe',
  template: `{documents}{question}\n${INSTRUCTION}`,
  render: (sample) => [
    { role: 'user', content: `${documentsText(sample)}${transcriptText(sample.input)}\n${INSTRUCTION}` },
  ],
};
