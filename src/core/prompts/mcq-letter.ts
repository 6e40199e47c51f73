import type { PromptTemplate } from '../contracts.ts';
import { documentsText } from './documents.ts';
import { transcriptText } from './transcript.ts';

const INSTRUCTION = 'Answer with the letter.';

/** Question, lettered choices, instruction. A sample without choices is asked as it stands. */
export const mcqLetter: PromptTemplate = {
  id: 'mcq-letter',
  version: '1',
  title: 'Multiple choice, answer with the letter',
  template: `{documents}{question}\n{choice id}. {choice text}\n…\n${INSTRUCTION}`,
  render: (sample) => {
    const question = `${documentsText(sample)}${transcriptText(sample.input)}`;
    const choices = (sample.choices ?? []).map((choice) => `${choice.id}. ${choice.text}\n`).join('');
    return [{ role: 'user', content: choices === '' ? question : `${question}\n${choices}${INSTRUCTION}` }];
  },
};
